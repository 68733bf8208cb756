import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { annotateCall } from "../../src/annotate/annotate-call.ts";
import { openPackedModels } from "../../src/annotate/models/packed-models.ts";
import { atomicParts } from "../../src/constraints/constraints.ts";
import { streamSource } from "../../src/io/byte-source.ts";
import { buildIndex } from "../../src/knowledgebase/index/build-index.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load/load-knowledgebase.ts";
import { findMatches } from "../../src/match/find-matches.ts";
import { supposed } from "../../src/match/supposed.ts";
import { alleleKey, type SmallVariant } from "../../src/model/alteration.ts";
import { accessionOf } from "../../src/model/contig-name.ts";
import { assemblies, type Allele, type Assembly } from "../../src/model/locus.ts";
import type { Observation, VariantCall } from "../../src/model/observation.ts";
import { vcf } from "../../src/read/vcf/vcf.ts";
import { noEvidence } from "../../src/run/case-request.ts";
import { joinVariants } from "../../src/run/variants/join-variants.ts";
import { makeSetAsideTally } from "../../src/run/set-aside-tally.ts";
import type { Stage } from "../../src/run/stage.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const models = openPackedModels(
  readFileSync(`${root}knowledgebase/gene-models.txt`),
  "gene-models.txt",
);
const knowledgebase = await loadKnowledgebase(`${root}knowledgebase`);
const index = buildIndex(knowledgebase);

/** Every allele that a statement names, once. */
function listNamed(assembly: Assembly): Allele[] {
  const named = new Map<string, Allele>();
  for (const { variant } of knowledgebase.statements) {
    for (const { rule, constraint } of variant.constraints.flatMap(atomicParts)) {
      for (const allele of rule.alleles(constraint)) named.set(alleleKey(allele), allele);
    }
  }
  return [...named.values()].filter((allele) => allele.assembly === assembly);
}

/** A record of a VCF: its first five columns. */
interface Form {
  readonly contig: string;
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
}

type Rewrite = (allele: Allele) => Form | null;

const padded =
  (before: number, behind: number): Rewrite =>
  (allele) => {
    const { assembly, contig, position, ref, alt } = allele;
    const { bases } = models.of(assembly);
    const head = bases(contig, position - before, position - 1);
    const end = position + ref.length - 1;
    const tail = bases(contig, end + 1, end + behind);
    // What stands beside a substitution does not matter; an indel can be moved through it.
    if (/[^ACGT]/.test(head + tail) && ref.length !== alt.length) return null;
    const [left, right] = [head.replaceAll("N", "A"), tail.replaceAll("N", "A")];
    return {
      contig,
      position: position - before,
      ref: left + ref + right,
      alt: left + alt + right,
    };
  };

/** An indel so many steps on in its repeat. */
const shifted =
  (steps: number): Rewrite =>
  ({ assembly, contig, position, ref, alt }) => {
    if (Math.min(ref.length, alt.length) > 1 || ref.length === alt.length || ref[0] !== alt[0]) {
      return null;
    }
    const moved = (ref.length > 1 ? ref : alt).slice(1);
    const last = position + ref.length - 1;
    const passed = models.of(assembly).bases(contig, last + 1, last + steps);
    if (passed !== (moved + passed).slice(0, steps)) return null;
    const rolled = (moved + passed).slice(steps);
    const anchor = (moved + passed).charAt(steps - 1);
    const [long, short] = [anchor + rolled, anchor];
    return {
      contig,
      position: position + steps,
      ...(ref.length > 1 ? { ref: long, alt: short } : { ref: short, alt: long }),
    };
  };

const otherBase = (base: string): string => (base === "A" ? "C" : "A");

const rewrites: Readonly<Record<string, Rewrite>> = {
  "as it is": (allele) => allele,
  "in small letters": (allele) => ({
    ...allele,
    ref: allele.ref.toLowerCase(),
    alt: allele.alt.toLowerCase(),
  }),
  "with chr": (allele) => ({ ...allele, contig: `chr${allele.contig}` }),
  "with CHR, padded": (allele) => {
    const form = padded(1, 0)(allele);
    return form && { ...form, contig: `CHR${allele.contig}` };
  },
  "by accession": (allele) => ({
    ...allele,
    contig: accessionOf(allele.contig, allele.assembly) ?? "",
  }),
  "by accession, padded": (allele) => {
    const form = padded(0, 2)(allele);
    return form && { ...form, contig: accessionOf(allele.contig, allele.assembly) ?? "" };
  },
  "beside another ALT": (allele) => ({
    ...allele,
    alt: `${allele.alt},${otherBase(allele.alt.charAt(0))}${"T".repeat(20)}`,
  }),
  "behind another ALT": (allele) => ({
    ...allele,
    alt: `${otherBase(allele.alt.charAt(0))}${"T".repeat(20)},${allele.alt}`,
  }),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].flatMap((size): [string, Rewrite][] => [
      [`${size} bases before`, padded(size, 0)],
      [`${size} bases behind`, padded(0, size)],
      [`${size} bases on either side`, padded(size, size)],
      [`${size} steps on`, shifted(size)],
    ]),
  ),
};

async function readForms(forms: readonly (Form | null)[]): Promise<(VariantCall | null)[]> {
  const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";
  const lines = forms.flatMap((form) =>
    form === null ? [] : [[form.contig, form.position, ".", form.ref, form.alt, ".", ".", "."]],
  );
  const text = `##fileformat=VCFv4.2\n${columns}\n${lines.map((cells) => cells.join("\t")).join("\n")}\n`;
  const source = streamSource(
    "forms.vcf",
    (async function* () {
      yield text;
    })(),
  );
  const file = await vcf.open(source, {
    allowTruncated: false,
    strict: true,
    report: () => undefined,
  });
  const read: VariantCall[] = [];
  for await (const { calls } of file.records(null)) {
    // Of two ALT the long one is not the one that is asked for.
    const own = calls.find(
      ({ given, altCount }) => altCount === 1 || !given.alt.endsWith("TTTTTTTTTT"),
    );
    if (own !== undefined) read.push(own);
  }
  const next = read.values();
  return forms.map((form) => (form === null ? null : (next.next().value ?? null)));
}

function observe(call: VariantCall, assembly: Assembly): Observation<SmallVariant> {
  return annotateCall(call, {
    assembly,
    models: models.of(assembly),
    knownAllele: index.knownAllele,
    currentSymbol: index.currentSymbol,
  });
}

/** What decides every statement: the allele and what it does. */
const essence = ({ id, label, gene, alteration }: Observation<SmallVariant>): string =>
  JSON.stringify({ id, label, gene, alteration });

const stage: Stage = {
  request: {
    id: "case",
    protein: [],
    ...noEvidence,
    includeFiltered: false,
    strict: false,
    allowTruncated: false,
    models: models.of,
    toolVersion: "0",
  },
  index,
  tally: makeSetAsideTally(),
  report: () => undefined,
};

function callOf({ contig, position, ref, alt }: Allele): VariantCall {
  const given = { contig, position, ref, alt };
  return { given, altIndex: 1, altCount: 1, failedFilters: [], annotations: [], ...supposed };
}

describe.each(assemblies)("an allele of a statement on %s", (assembly) => {
  const named = listNamed(assembly);

  test("is the same variant in every form of its record, so that it meets the same statements", async () => {
    const own = (await readForms(named)).map((call) => call && essence(observe(call, assembly)));
    const tried = named.map(() => 0);
    const lost: string[] = [];
    for (const [what, rewrite] of Object.entries(rewrites)) {
      const forms = named.map(rewrite);
      const calls = await readForms(forms);
      for (const [at, call] of calls.entries()) {
        if (forms[at] === null) continue;
        tried[at] = (tried[at] ?? 0) + 1;
        const found = call === null ? "not read" : essence(observe(call, assembly));
        if (found !== own[at]) lost.push(`${own[at]} ${what}: ${found}`);
      }
    }
    expect(named.length).toBeGreaterThan(1_000);
    expect(lost).toEqual([]);
    // Without known bases beside it, an indel has fewer forms.
    expect(tried.filter((count) => count < 20).length).toBeLessThanOrEqual(1);
  });

  test("is the same variant in a record for each of its bases, when the file phases them", () => {
    const isKnown = ({ contig, position, ref, alt }: Allele): boolean =>
      [...ref].every(
        (base, at) =>
          base !== alt[at] ||
          models.of(assembly).bases(contig, position + at, position + at) === base,
      );
    // A base between two records that is not at hand is not guessed.
    const long = named
      .filter(({ ref, alt }) => ref.length === alt.length && ref.length > 1)
      .filter(isKnown);
    const lost = long.flatMap((allele) => {
      const own = observe(callOf(allele), assembly);
      const parts = [...allele.ref].flatMap((ref, at) => {
        const alt = allele.alt.charAt(at);
        const part = { ...allele, position: allele.position + at, ref, alt };
        return ref === alt ? [] : [observe(callOf(part), assembly)];
      });
      const phases = new Map(parts.map(({ id }) => [id, { set: "PS 1", haplotypes: [0] }]));
      const { observations } = joinVariants(parts, { assembly, phases }, stage);
      return observations.some((one) => essence(one) === essence(own)) ? [] : [own.label];
    });
    expect(long.length).toBeGreaterThan(50);
    expect(lost).toEqual([]);
  });
});

describe("an allele on either build", () => {
  /** Statements that the variant meets by itself. */
  const meets = (allele: Allele, gene: string): string => {
    const { assembly } = allele;
    const { met } = findMatches(
      {
        observations: [observe(callOf(allele), assembly)],
        available: new Set(["small-variants", "protein-annotation"]),
        caseDisease: null,
        assembly,
      },
      { ...knowledgebase, statements: index.statementsOf(gene) },
      index,
    );
    return met.map(({ statement }) => statement.id).join();
  };

  test("meets the same statements", () => {
    const variants = new Set(knowledgebase.statements.map(({ variant }) => variant));
    const parts = [...variants].flatMap(({ constraints }) => constraints.flatMap(atomicParts));
    const pairs = new Map<string, readonly [Allele, Allele, string]>();
    for (const { rule, constraint } of parts) {
      const all = rule.alleles(constraint);
      const [older, newer] = assemblies.map((assembly) =>
        all.filter((one) => one.assembly === assembly),
      );
      if (older === undefined || older.length !== newer?.length) continue;
      for (const [at, a] of older.entries()) {
        const b = newer[at];
        const [gene = ""] = rule.genes(constraint);
        if (b?.ref === a.ref && b.alt === a.alt) pairs.set(alleleKey(a), [a, b, gene]);
      }
    }
    const differing = [...pairs.values()].flatMap(([a, b, gene]) =>
      meets(a, gene) === meets(b, gene)
        ? []
        : [`${gene} ${alleleKey(a)} ${meets(a, gene)} ${meets(b, gene)}`],
    );
    expect(pairs.size).toBeGreaterThan(1_000);
    expect(differing).toEqual([]);
  });
});
