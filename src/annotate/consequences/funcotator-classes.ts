/**
 * Funcotator's `variantClassification` in Sequence Ontology terms. The words, and what each of them covers, are those of GATK's
 * `GencodeFuncotation.VariantClassification`. `COULD_NOT_DETERMINE` is left out: it says nothing.
 */
const terms: ReadonlyMap<string, string> = new Map([
  ["MISSENSE", "missense_variant"],
  ["NONSENSE", "stop_gained"],
  ["NONSTOP", "stop_lost"],
  ["SILENT", "synonymous_variant"],
  ["FRAME_SHIFT_DEL", "frameshift_variant"],
  ["FRAME_SHIFT_INS", "frameshift_variant"],
  ["IN_FRAME_DEL", "inframe_deletion"],
  ["IN_FRAME_INS", "inframe_insertion"],
  ["START_CODON_SNP", "start_lost"],
  ["START_CODON_DEL", "start_lost"],
  ["START_CODON_INS", "start_lost"],
  // A new start codon before the protein's own; the protein is still made.
  ["DE_NOVO_START_IN_FRAME", "5_prime_UTR_premature_start_codon_gain_variant"],
  ["DE_NOVO_START_OUT_FRAME", "5_prime_UTR_premature_start_codon_gain_variant"],
  ["INTRON", "intron_variant"],
  ["FIVE_PRIME_UTR", "5_prime_UTR_variant"],
  ["THREE_PRIME_UTR", "3_prime_UTR_variant"],
  ["FIVE_PRIME_FLANK", "upstream_gene_variant"],
  ["THREE_PRIME_FLANK", "downstream_gene_variant"],
  ["IGR", "intergenic_variant"],
  // Exons and introns alike of genes that make no protein.
  ["RNA", "non_coding_transcript_variant"],
  ["LINCRNA", "non_coding_transcript_variant"],
]);

const spliceSite = "SPLICE_SITE";

/**
 * Of `SPLICE_SITE`, two bases on either side of an exon's end, the secondary classification tells the side: `INTRON` is the splice
 * site itself, another is a change of the exon's last bases. Without it the word is taken as it is.
 */
export function termsOfFuncotation(primary: string | null, secondary: string | null): string[] {
  const term = terms.get(primary ?? "");
  if (primary !== spliceSite) return term === undefined ? [] : [term];
  const inExon = secondary === "INTRON" ? undefined : terms.get(secondary ?? "");
  return inExon === undefined ? ["splice_site_variant"] : [inExon, "splice_region_variant"];
}
