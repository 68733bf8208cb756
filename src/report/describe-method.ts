import { outlierThresholds } from "../annotate/proteins/outlier-thresholds.ts";
import { describeBuiltFiles } from "../annotate/proteins/site-above-protein.ts";
import { describeMethod as describeAssessment } from "../assess/describe-method.ts";
import type { Report } from "../model/report.ts";
import { specificities } from "../model/verdict.ts";

/**
 * How a report is made, for a reader who has only the report: every rule that decides what is shown or in
 * which order, with its thresholds and where they come from. Thresholds are those that the rules use. `builtFiles`: cohort files that
 * kept a phosphosite from being read beside its protein.
 */
export function describeMethod({
  builtFiles = [],
  hasOutside,
}: {
  readonly builtFiles?: readonly string[] | undefined;
  readonly hasOutside: boolean;
}): Report["method"] {
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
        "Records with several alternative alleles are split. Calls that failed a filter (a missing FILTER counts as passed), calls that the tumor sample does not carry, " +
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
    ...describeAssessment(),
    { name: "Protein outliers", text: describeOutliers(builtFiles) },
    ...(hasOutside ? [outsideCalls] : []),
    {
      name: "Not assessed",
      text:
        "Not tested is never negative. Statements that need an input the case does not have, or that the input left open, " +
        "are listed with what would settle them.",
    },
  ];
}

const outsideCalls = {
  name: "Outside calls",
  text:
    "What an outside call says is the user's own result of another program, under the licence of its source; metaction ships none of that content. " +
    "It is shown as stated beside the finding with its allele, or with its gene and change, and no rank, tier or verification rests on it. " +
    "Calls without a finding here are counted among what was set aside. Levels of OncoKB are shown in the order R1 > 1 > 2 > 3A > 3B > 4 > R2.",
};

function describeOutliers(builtFiles: readonly string[]): string {
  const { q, modifiedZ, log2Fold, cohortToCall, missingShare, sampleShift } = outlierThresholds;
  const built = describeBuiltFiles(builtFiles);
  return (
    "Each value is compared with its reference cohort on the log2 scale: modified z (Mz) = 0.6745 x (value - median) / median absolute deviation " +
    "(Iglewicz and Hoaglin 1993), with a two-sided p from Student's t with 0.37 x (n - 1) degrees of freedom, " +
    "and q by Benjamini and Hochberg over a list of genes fixed before any value is read. " +
    `High needs q < ${q}, Mz >= ${modifiedZ} and a log2 fold >= ${log2Fold}; ` +
    `low needs q < ${q}, Mz <= -${modifiedZ} and a log2 fold <= -${log2Fold}. ` +
    `Fewer than ${cohortToCall} cohort values, more than ${missingShare * 100} % missing, or a shift of the whole sample by more than ${sampleShift} ` +
    "is not assessable. A missing value is never low and is never imputed." +
    (built === null ? "" : ` ${built}`)
  );
}
