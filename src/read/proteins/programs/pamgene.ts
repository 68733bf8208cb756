import { peekTable, type OpenTable } from "../../../io/open-table.ts";
import { makeProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { readProteinTable } from "../tables/protein-table.ts";
import { showText } from "../../show-text.ts";
import { makeNumberReader, type NumberReader } from "../../tables/table-number.ts";
import type { ProteinReader, ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins, GeneRow } from "../tables/gene-row.ts";

/** Names of the columns in the full table of a scan and in the summary of newer versions. */
const kinaseNames = ["ClassName", "Kinase Name", "Kinase.Name"] as const;
const scoreNames = [
  "NormalizedSetStat",
  "Median Kinase Statistic",
  "Median.Kinase.Statistic",
] as const;

/**
 * Upstream kinase analysis of PamGene's chips: a kinase's score in a comparison that the laboratory made. It is used as given: there
 * is no cohort, so nothing is called. The full table has a row for each rank of the scan; the median over them is the kinase's
 * statistic, as in PamGene's own summary.
 */
export const pamgene: ProteinReader = {
  id: "pamgene-uka",
  title: "PamGene upstream kinase analysis",
  input: "protein",
  extensions: [".csv", ".tsv", ".txt", ".csv.gz"],
  columns: [
    { name: "ClassName", meaning: "kinase; also Kinase Name", required: true },
    {
      name: "NormalizedSetStat",
      meaning: "score, positive where the kinase is more active; also Median Kinase Statistic",
      required: true,
    },
  ],
  detect: (head) => columnsOf(peekTable(head)?.columns ?? []) !== null,
  firstSample: () => null,
  read: (source, options) => readProteinTable(source, { id: pamgene.id, find }, options),
};

function columnsOf(
  columns: readonly string[],
): { readonly kinase: number; readonly score: number } | null {
  const first = (names: readonly string[]): number =>
    names.map((name) => columns.indexOf(name)).find((index) => index !== -1) ?? -1;
  const [kinase, score] = [first(kinaseNames), first(scoreNames)];
  return kinase === -1 || score === -1 ? null : { kinase, score };
}

async function find(
  table: OpenTable,
  file: string,
  options: ProteinReadOptions,
): Promise<FoundProteins> {
  const columns = columnsOf(table.columns);
  if (columns === null) {
    throw refuse("input", "columns-missing", "the table has no column of kinases and of scores", {
      where: { file, line: table.headerLine },
    });
  }
  const numbers = makeNumberReader(file, table);
  const scores = await readScores(table, columns, numbers);
  numbers.finish(options.report);
  const rows = [...scores].map(([name, { line, values }]): GeneRow => ({
    gene: nameKinase(name),
    antibody: true,
    line,
    value: medianOf(values),
    cohort: new Float64Array(0),
  }));
  const message = `the table names no sample, so that it is of ${showText(options.sample)} cannot be checked, and no cohort; kinase scores are used as given, the median over a kinase's rows (${[...scores.values()].reduce((sum, { values }) => sum + values.length, 0)} rows)`;
  options.report(
    makeProblem("sample-assumed", "warning", message, { where: { file }, hint: sampleHint }),
  );
  return {
    rows,
    refused: 0,
    setAside: 0,
    cohortSamples: [],
    molecule: "kinase-activity",
    stated: { scale: "score", by: `column ${table.columns[columns.score] ?? ""}` },
  };
}

const sampleHint =
  "Make sure that the comparison is the one that the laboratory made for this case.";

interface Scores {
  readonly line: number;
  readonly values: number[];
}

async function readScores(
  table: OpenTable,
  { kinase, score }: { kinase: number; score: number },
  numbers: NumberReader,
): Promise<Map<string, Scores>> {
  const scores = new Map<string, Scores>();
  for await (const block of table.rows()) {
    for (const { cells, line } of block) {
      const name = (cells[kinase] ?? "").trim();
      const value = numbers.read(cells[score] ?? "", line, score);
      if (name === "" || Number.isNaN(value)) continue;
      const known = scores.get(name);
      if (known === undefined) scores.set(name, { line, values: [value] });
      else known.values.push(value);
    }
  }
  return scores;
}

/** The last of a kinase's names is its symbol, `ASK/MAP3K5`, unless it has a Greek letter in brackets, `Akt1/PKB[alpha]`. */
function nameKinase(name: string): string {
  const parts = name.split("/").map((part) => part.trim());
  return parts.findLast((part) => !part.includes("[")) ?? parts[0] ?? name;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(
    Math.ceil(middle) - 1,
    Math.floor(middle) + 1,
  );
  return (low + high) / 2;
}
