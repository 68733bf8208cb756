import type { Report } from "../model/report.ts";
import { specificities } from "../model/verdict.ts";

/**
 * How a report is made, for a reader who has only the report: every rule that decides what is shown or in
 * which order, with its thresholds and where they come from.
 */
export function describeMethod(): Report["method"] {
  return [
    {
      name: "Tumor sample",
      text:
        "The sample named by the user; else by the file's header (##tumor_sample, Mutect2's tumor_sample=, PEDIGREE); " +
        "else a sample called TUMOR or TUMOUR; else the only sample. Otherwise the file is refused.",
    },
    {
      name: "Genome build",
      text:
        "Taken from contig lengths in the header, or from the reference bases at knowledgebase sites where the header has none. " +
        "A file that contradicts the build asked for is refused. Nothing is lifted from one build to another.",
    },
    {
      name: "Variants used",
      text:
        "Records with several alternative alleles are split. Calls that failed a filter, calls that the tumor sample does not carry, " +
        "and alleles without an effect on a protein or a known site are set aside and counted, not deleted. " +
        "Allele fraction and depth are read from the tumor sample, by the rule printed with each finding.",
    },
    {
      name: "Matching",
      text:
        "Alterations are compared after normalization of alleles, protein changes and gene symbols. " +
        `How exactly a statement names what was seen is printed with every match: ${specificities.join(" > ")}. ` +
        "A wider match never inherits a level that the source gave to the exact change. All parts of a statement must be met. " +
        "A wild-type or absence statement needs proof that the region was covered; without proof it is listed as not assessed.",
    },
    {
      name: "Tumor type",
      text:
        "Evidence applies as it stands when its disease is the case's tumor type or a wider group that contains it (OncoTree and Disease Ontology). " +
        "Evidence from a subtype or another tumor is kept, at a lower level.",
    },
    {
      name: "Evidence tier",
      text:
        "Joint guideline of AMP, ASCO and CAP (Li et al. 2017, J Mol Diagn 19:4, PMID 27993330). " +
        "Levels of the source are translated: A stays A; B with a trust rating of at least 3 stars is B, else C; " +
        "C with two or more independent reports is C, else D; D and E (preclinical, inferential) are D. " +
        "A or B in another tumor becomes C; C or D in another tumor is not tiered. Levels A and B are tier I, C and D tier II. " +
        "Without evidence, a variant at 1 % or more in any population is tier IV, any other in a cancer gene tier III. " +
        "The level as stated by the source is always printed beside it.",
    },
    {
      name: "Resistance",
      text:
        "Resistance evidence of level A or B in this tumor type, for the same therapy or a class that the evidence names, takes the therapy out of the ranking. " +
        "Weaker resistance evidence leaves it ranked, flagged, after its unflagged peers. " +
        "A drug class is never inferred, and nothing passes between a combination and its parts.",
    },
    {
      name: "Ranking",
      text:
        "Targets are ordered by: evidence level (A, B, C, D, none); in this tumor before in another; no resistance or counter-evidence flag; " +
        "verification by protein; best rating of the source; number of independent sources; exactness of the match; and last gene, alteration and therapy as text, which is a tie and says so. " +
        "Verification reorders targets within a level and never changes a level.",
    },
    {
      name: "Protein outliers",
      text:
        "Each value is compared with its reference cohort on the log2 scale: modified z (Mz) = 0.6745 x (value - median) / median absolute deviation " +
        "(Iglewicz and Hoaglin 1993), with a two-sided p from Student's t with 0.37 x (n - 1) degrees of freedom, " +
        "and q by Benjamini and Hochberg over a list of genes fixed before any value is read. " +
        "High needs q < 0.1, Mz >= 3 and a log2 fold >= 1; low needs q < 0.1, Mz <= -3 and a log2 fold <= -1. " +
        "Fewer than 20 cohort values, or more than 30 % missing, is not assessable. A missing value is never low and is never imputed.",
    },
    {
      name: "Verification by protein",
      text:
        "A protein measurement can verify a DNA finding only when it is of the kind that the alteration predicts: amplification raises abundance, loss of a tumor suppressor lowers it; " +
        "an activating point mutation predicts activity, not abundance. Relative measurements can verify or fail to support; only an absolute assay can contradict.",
    },
    {
      name: "Not assessed",
      text: "Not tested is never negative. Statements that need an input the case does not have, or that the input left open, are listed with what would settle them.",
    },
  ];
}
