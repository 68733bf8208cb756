/**
 * `Variant_Classification` in Sequence Ontology terms, for files that state no `Consequence`. The words are those of the MAF
 * specification and of vcf2maf, which makes them of VEP's terms; a class that several terms give has the one above them.
 */
const terms: ReadonlyMap<string, string> = new Map([
  ["missense_mutation", "missense_variant"],
  ["nonsense_mutation", "stop_gained"],
  ["nonstop_mutation", "stop_lost"],
  ["silent", "synonymous_variant"],
  ["frame_shift_del", "frameshift_variant"],
  ["frame_shift_ins", "frameshift_variant"],
  ["in_frame_del", "inframe_deletion"],
  ["in_frame_ins", "inframe_insertion"],
  ["splice_site", "splice_site_variant"],
  ["splice_region", "splice_region_variant"],
  ["translation_start_site", "start_lost"],
  ["start_codon_snp", "start_lost"],
  ["start_codon_del", "start_lost"],
  ["start_codon_ins", "start_lost"],
  ["stop_codon_del", "stop_lost"],
  ["intron", "intron_variant"],
  ["5'utr", "5_prime_UTR_variant"],
  ["3'utr", "3_prime_UTR_variant"],
  ["5'flank", "upstream_gene_variant"],
  ["3'flank", "downstream_gene_variant"],
  ["igr", "intergenic_variant"],
  ["rna", "non_coding_transcript_exon_variant"],
  ["lincrna", "non_coding_transcript_exon_variant"],
]);

/** Empty for a class that says nothing of the product, such as `Targeted_Region`. */
export function termsOfClassification(text: string): string[] {
  const term = terms.get(text.toLowerCase());
  return term === undefined ? [] : [term];
}
