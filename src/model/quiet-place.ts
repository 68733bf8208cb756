/**
 * Where a change of bases changes no product of a gene of the knowledgebase: in what is not translated, inside an intron, beside such
 * a gene, or in none but other genes.
 */
export type QuietPlace = "untranslated" | "intron" | "beside" | "other gene";
