import { callOutliers, type OutlierCall } from "../annotate/proteins/protein-outliers.ts";
import {
  compareSitesWithProtein,
  describeBuiltFiles,
  type SitesAboveProtein,
} from "../annotate/proteins/site-above-protein.ts";
import { topasZ } from "../annotate/statistics/topas-z.ts";
import { splitMolecules } from "../annotate/proteins/split-molecules.ts";
import type { ReferenceSubset } from "../model/cohort.ts";
import { fileSource } from "../io/byte-source.ts";
import { writeToStream } from "../io/write-output.ts";
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";
import type { ReferenceCohort } from "../read/cohort/cohort.ts";
import { findReader } from "../read/find-reader.ts";
import type { ProteinNames } from "../read/proteins/names/protein-names.ts";
import { showText } from "../read/show-text.ts";
import { escapeCell } from "../report/render/escape-cell.ts";
import { unknownCohort } from "../run/proteins/choose-cohorts.ts";
import {
  cohortsFor,
  cohortsOfPart,
  readCohorts,
  type CohortsFor,
} from "../run/proteins/read-cohorts.ts";
import { exitCodes } from "./exit-codes.ts";
import { joinCohorts } from "./request/join-cohorts.ts";
import { openTableNames } from "./knowledge/open-table-names.ts";
import { printProblems } from "./print-problems.ts";
import { makeVoice, type Terminal, visible } from "./terminal.ts";
import type { ProteinReadOptions, ProteinTable } from "../read/protein-reader.ts";
import type { PeerRule } from "../annotate/proteins/peer-rule.ts";

export interface OutlierTableOptions {
  readonly sample: string;
  readonly gene: readonly string[];
  readonly called: boolean;
  readonly outlierRule: "robust" | PeerRule;
  readonly scale?: NonNullable<ProteinReadOptions["scale"]>;
  readonly molecule?: NonNullable<ProteinReadOptions["molecule"]>;
  readonly cohort: readonly string[];
  readonly cohortMeta: readonly string[];
  readonly proteinCohort: readonly string[];
  readonly referenceSubset?: ReferenceSubset;
  readonly biopsySite?: string;
}

/**
 * Prints the outlier table of one sample to stdout and what was noticed to stderr. The list that q is taken over is
 * fixed before a value is looked at: the genes named, or every row. Resolves to 1 when a row was refused.
 */
export async function printOutliers(
  path: string,
  options: OutlierTableOptions,
  terminal: Terminal,
): Promise<number> {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const source = fileSource(path);
  const reader = await findReader("protein", source);
  const { sample, scale, molecule } = options;
  const { names, currentSymbol } = await openTableNames();
  const table = await reader.read(source, {
    sample,
    scale,
    molecule,
    names,
    report,
    strict: false,
  });
  const declared = declare(table, { asked: options.gene, names });
  const cohorts = await openCohorts(table, options, { names, currentSymbol, report });
  const parts = splitMolecules(table).map((part) => {
    const present = new Set(part.rows.flatMap(genesOfRow).filter((gene) => declared.has(gene)));
    const outcome = callOutliers(part, {
      declared: present,
      currentSymbol,
      cohorts: cohortsOfPart(part, cohorts),
      peerRule: options.outlierRule === "robust" ? undefined : options.outlierRule,
      report,
    });
    return { ...outcome, table: part };
  });
  const calls = parts.flatMap((part) => part.calls);
  const wanted = options.called
    ? calls.filter(({ call }) => call === "up" || call === "down")
    : calls;
  const { bySupport, builtFiles } = compareSitesWithProtein(wanted, parts, currentSymbol);
  await writeCalls(wanted, bySupport, terminal.stdout);
  const voice = await makeVoice(terminal, {});
  printProblems(problems, voice);
  if (options.called && wanted.length === 0) {
    const tested = parts.map(({ tested: count }) => count).join(" and ");
    voice.say(
      `No row is called up or down. q is over ${tested} rows${options.gene.length === 0 ? "; name the genes in question with --gene, or see all rows without --called" : "; all of them are shown without --called"}.`,
    );
  }
  for (const { method } of parts) voice.say(visible(method));
  const built = describeBuiltFiles(builtFiles);
  if (built !== null) voice.say(visible(built));
  const hasError = problems.some(({ severity }) => severity === "error");
  return hasError ? exitCodes.problems : exitCodes.done;
}

/**
 * The cohorts of the command line that the table is compared with; the disease of a cohort speaks for nothing here. Throws Refusal "usage"
 * for a name that no cohort has, and for what is said of reference samples where no file of them is given.
 */
async function openCohorts(
  table: ProteinTable,
  options: OutlierTableOptions,
  context: Pick<CohortsFor, "currentSymbol" | "report"> & Pick<ProteinReadOptions, "names">,
): Promise<readonly ReferenceCohort[]> {
  const { sample, scale, molecule, proteinCohort } = options;
  const { names, report } = context;
  const { cohorts = [], referenceSubset } = joinCohorts({}, options);
  const unknown = proteinCohort.find((name) => name !== table.cohortName);
  if (cohorts.length === 0 && unknown !== undefined) {
    throw unknownCohort(unknown, [table.cohortName]);
  }
  const read = await readCohorts(cohorts, { scale, molecule, names, report, strict: false });
  return cohortsFor(table, read, {
    ...context,
    asked: proteinCohort,
    disease: null,
    biopsySite: options.biopsySite ?? null,
    caseNames: new Set([sample]),
    aberrationNegative: referenceSubset === "aberration-negative",
  });
}

/**
 * The genes named, by symbol, alias or accession, or as the file names their rows; all of them when none is named. Throws Refusal "usage" for a name that no row has:
 * a gene that is not there would otherwise look like no outlier.
 */
function declare(
  { rows, file }: ProteinTable,
  { asked, names }: { readonly asked: readonly string[]; readonly names: ProteinNames },
): ReadonlySet<string> {
  if (asked.length === 0) return new Set(rows.map(({ gene }) => gene));
  const genes = new Set(rows.flatMap(genesOfRow));
  const geneOf = new Map(
    rows.flatMap(({ gene, name }) => (name === undefined ? [] : [[name, gene]])),
  );
  const resolve = (name: string): string | undefined => {
    if (genes.has(name)) return name;
    const [gene = "", ...others] = names.genesOf(name);
    return geneOf.get(name) ?? (others.length === 0 && genes.has(gene) ? gene : undefined);
  };
  const named = asked.map(resolve);
  const missing = asked.find((_, index) => named[index] === undefined);
  if (missing !== undefined) {
    const near = nearest(missing, [...genes], 3)
      .map(showText)
      .join(", ");
    throw refuse("usage", "gene-not-in-table", `no row of ${file} is named ${showText(missing)}`, {
      hint: near === "" ? "Name rows as the table does." : `Near names: ${near}.`,
    });
  }
  return new Set(named.filter((gene) => gene !== undefined));
}

/** What a row may be asked for by: a row of several genes by each of them too. */
function genesOfRow({ gene, group = [] }: ProteinTable["rows"][number]): readonly string[] {
  return [gene, ...group];
}

type AboveProtein = NonNullable<OutlierCall["support"]["aboveProtein"]>;
type Cell = string | number | null;

/** The columns, with their cells. Names are those of the JSON report, in the spelling of tables. */
const columns: Readonly<
  Record<string, (call: OutlierCall, aboveProtein: AboveProtein | undefined) => Cell>
> = {
  gene: ({ gene }) => gene,
  site: ({ site }) => site ?? null,
  molecule: ({ molecule }) => molecule,
  call: ({ call }) => call,
  code: ({ reason }) => reason.code,
  value: ({ support }) => support.value,
  n: ({ support }) => support.n,
  missing: ({ support }) => support.missing,
  median: ({ support }) => support.median,
  mad: ({ support }) => support.mad,
  modified_z: ({ support }) => support.modifiedZ,
  scale_used: ({ support }) => support.scaleUsed,
  log2_fold: ({ support }) => support.log2Fold,
  p: ({ support }) => support.p,
  q: ({ support }) => support.q,
  tested: ({ support }) => support.tested,
  crawford_howell_t: ({ support }) => support.crawfordHowellT,
  crawford_howell_p: ({ support }) => support.crawfordHowellP,
  percentile: ({ support }) => support.percentile,
  k_iqr: ({ support }) => support.kIqr,
  tukey: ({ support }) => support.tukey,
  topas_z: ({ support, cohortValues }) =>
    cohortValues === undefined ? null : topasZ(support.value, cohortValues),
  cohort: ({ support }) => support.cohort,
  subset: ({ support }) => support.subset ?? null,
  agreement: ({ support }) => support.agreement ?? null,
  host_tissue: ({ support }) => support.hostTissue?.cohort ?? null,
  line: ({ provenance }) => provenance.line,
  reason: ({ reason }) => reason.text,
  above_protein_modified_z: (_, aboveProtein) => aboveProtein?.modifiedZ ?? null,
  above_protein_log2_fold: (_, aboveProtein) => aboveProtein?.log2Fold ?? null,
  above_protein_n: (_, aboveProtein) => aboveProtein?.n ?? null,
  detection: ({ support }) => (support.detection === undefined ? null : "not detected"),
  cohort_detected: ({ support }) => support.detection?.detected ?? null,
  cohort_samples: ({ support }) => support.detection?.samples ?? null,
  row_genes: ({ group }) => group?.join(";") ?? null,
};

/** A whole proteome is written piece by piece: as one text it would be in memory three times. */
const linesAtOnce = 1000;

/** An empty cell is what was not computed. */
async function writeCalls(
  calls: readonly OutlierCall[],
  aboveProtein: SitesAboveProtein["bySupport"],
  stream: Terminal["stdout"],
): Promise<void> {
  const cells = Object.values(columns);
  const lineOf = (call: OutlierCall): string => {
    const above = aboveProtein.get(call.support);
    const texts = cells.map((cell) => {
      const content = cell(call, above);
      return content === null ? "" : escapeCell(content);
    });
    return `${texts.join("\t")}\n`;
  };
  let lines = [`${Object.keys(columns).join("\t")}\n`];
  for (const call of calls) {
    lines.push(lineOf(call));
    if (lines.length < linesAtOnce) continue;
    if ((await writeToStream(stream, lines.join(""))) === "closed") return;
    lines = [];
  }
  await writeToStream(stream, lines.join(""));
}
