import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import { compareText } from "../../model/order.ts";
import { showText } from "../../read/show-text.ts";
import type { ProteinRow, ProteinTable } from "../../read/protein-reader.ts";

/** The row of one declared gene, or of one site of it. `disagreeing`: lines of rows that all mean this gene and differ; empty when none do. */
export interface DeclaredRow {
  /** Current symbol. */
  readonly gene: string;
  readonly site: string | undefined;
  /** Genes of the row, where they are several and the gene has no row of its own. */
  readonly group?: readonly string[];
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

interface Entry {
  readonly gene: string;
  readonly rows: ProteinRow[];
}

/**
 * Rows of the declared genes by current symbol and site, sorted by them; tells which names were old and how many are unknown. A gene without a row
 * of its own gets those of several genes that it is one of (clinical R9).
 */
export function collectDeclaredRows(table: ProteinTable, list: GeneList): DeclaredRow[] {
  const entries = new Map<string, Entry>();
  const unknown: string[] = [];
  const shared: ProteinRow[] = [];
  for (const row of table.rows.toSorted((a, b) => a.line - b.line)) {
    const gene = list.currentSymbol(row.gene);
    if (row.group !== undefined && (gene === null || !list.declared.has(gene))) {
      shared.push(row);
      continue;
    }
    if (gene === null) unknown.push(row.gene);
    if (gene === null || !list.declared.has(gene)) continue;
    if (gene !== row.gene) reportOldName(table, { row, gene }, list.report);
    addRow(entries, gene, row);
  }
  reportUnknown(table, unknown, list.report);
  for (const [key, entry] of collectShared(shared, list, entries)) entries.set(key, entry);
  return [...entries.keys()].sort(compareText).flatMap((key) => {
    const { gene, rows = [] } = entries.get(key) ?? {};
    const row = rows[0];
    if (gene === undefined || row === undefined) return [];
    const disagreeing =
      rows.length === 1 || rows.every((other) => isSame(other, row))
        ? noLines
        : rows.map(({ line }) => line);
    const declared = { gene, site: row.site, row, disagreeing };
    const { group } = row;
    return group === undefined ? declared : { ...declared, group };
  });
}

function addRow(entries: Map<string, Entry>, gene: string, row: ProteinRow): void {
  const key = keyOf(gene, row);
  const entry = entries.get(key);
  if (entry === undefined) entries.set(key, { gene, rows: [row] });
  else entry.rows.push(row);
}

function keyOf(gene: string, { site }: ProteinRow): string {
  return site === undefined ? gene : `${gene}\t${site}`;
}

/** Rows of several genes, for each declared gene among them that has none of its own. */
function collectShared(
  rows: readonly ProteinRow[],
  { declared, currentSymbol }: GeneList,
  own: ReadonlyMap<string, Entry>,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const row of rows) {
    for (const member of row.group ?? []) {
      const gene = currentSymbol(member);
      if (gene === null || !declared.has(gene) || own.has(keyOf(gene, row))) continue;
      addRow(entries, gene, row);
    }
  }
  return entries;
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
