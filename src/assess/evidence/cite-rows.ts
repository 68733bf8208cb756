/** Names the statements behind a sentence, so that a reader can find them. */
import type { EvidenceRow } from "../../model/report.ts";
import type { DiseaseRelation } from "../../model/verdict.ts";

/** More than this and a sentence says how many others there are; all rows are in the evidence table. */
const namedRows = 3;

/** `CIViC EID1902 (colorectal cancer, AMP level B)`; says when the tumor is another one. */
function citeRow({ source, disease, relation, ampLevel }: EvidenceRow): string {
  const level = ampLevel === null ? "not tiered" : `AMP level ${ampLevel}`;
  return `${source.name} ${source.record} (${disease.name}${relationNote[relation]}, ${level})`;
}

const relationNote: Readonly<Record<DiseaseRelation, string>> = {
  same: "",
  ancestor: "",
  descendant: ", a subtype of this tumor type",
  other: ", another tumor type",
  unknown: ", not compared with this tumor",
};

/** Cites the first rows in the order given and counts the rest. */
export function citeRows(rows: readonly EvidenceRow[]): string {
  const named = rows.slice(0, namedRows).map(citeRow);
  const others = rows.length - named.length;
  return others > 0 ? `${named.join("; ")}; and ${others} more` : named.join("; ");
}
