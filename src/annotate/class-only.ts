import type { TranscriptConsequence } from "../model/alteration.ts";

/**
 * True where nothing is named: also for a MAF row, or an entry of Funcotator, that gives a gene and a class, and no change that they belong to.
 */
export function isClassOnly(stated: readonly TranscriptConsequence[]): boolean {
  return stated.every(
    ({ source, proteinChange, codingChange }) =>
      (source === "MAF" || source === "FUNCOTATION") &&
      proteinChange === null &&
      codingChange === null,
  );
}

/** True when our own call says what a gene of the file's class names, and not only that its bases are not at hand. */
export function saysMore(
  own: readonly TranscriptConsequence[],
  stated: readonly TranscriptConsequence[],
): boolean {
  return own.some(
    ({ gene, terms }) =>
      !terms.includes("coding_sequence_variant") && stated.some((other) => other.gene === gene),
  );
}
