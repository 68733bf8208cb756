import type { Report } from "../../model/report.ts";

interface Entry {
  readonly term: string;
  readonly meaning: string;
}

const always: readonly Entry[] = [
  {
    term: "Tier and level",
    meaning:
      "strength of evidence by the joint guideline of AMP, ASCO and CAP (Association for Molecular Pathology, American Society of Clinical Oncology, College of American Pathologists; 2017). " +
      "Tier I holds levels A (approved or in guidelines for this tumor) and B (well-powered studies), tier II holds C and D, tier III is unknown significance.",
  },
  {
    term: "Source level",
    meaning:
      "as the source states it: A validated, B clinical, C case studies, D preclinical, E inferential; rating: the source's own trust, 1 to 5 stars.",
  },
  {
    term: "Match",
    meaning: "how exactly the evidence names what was found, from allele (exact) to gene (widest).",
  },
  {
    term: "Protein",
    meaning: "whether a protein measurement of the same biopsy bears the target out.",
  },
];

const reads: readonly Entry[] = [
  {
    term: "VAF",
    meaning: "variant allele fraction, the share of reads that carry the variant.",
  },
];

const cells: readonly Entry[] = [
  {
    term: "CCF",
    meaning:
      "cancer cell fraction, the share of tumor cells that carry the variant, from its reads, the purity and the copies.",
  },
];

const measured: readonly Entry[] = [
  {
    term: "Mz",
    meaning:
      "modified z-score, the distance from the median of the reference cohort in robust standard deviations.",
  },
  {
    term: "q",
    meaning: "p-value corrected for the number of genes tested (false discovery rate, FDR).",
  },
  {
    term: "log2 fold",
    meaning: "difference from the cohort median on the log2 scale; +1 is twice as much.",
  },
];

/** Of the front page, which every report has. */
const front: readonly Entry[] = [
  {
    term: "EMA, FDA",
    meaning:
      "European Medicines Agency, and the Food and Drug Administration of the United States.",
  },
  {
    term: "IHC, ISH",
    meaning:
      "immunohistochemistry, a stain of a protein; in situ hybridization, which counts a gene.",
  },
  {
    term: "MMR, PCR",
    meaning:
      "mismatch repair, whose proteins are stained; polymerase chain reaction, here of microsatellites.",
  },
  {
    term: "TMB, MSI, HRD",
    meaning:
      "tumor mutational burden, microsatellite instability, homologous recombination deficiency.",
  },
  {
    term: "SHA-256",
    meaning: "digest of a file: two files of the same digest are the same.",
  },
];

/** The abbreviations that a report uses, each explained once. */
export function glossaryOf(report: Report): readonly Entry[] {
  const kinds = new Set(report.findings.map(({ support }) => support.kind));
  return [
    ...(report.targets.length > 0 ? always : always.slice(0, 1)),
    ...front,
    ...(kinds.has("reads") ? reads : []),
    ...(hasCellFraction(report) ? cells : []),
    ...(kinds.has("cohort") ? measured : []),
  ];
}

function hasCellFraction({ findings, lesions }: Report): boolean {
  return (
    findings.some(({ clonality }) => (clonality?.fraction ?? null) !== null) ||
    (lesions?.alterations ?? []).some((alteration) =>
      alteration.cells.some(({ cellFraction }) => cellFraction !== null),
    )
  );
}
