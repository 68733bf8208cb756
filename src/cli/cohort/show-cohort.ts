import { outlierThresholds } from "../../annotate/proteins/outlier-thresholds.ts";
import { fileSource } from "../../io/byte-source.ts";
import { writeToStream } from "../../io/write-output.ts";
import { nearest } from "../../model/nearest.ts";
import { makeProblem, type Problem, type ReportProblem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import type { CohortRow, ReferenceCohort } from "../../read/cohort/cohort.ts";
import type { ProteinNames } from "../../read/proteins/names/protein-names.ts";
import { showText } from "../../read/show-text.ts";
import { readCohorts } from "../../run/proteins/read-cohorts.ts";
import { escapeCell } from "../../report/render/escape-cell.ts";
import { openTableNames } from "../knowledge/open-table-names.ts";
import { printProblems } from "../print-problems.ts";
import { makeVoice, type Terminal } from "../terminal.ts";

export interface ShowCohortOptions {
  readonly meta: readonly string[];
  readonly gene: readonly string[];
}

type Cell = string | number | null;

/** Prints the cohorts of a built file or a matrix as TSV, or their numbers of the genes that are named. */
export async function showCohort(
  path: string,
  { meta, gene }: ShowCohortOptions,
  terminal: Terminal,
): Promise<void> {
  const problems: Problem[] = [];
  const { names, currentSymbol } = await openTableNames();
  const { files } = await readCohorts([{ source: fileSource(path), meta: meta.map(fileSource) }], {
    names,
    strict: false,
    report: (problem) => void problems.push(problem),
  });
  const question = {
    caseNames: new Set<string>(),
    caseRows: [],
    aberrationNegative: false,
    currentSymbol,
  };
  const cohorts = files.flatMap((file) =>
    file.cohorts(question).map((cohort) => ({ cohort, digest: file.digest.sha256 })),
  );
  const rows =
    gene.length === 0
      ? cohorts.map(({ cohort, digest }) => summarize(cohort, digest))
      : cohorts.flatMap(({ cohort }) =>
          gene.flatMap((name) =>
            describeGene(cohort, name, { names, report: (problem) => void problems.push(problem) }),
          ),
        );
  const header = gene.length === 0 ? summaryColumns : geneColumns;
  const text = [header, ...rows]
    .map((cells) => `${cells.map((cell) => escapeCell(cell ?? "")).join("\t")}\n`)
    .join("");
  await writeToStream(terminal.stdout, text);
  printProblems(problems, await makeVoice(terminal, {}));
}

const summaryColumns = [
  "cohort",
  "role",
  "disease",
  "tissue",
  "molecule",
  "scale",
  "samples",
  "rows",
  "missing_share",
  "subset",
  "file_sha256",
];

function summarize(cohort: ReferenceCohort, digest: string): Cell[] {
  const { name, role, disease, tissue, molecule, scale, samples, rows } = cohort;
  const missing = rows.reduce((sum, row) => sum + row.missing, 0);
  const cells = rows.reduce((sum, row) => sum + samples - row.leftOut, 0);
  const share = cells === 0 ? null : Number((missing / cells).toFixed(4));
  const subset = cohort.aberrationNegative ? "aberration-negative" : null;
  return [
    name,
    role,
    disease,
    tissue,
    molecule,
    scale,
    samples,
    rows.length,
    share,
    subset,
    digest,
  ];
}

const geneColumns = [
  "cohort",
  "gene",
  "site",
  "n",
  "missing",
  "left_out",
  "median",
  "mad",
  "q1",
  "q3",
  "min",
  "max",
  "not_detected",
];

/** By symbol, alias or accession. Throws Refusal "usage" for a gene that the cohort does not have: no row would look like no value. */
function describeGene(
  { name, rows, file }: ReferenceCohort,
  gene: string,
  { names, report }: { readonly names: ProteinNames; readonly report: ReportProblem },
): Cell[][] {
  const [meant = gene, ...others] = names.genesOf(gene);
  const isNamed = (row: CohortRow): boolean =>
    row.gene === gene || (others.length === 0 && row.gene === meant);
  const named = rows.filter(isNamed);
  const few = named.filter(hasFewValues);
  if (few.length > 0) {
    const message = `${showText(gene)} has fewer than ${outlierThresholds.cohortToCompute} values in cohort ${name}: numbers of so few would show them, so they are only counted`;
    report(makeProblem("values-too-few", "notice", message, { where: { file } }));
  }
  if (named.length > 0) return named.map((row) => [name, ...numbersOf(row)]);
  const genes = [...new Set(rows.map((row) => row.gene))];
  const near = nearest(gene, genes, 3).map(showText).join(", ");
  throw refuse("usage", "gene-not-in-table", `cohort ${name} has no row ${showText(gene)}`, {
    hint: near === "" ? "Name rows as the matrix did." : `Near names: ${near}.`,
  });
}

/** As few as a cohort that `cohort build` refuses: with them nothing is compared, and their least and largest are values of single samples. */
function hasFewValues(row: CohortRow): boolean {
  const n = row.count();
  return n > 0 && n < outlierThresholds.cohortToCompute;
}

function numbersOf(row: CohortRow): Cell[] {
  const { gene, site = null, missing, leftOut, notDetected } = row;
  const n = row.count();
  if (n === 0 || hasFewValues(row)) {
    return [gene, site, n, missing, leftOut, null, null, null, null, null, null, notDetected];
  }
  const { median, mad, lowerQuartile, upperQuartile } = row.numbers();
  const values = row.values();
  return [
    gene,
    site,
    n,
    missing,
    leftOut,
    median,
    mad,
    lowerQuartile,
    upperQuartile,
    values[0] ?? null,
    values.at(-1) ?? null,
    notDetected,
  ];
}
