/** The alleles as MAF writes them, `-` for none. */
interface MafAlleles {
  readonly ref: string;
  readonly alt: string;
}

/** Terms of the Sequence Ontology, gravest first, each with the class that vcf2maf and the MAF specification give it. */
const classes: readonly (readonly [term: string, classification: string])[] = [
  ["splice_acceptor_variant", "Splice_Site"],
  ["splice_donor_variant", "Splice_Site"],
  ["transcript_ablation", "Splice_Site"],
  ["splice_site_variant", "Splice_Site"],
  ["stop_gained", "Nonsense_Mutation"],
  ["frameshift_variant", "Frame_Shift"],
  ["stop_lost", "Nonstop_Mutation"],
  ["start_lost", "Translation_Start_Site"],
  ["inframe_insertion", "In_Frame_Ins"],
  ["inframe_deletion", "In_Frame_Del"],
  ["protein_altering_variant", "In_Frame"],
  ["missense_variant", "Missense_Mutation"],
  ["coding_sequence_variant", "Missense_Mutation"],
  ["splice_region_variant", "Splice_Region"],
  ["synonymous_variant", "Silent"],
  ["stop_retained_variant", "Silent"],
  ["start_retained_variant", "Silent"],
  ["5_prime_UTR_variant", "5'UTR"],
  ["3_prime_UTR_variant", "3'UTR"],
  ["non_coding_transcript_exon_variant", "RNA"],
  ["intron_variant", "Intron"],
  ["upstream_gene_variant", "5'Flank"],
  ["downstream_gene_variant", "3'Flank"],
  ["intergenic_variant", "IGR"],
];

/**
 * `Variant_Classification` of a variant by the gravest of its terms; by its length where the class tells insertions and deletions
 * apart. What no class is for, or nothing is known of, is `Targeted_Region`, which cBioPortal takes and does not count.
 */
export function classifyForMaf(terms: readonly string[], alleles: MafAlleles | null): string {
  const found = classes.find(([term]) => terms.includes(term))?.[1] ?? "Targeted_Region";
  if (found !== "Frame_Shift" && found !== "In_Frame") return found;
  return `${found}_${isInsertion(alleles) ? "Ins" : "Del"}`;
}

function isInsertion(alleles: MafAlleles | null): boolean {
  if (alleles === null) return false;
  const sizeOf = (bases: string): number => (bases === "-" ? 0 : bases.length);
  return sizeOf(alleles.alt) > sizeOf(alleles.ref);
}
