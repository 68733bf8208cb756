/**
 * Sequence Ontology consequence terms from the most severe to the least: the order that Ensembl publishes under "Calculated
 * variant consequences" (https://www.ensembl.org/info/genome/variation/prediction/predicted_data.html, release 110).
 */
import type { TranscriptConsequence } from "../../model/alteration.ts";

const ensemblOrder = [
  "transcript_ablation",
  "splice_acceptor_variant",
  "splice_donor_variant",
  "stop_gained",
  "frameshift_variant",
  "stop_lost",
  "start_lost",
  "transcript_amplification",
  "feature_elongation",
  "feature_truncation",
  "inframe_insertion",
  "inframe_deletion",
  "missense_variant",
  "protein_altering_variant",
  "splice_donor_5th_base_variant",
  "splice_region_variant",
  "splice_donor_region_variant",
  "splice_polypyrimidine_tract_variant",
  "incomplete_terminal_codon_variant",
  "start_retained_variant",
  "stop_retained_variant",
  "synonymous_variant",
  "coding_sequence_variant",
  "mature_miRNA_variant",
  "5_prime_UTR_variant",
  "3_prime_UTR_variant",
  "non_coding_transcript_exon_variant",
  "intron_variant",
  "NMD_transcript_variant",
  "non_coding_transcript_variant",
  "coding_transcript_variant",
  "upstream_gene_variant",
  "downstream_gene_variant",
  "TFBS_ablation",
  "TFBS_amplification",
  "TF_binding_site_variant",
  "regulatory_region_ablation",
  "regulatory_region_amplification",
  "regulatory_region_variant",
  "intergenic_variant",
  "sequence_variant",
];

/** Terms of SnpEff and of MAF classes that Ensembl does not use, each beside the one that it is a kind of. */
const otherTerms: readonly (readonly [string, string])[] = [
  ["exon_loss_variant", "transcript_ablation"],
  ["splice_site_variant", "splice_donor_variant"],
  ["conservative_inframe_insertion", "inframe_insertion"],
  ["disruptive_inframe_insertion", "inframe_insertion"],
  ["conservative_inframe_deletion", "inframe_deletion"],
  ["disruptive_inframe_deletion", "inframe_deletion"],
  ["rare_amino_acid_variant", "missense_variant"],
  ["initiator_codon_variant", "start_retained_variant"],
  ["5_prime_UTR_premature_start_codon_gain_variant", "5_prime_UTR_variant"],
  ["non_coding_exon_variant", "non_coding_transcript_exon_variant"],
  ["conserved_intron_variant", "intron_variant"],
  ["intragenic_variant", "intron_variant"],
  ["intergenic_region", "intergenic_variant"],
];

const ranks = new Map(ensemblOrder.map((term, rank) => [term, rank]));
for (const [term, like] of otherTerms) ranks.set(term, ensemblOrder.indexOf(like));

type Terms = Pick<TranscriptConsequence, "terms">;

function rankOf(term: string): number {
  return ranks.get(term) ?? ensemblOrder.length;
}

/** The terms from the most severe to the least; terms that no list knows come last, in the order given. */
export function rankTerms(terms: readonly string[]): string[] {
  return [...terms].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Negative when `a` is more severe than `b`, by the worst term of each; 0 when neither is. */
export function compareSeverity(a: TranscriptConsequence, b: TranscriptConsequence): number {
  return worstRank(a) - worstRank(b);
}

function worstRank(consequence: Terms): number {
  return Math.min(...consequence.terms.map(rankOf), ensemblOrder.length);
}

const mildestChange = rankOf("protein_altering_variant");

/** True where the worst term changes the protein or a splice site. */
export function altersProtein(consequence: Terms): boolean {
  return worstRank(consequence) <= mildestChange;
}
