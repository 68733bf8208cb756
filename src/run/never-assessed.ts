import type { NotAssessed } from "../model/report.ts";

/**
 * What a board would look for and this version reads from no file at all. Listed in every report: what is not looked at must
 * not pass for negative.
 */
export const neverAssessed: readonly NotAssessed[] = [
  {
    code: "signatures-not-read",
    what: "Microsatellite instability, tumor mutational burden and homologous recombination deficiency",
    reason: "This version reads no signature or status.",
    settledBy: "An assay for MSI or mismatch repair, TMB and HRD",
    statements: 0,
    genes: [],
  },
  {
    code: "rna-and-phosphosites-not-read",
    what: "RNA expression and phosphosites",
    reason: "This version reads abundances of proteins only.",
    settledBy: "RNA sequencing, or phosphoproteomics, read by other means",
    statements: 0,
    genes: [],
  },
  {
    code: "primary-not-read",
    what: "Whether the primary tumor has the same alterations",
    reason: "This version reads the files of one lesion.",
    settledBy: "The variants of the primary tumor, compared by other means",
    statements: 0,
    genes: [],
  },
];
