import type { CohortQuestion } from "./cohort.ts";
import { rowKey } from "./row-key.ts";

/** A row of a cohort that the case has too. */
export interface MatchedRow<Row> {
  readonly row: Row;
  /** Of the case; NaN where missing. */
  readonly value: number;
}

/**
 * Rows of a cohort beside the case's value of the same gene and site, by current symbols, in their order. What stands twice on either
 * side, under an alias and a symbol, is left out: which row is which cannot be told.
 */
export function matchRows<
  Row extends { readonly gene: string; readonly site?: string | undefined },
>(
  rows: readonly Row[],
  { caseRows, currentSymbol }: Pick<CohortQuestion, "caseRows" | "currentSymbol">,
): MatchedRow<Row>[] {
  if (caseRows.length === 0) return [];
  const indexes = new Map<string, number>();
  rows.forEach((row, index) => {
    const key = rowKey(row, currentSymbol);
    indexes.set(key, indexes.has(key) ? twice : index);
  });
  const values = new Float64Array(rows.length).fill(Number.NaN);
  const seen = new Uint8Array(rows.length);
  for (const row of caseRows) {
    const index = indexes.get(rowKey(row, currentSymbol)) ?? twice;
    if (index === twice) continue;
    values[index] = row.value ?? Number.NaN;
    seen[index] = (seen[index] ?? 0) + 1;
  }
  const matched: MatchedRow<Row>[] = [];
  rows.forEach((row, index) => {
    if (seen[index] === 1) matched.push({ row, value: values[index] ?? Number.NaN });
  });
  return matched;
}

/** Stands for the index of a row that is not the only one. */
const twice = -1;
