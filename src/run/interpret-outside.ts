import { countShared } from "../annotate/alleles/count-shared.ts";
import {
  isSameInProtein,
  makePlaceChange,
  type PlaceChange,
} from "../annotate/models/place-change.ts";
import { parseProteinChange } from "../annotate/protein-change.ts";
import type { Allele, Assembly } from "../model/locus.ts";
import type { Observation } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import type { OutsideCall } from "../model/outside-call.ts";
import type { Counts, Finding, ReportInput } from "../model/report.ts";
import type { OutsideAlteration, OutsideRow } from "../read/outside/outside-row.ts";
import { countRows, inputOf } from "./fold-evidence.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";
import { readEvidence } from "./read-evidence.ts";
import type { Stage } from "./stage.ts";

interface AssessedCase {
  readonly findings: readonly Finding[];
  readonly observations: readonly Observation[];
  /** Names the tumor's sample and the build; null: the case has no variant file. */
  readonly variants: Pick<InterpretedVariants, "tumorSample" | "assembly"> | null;
}

interface InterpretedOutside {
  /** Those of the case, with the outside calls beside them. */
  readonly findings: readonly Finding[];
  readonly inputs: readonly ReportInput[];
  /** Empty for a case without outside calls. */
  readonly counts: { readonly outside?: Counts };
}

/**
 * Puts the user's own calls of other programs beside the findings of an assessed case; nothing else of the case changes (spec,
 * clinical R3). A row belongs to the findings with its allele, else to those with its gene and change. A row that has none is
 * set aside and counted.
 */
export async function interpretOutside(
  stage: Stage,
  { findings, observations, variants }: AssessedCase,
): Promise<InterpretedOutside> {
  const { request, tally } = stage;
  const tables = await readEvidence("outside-calls", request.outside, stage, variants);
  const find = makeFinder(findings, observations, {
    symbolOf: (gene) => stage.index.currentSymbol(gene) ?? gene,
    place: makePlaceChange(
      variants === null ? undefined : request.models?.(variants.assembly.name),
    ),
  });
  const callsOf = new Map<string, OutsideCall[]>();
  let matched = 0;
  for (const { file, rows } of tables) {
    for (const row of rows) {
      const { ids, matchedBy } = find(row);
      if (ids.length === 0)
        tally.add(unmatched(row), row.name, { file, line: row.line, sample: null });
      else matched += 1;
      const { alteration: _, gene: _gene, ...stated } = row;
      for (const id of ids) {
        const calls = callsOf.get(id) ?? [];
        callsOf.set(id, [...calls, { ...stated, file, matchedBy }]);
      }
    }
  }
  return {
    findings: findings.map((finding) => {
      const outside = callsOf.get(finding.observation)?.toSorted(compareCalls);
      return outside === undefined ? finding : { ...finding, outside };
    }),
    inputs: tables.map((table) => inputOf("outside-calls", table)),
    counts: { outside: countRows(tables, matched) },
  };
}

function compareCalls(a: OutsideCall, b: OutsideCall): number {
  return compareText(a.file, b.file) || a.line - b.line;
}

/** Rows are told apart by their best level: one that the other program finds actionable is worth a look, ten thousand others are not. */
function unmatched({ source, levels }: OutsideRow) {
  return {
    code: "outside-call-without-finding",
    what: `outside call without a finding here (${source}, ${levels[0]?.level ?? "no level"})`,
    reason:
      "No finding has this gene and change. The call may have failed a filter, lie in a gene without a statement, or not be in the files of the case.",
  };
}

interface Found {
  readonly ids: readonly string[];
  readonly matchedBy: OutsideCall["matchedBy"];
}

/** Looks up the findings that a row is about. */
function makeFinder(
  findings: readonly Finding[],
  observations: readonly Observation[],
  { symbolOf, place }: { symbolOf: (gene: string) => string; place: PlaceChange },
): (row: OutsideRow) => Found {
  const alterations = new Map(observations.map(({ id, alteration }) => [id, alteration]));
  const byAllele = new Map<string, string[]>();
  const byKind = new Map<string, string[]>();
  const proteins = new Map<
    string,
    { id: string; change: ParsedChange; transcript: string | null }[]
  >();
  for (const { observation: id, gene, hgvs, transcript } of findings) {
    const alteration = alterations.get(id);
    if (alteration?.kind === "small-variant") {
      const { allele } = alteration;
      if (allele !== null) addTo(byAllele, editKey(allele, allele.assembly), id);
      const change = parseProteinChange(hgvs?.protein ?? "");
      if (gene !== null && change !== null) addTo(proteins, gene, { id, change, transcript });
    } else if (alteration?.kind === "copy-number" || alteration?.kind === "fusion") {
      addTo(byKind, kindKey(alteration), id);
    }
  }
  return ({ gene, alteration }) => {
    const symbol = symbolOf(gene);
    if (alteration.kind !== "small-variant") {
      const key = kindKey(named(alteration, symbol, symbolOf));
      return { ids: byKind.get(key) ?? [], matchedBy: "gene and kind of change" };
    }
    const { allele, proteinChange } = alteration;
    const builds: Assembly[] = allele?.assembly ? [allele.assembly] : ["GRCh37", "GRCh38"];
    const placed = builds.flatMap((build) =>
      allele === null ? [] : (byAllele.get(editKey(allele, build)) ?? []),
    );
    if (placed.length > 0) return { ids: placed, matchedBy: "allele" };
    const stated = parseProteinChange(proteinChange ?? "");
    const same = (proteins.get(symbol) ?? []).filter(
      ({ change, transcript }) =>
        stated !== null && isSameInProtein(stated, change, { gene: symbol, transcript, place }),
    );
    return { ids: same.map(({ id }) => id), matchedBy: "protein change" };
  };
}

type ParsedChange = NonNullable<ReturnType<typeof parseProteinChange>>;

/** The bases that change and their place, without the anchor that VCF writes and a MAF does not. */
function editKey({ contig, position, ref, alt }: Omit<Allele, "assembly">, assembly: Assembly) {
  const { prefix, suffix } = countShared(ref, alt, 0);
  const [from, to] = [ref, alt].map((bases) => bases.slice(prefix, bases.length - suffix));
  return [assembly, contig, position + prefix, from, to].join(":");
}

type KindAlteration =
  | { readonly kind: "copy-number"; readonly gene: string; readonly change: string }
  | {
      readonly kind: "fusion";
      readonly fivePrime: string | null;
      readonly threePrime: string | null;
    };

function named(
  alteration: Exclude<OutsideAlteration, { kind: "small-variant" }>,
  gene: string,
  symbolOf: (gene: string) => string,
): KindAlteration {
  if (alteration.kind === "copy-number") return { ...alteration, gene };
  const { partner } = alteration;
  return {
    kind: "fusion",
    fivePrime: gene,
    threePrime: partner === null ? null : symbolOf(partner),
  };
}

/** A table of structural variants does not say which gene comes first. */
function kindKey(alteration: KindAlteration): string {
  if (alteration.kind === "copy-number") return `${alteration.change} ${alteration.gene}`;
  const { fivePrime, threePrime } = alteration;
  return `fusion ${[fivePrime ?? "", threePrime ?? ""].toSorted(compareText).join("::")}`;
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
