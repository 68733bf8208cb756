import { makeProblem, type ReportProblem } from "../model/problem.ts";
import { compareText } from "../model/order.ts";
import type { ProteinRow, ProteinTable } from "../read/reader.ts";
import { showText } from "../read/show-text.ts";

/** The row of one declared gene, or of one site of it. `disagreeing`: lines of rows that all mean this gene and differ; empty when none do. */
export interface DeclaredRow {
  /** Current symbol. */
  readonly gene: string;
  readonly site: string | undefined;
  readonly row: ProteinRow;
  readonly disagreeing: readonly number[];
}

export interface GeneList {
  /** Current symbols: the list that is tested. */
  readonly declared: ReadonlySet<string>;
  /** Current symbol of a symbol or alias; null when it is not known. */
  currentSymbol(symbolOrAlias: string): string | null;
  readonly report: ReportProblem;
}

const mostExamples = 5;

/** Rows of the declared genes by current symbol and site, sorted by them; tells which names were old and how many are unknown. */
export function collectDeclaredRows(table: ProteinTable, list: GeneList): DeclaredRow[] {
  const entries = new Map<string, { gene: string; rows: ProteinRow[] }>();
  const unknown: string[] = [];
  for (const row of table.rows.toSorted((a, b) => a.line - b.line)) {
    const gene = list.currentSymbol(row.gene);
    if (gene === null) unknown.push(row.gene);
    if (gene === null || !list.declared.has(gene)) continue;
    if (gene !== row.gene) reportOldName(table, { row, gene }, list.report);
    const key = row.site === undefined ? gene : `${gene}\t${row.site}`;
    const entry = entries.get(key);
    if (entry === undefined) entries.set(key, { gene, rows: [row] });
    else entry.rows.push(row);
  }
  reportUnknown(table, unknown, list.report);
  return [...entries.keys()].sort(compareText).flatMap((key) => {
    const { gene, rows = [] } = entries.get(key) ?? {};
    const [row] = rows;
    if (gene === undefined || row === undefined) return [];
    const disagreeing = rows.every((other) => other === row || isSame(other, row))
      ? noLines
      : rows.map(({ line }) => line);
    return [{ gene, site: row.site, row, disagreeing }];
  });
}

const noLines: readonly number[] = [];

function isSame(a: ProteinRow, b: ProteinRow): boolean {
  const areDeclaredAlike = (a.notDetected === undefined) === (b.notDetected === undefined);
  return (
    areDeclaredAlike &&
    a.value === b.value &&
    a.cohort.every((value, index) => Object.is(value, b.cohort[index]))
  );
}

function reportOldName(
  table: ProteinTable,
  { row, gene }: { row: ProteinRow; gene: string },
  report: ReportProblem,
): void {
  const where = { file: table.file, line: row.line };
  report(makeProblem("gene-renamed", "notice", `${row.gene} read as ${gene}`, { where }));
}

function reportUnknown(
  table: ProteinTable,
  unknown: readonly string[],
  report: ReportProblem,
): void {
  if (unknown.length === 0) return;
  const examples = unknown.toSorted(compareText).slice(0, mostExamples).map(showText).join(", ");
  const rest = unknown.length > mostExamples ? ", ..." : "";
  const message = `${unknown.length} of ${table.rows.length} genes are not known to the knowledgebase: ${examples}${rest}`;
  const severity = unknown.length === table.rows.length ? "warning" : "notice";
  report(makeProblem("gene-unknown", severity, message, { where: { file: table.file } }));
}
