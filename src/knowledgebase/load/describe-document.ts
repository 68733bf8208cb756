import type { StatementDocument } from "../knowledgebase.ts";
import type { DocumentEntity } from "../schema/schema.ts";

/** Where each kind of document can be read. */
const addresses = new Map([
  ["PMID", "https://pubmed.ncbi.nlm.nih.gov/{}/"],
  ["PMC", "https://pmc.ncbi.nlm.nih.gov/articles/{}/"],
  ["ASCO", "https://meetings.asco.org/abstracts-presentations/{}"],
  ["NCT", "https://clinicaltrials.gov/study/{}"],
  ["DOI", "https://doi.org/{}"],
]);

/**
 * A document id of the knowledgebase (`PMID:21639808`) with the label that the report prints and its address.
 * `described`: what documents.json says of labels and guidelines, by id.
 */
export function describeDocument(
  id: string,
  described: ReadonlyMap<string, DocumentEntity> = new Map(),
): StatementDocument {
  const known = described.get(id);
  if (known !== undefined) return { id, label: known.title, url: known.url, date: known.date };
  const [kind, number] = splitOnce(id);
  const address = addresses.get(kind);
  if (address === undefined) throw new Error(`no address for document ${id}`);
  const label = number.startsWith(kind) ? number : `${kind} ${number}`;
  return { id, label, url: address.replace("{}", encodeURI(number)) };
}

/** The page of a record at its source; null when the source has none that is known. */
export function recordUrl(source: string, record: string): string | null {
  const [, kind, number] = (source.startsWith("CIViC") && /^([AE])ID(\d+)$/.exec(record)) || [];
  if (kind === undefined) return null;
  const folder = kind === "A" ? "assertions" : "evidence_items";
  return `https://civicdb.org/links/${folder}/${number}`;
}

function splitOnce(id: string): [string, string] {
  const colon = id.indexOf(":");
  return [id.slice(0, colon), id.slice(colon + 1)];
}
