/** A column of a sample sheet and the field of `case.json` that it fills. */
export interface SheetColumn {
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
}

/** Columns of a sample sheet. A cell with several files separates them by `;`. */
export const sheetColumns: readonly SheetColumn[] = [
  { name: "sample", meaning: "pseudonym of the case and name of its reports", required: true },
  { name: "vcf", meaning: "small variants", required: false },
  { name: "tumor_sample", meaning: "the tumor's sample in the variant file", required: false },
  { name: "tumor_af_tag", meaning: "INFO key of the tumor allele fraction", required: false },
  { name: "tumor_dp_tag", meaning: "INFO key of the tumor depth", required: false },
  { name: "tumor_type", meaning: "OncoTree code, DOID or name", required: false },
  { name: "biopsy_site", meaning: "where the metastasis was", required: false },
  { name: "assembly", meaning: "GRCh37 or GRCh38; inferred when empty", required: false },
  { name: "protein", meaning: "protein tables", required: false },
  { name: "protein_sample", meaning: "the case's column or name in them", required: false },
  {
    name: "protein_cohort",
    meaning: "name printed for the other samples of the table",
    required: false,
  },
  { name: "protein_scale", meaning: "scale of the protein values", required: false },
  { name: "protein_molecule", meaning: "protein, rna or phosphosite", required: false },
  { name: "cnv", meaning: "copy numbers", required: false },
  { name: "cnv_sample", meaning: "the case's sample in them", required: false },
  { name: "sv", meaning: "structural variants", required: false },
  { name: "sv_sample", meaning: "the case's sample in them", required: false },
  { name: "fusion", meaning: "fusions", required: false },
  { name: "fusion_sample", meaning: "the case's sample in them", required: false },
  { name: "status", meaning: "TMB, MSI, HRD, signatures, viruses", required: false },
  { name: "status_sample", meaning: "the case's sample in them", required: false },
  { name: "ihc", meaning: "results of immunohistochemistry", required: false },
  { name: "ihc_sample", meaning: "the case's sample in them", required: false },
  { name: "callable", meaning: "what was read well enough to call", required: false },
  { name: "callable_sample", meaning: "the case's sample in them", required: false },
  { name: "prior", meaning: "therapies given before", required: false },
  { name: "prior_sample", meaning: "the case's sample in them", required: false },
  { name: "outside", meaning: "own calls of OncoKB annotator or PCGR", required: false },
  { name: "outside_sample", meaning: "the case's sample in them", required: false },
  { name: "purity", meaning: "fraction of tumor cells, 0 to 1", required: false },
  { name: "ploidy", meaning: "mean copies of the tumor's genome", required: false },
  { name: "primary", meaning: "small variants of the primary tumor", required: false },
  { name: "primary_sample", meaning: "the primary tumor's sample in that file", required: false },
  { name: "primary_purity", meaning: "fraction of tumor cells in it, 0 to 1", required: false },
  { name: "sex", meaning: "female or male", required: false },
];
