import { parseProteinChange } from "../annotate/protein-change.ts";
import type { TranscriptConsequence } from "../model/alteration.ts";
import type { ProteinChange } from "../model/protein-change.ts";

const remembered = new WeakMap<TranscriptConsequence, ProteinChange | null>();

/**
 * The protein change of a consequence; null when it states none, or one that cannot be read. Every statement of the
 * gene asks for it, so it is read once.
 */
export function changeOf(consequence: TranscriptConsequence): ProteinChange | null {
  const known = remembered.get(consequence);
  if (known !== undefined) return known;
  const text = consequence.proteinChange;
  const change = text === null ? null : parseProteinChange(text);
  remembered.set(consequence, change);
  return change;
}

const codingTerms = new Set([
  "coding_sequence_variant",
  "frameshift_variant",
  "inframe_deletion",
  "inframe_insertion",
  "protein_altering_variant",
]);
const siteTerms = new Set([
  "splice_acceptor_variant",
  "splice_donor_variant",
  "splice_site_variant",
  "exon_loss_variant",
]);

const namelessTerms = new Set([...codingTerms, "missense_variant", "stop_gained", "stop_lost"]);

/**
 * True for our own call of a coding change in a gene whose sequence is not at hand, and for a row of
 * a MAF or list that gives a class and no change of the protein: what it does to the protein can be told with `--fasta`, and until then it may be any change.
 */
export function lacksSequence(consequence: TranscriptConsequence): boolean {
  const { source, terms, proteinChange, codingChange } = consequence;
  const isClass = source === "HGVS" || (source === "MAF" && codingChange === null);
  if ((source !== "models" && !isClass) || proteinChange !== null) return false;
  const coding = isClass ? namelessTerms : codingTerms;
  return terms.some((term) => coding.has(term)) && !terms.some((term) => siteTerms.has(term));
}

/** The reason of a rule that needs the sequence. */
export function sequenceMissing(gene: string): { code: string; text: string } {
  const text = `The change lies in the coding sequence of ${gene}, whose bases are not at hand; --fasta names its protein change.`;
  return { code: "sequence-missing", text };
}
