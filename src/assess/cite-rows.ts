/** Names the statements behind a sentence, so that a reader can find them. */
import type { EvidenceRow } from "../model/report.ts";
import { isOnTumor } from "../model/verdict.ts";

/** More than this and a sentence says how many others there are; all rows are in the evidence table. */
const namedRows = 3;

/** `CIViC EID1902 (Colorectal Cancer, AMP level B)`; says when the tumor is another one. */
export function citeRow(row: EvidenceRow): string {
  const place = isOnTumor(row.relation)
    ? row.disease.name
    : row.relation === "unknown"
      ? `${row.disease.name}, not compared with this tumor`
      : `${row.disease.name}, another tumor type`;
  const level = row.ampLevel === null ? "not tiered" : `AMP level ${row.ampLevel}`;
  return `${row.source.name} ${row.source.record} (${place}, ${level})`;
}

/** Cites the first rows in the order given and counts the rest. */
export function citeRows(rows: readonly EvidenceRow[]): string {
  const named = rows.slice(0, namedRows).map(citeRow);
  const others = rows.length - named.length;
  return others > 0 ? `${named.join("; ")}; and ${others} more` : named.join("; ");
}
