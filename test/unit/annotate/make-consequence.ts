import type { TranscriptConsequence } from "../../../src/model/alteration.ts";

/** BRAF V600E, with whatever a test wants to be different. */
export function makeConsequence(
  changes: Partial<TranscriptConsequence> = {},
): TranscriptConsequence {
  return {
    gene: "BRAF",
    transcript: "ENST00000288602.6",
    terms: ["missense_variant"],
    proteinChange: "V600E",
    codingChange: "c.1799T>A",
    exon: 15,
    preferred: false,
    source: "CSQ",
    ...changes,
  };
}
