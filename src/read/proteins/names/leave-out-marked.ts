import { makeProblem, type ReportProblem } from "../../../model/problem.ts";
import { membersOf } from "./protein-members.ts";
import { readSearchMark } from "./search-marks.ts";
import type { GeneRow } from "../tables/gene-row.ts";

/**
 * Sets aside the rows that a search engine's mark says are decoys or contaminants, in every format: their genes are often those of the protein
 * that they were made of. A group is what its first member is; marked members behind it are passed over.
 */
export function leaveOutMarked<Row extends Pick<GeneRow, "gene" | "accessions">>(
  rows: readonly Row[],
  { file, report }: { readonly file: string; readonly report: ReportProblem },
): { readonly rows: readonly Row[]; readonly setAside: number } {
  const reasons = new Map<string, number>();
  const kept: Row[] = [];
  for (const row of rows) {
    const reason = reasonOf(row);
    if (reason === null) kept.push(withoutMarked(row));
    else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const setAside = rows.length - kept.length;
  if (setAside > 0) {
    const counts = [...reasons].map(([reason, count]) => `${reason}: ${count}`).toSorted();
    const message = `rows that are no protein of the sample by the marks of their names were set aside (${counts.join(", ")})`;
    report(makeProblem("rows-marked", "notice", message, { where: { file } }));
  }
  return { rows: kept, setAside };
}

function reasonOf({ gene, accessions = "" }: Pick<GeneRow, "gene" | "accessions">): string | null {
  return readSearchMark(firstOf(gene)) ?? readSearchMark(firstOf(accessions));
}

/** Most names are alone in their cell, and a proteome has tens of thousands. */
function firstOf(cell: string): string {
  const [first = ""] = cell.split(/[;,]/, 1);
  return first.trim();
}

const maybeMarked = /_|crap/i;

function withoutMarked<Row extends Pick<GeneRow, "gene" | "accessions">>(row: Row): Row {
  const { accessions = "" } = row;
  if (!maybeMarked.test(accessions)) return row;
  const members = membersOf(accessions);
  const own = members.filter((member) => readSearchMark(member) === null);
  return own.length === members.length ? row : { ...row, accessions: own.join(";") };
}
