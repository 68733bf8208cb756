/**
 * Hartwig's PAVE: `IMPACT`, ten values about the canonical transcript of one gene (PAVE README, github.com/hartwigmedical/hmftools). Only the
 * first ALT of a record is annotated, and neighbors of one molecule share the change of the protein that they make together.
 */
import {
  columnReader,
  otherAllele,
  splitTerms,
  type ConsequenceDialect,
} from "./consequence-dialect.ts";

export const impact: ConsequenceDialect = {
  matches: ({ dialect }) => dialect === "IMPACT",

  read({ entries, fields }, call) {
    if (call.altIndex !== 1) return { effects: [], populationFrequency: null, doubt: otherAllele };
    const effects = entries.map(columnReader(fields)).flatMap((entry) => {
      const gene = entry("Gene");
      const codingChange = entry("HgvsCodingImpact");
      if (gene === null) return [];
      return {
        gene,
        transcript: entry("Transcript"),
        terms: splitTerms(entry("CanonicalEffect")).map((term) => nameTerm(term, codingChange)),
        proteinChange: entry("HgvsProteinImpact"),
        codingChange,
        exon: null,
        preference: 1,
      };
    });
    return { effects, populationFrequency: null, doubt: null };
  },
};

const otherNames = new Map([
  ["frameshift", "frameshift_variant"],
  ["phased_inframe_insertion", "inframe_insertion"],
  ["phased_inframe_deletion", "inframe_deletion"],
]);

/** PAVE counts the fifth base behind an exon, the third before one and its last base as splice sites, which the Sequence Ontology does not. */
function nameTerm(term: string, codingChange: string | null): string {
  const isSite = term === "splice_donor_variant" || term === "splice_acceptor_variant";
  const isInSite = /\d[+-][12](?!\d)/.test(codingChange ?? "");
  return isSite && !isInSite ? "splice_region_variant" : (otherNames.get(term) ?? term);
}
