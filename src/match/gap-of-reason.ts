/** What reasons that leave a statement open mean, and what would settle them. */
import type { NotAssessed } from "../model/report.ts";

/** An entry of what was not assessed, without its statements. */
export type Gap = Pick<NotAssessed, "code" | "what" | "reason" | "settledBy">;

const gaps: readonly Gap[] = [
  {
    code: "partner-not-known",
    what: "Statements about fusions with a partner that is not known here",
    reason: "The fusion fits, as far as its partners are known.",
    settledBy: "RNA sequencing for fusions, or a probe for the partner",
  },
  {
    code: "partner-in-no-gene",
    what: "Statements about fusions of a gene that is broken in DNA",
    reason:
      "The other side of the break lies in no gene that is known, so that what is transcribed cannot be told.",
    settledBy: "RNA sequencing for fusions, or a stain of the protein",
  },
  {
    code: "orientation-not-known",
    what: "Statements about fusions whose sides the caller does not state",
    reason: "Without the sides of the junction one cannot tell whether the genes are fused.",
    settledBy: "A caller that writes breakends, or RNA sequencing for fusions",
  },
  {
    code: "exchanged-product",
    what: "Statements about fusions of which the other product was seen",
    reason: "The product with the partners exchanged was seen, and not the one that is named.",
    settledBy: "RNA sequencing for fusions, or a break-apart probe",
  },
  {
    code: "out-of-frame",
    what: "Statements about fusions that are out of frame here",
    reason: "The product is out of frame as it was called; splicing may restore the frame.",
    settledBy: "RNA sequencing for fusions, or a stain of the protein",
  },
  {
    code: "kinase-domain-lost",
    what: "Statements about fusions that lose the kinase domain here",
    reason: "The caller says that the product has no kinase domain.",
    settledBy: "RNA sequencing for fusions, with the domains of the product",
  },
  {
    code: "kinase-first",
    what: "Statements about fusions of a kinase that comes first here",
    reason:
      "As the 5' partner the kinase loses its 3' end, which holds the domain, and a product with the kinase behind its partner was not seen.",
    settledBy: "RNA sequencing for fusions, or a break-apart probe of the kinase",
  },
  {
    code: "exon-in-part",
    what: "Statements about exons that are lost or doubled in part",
    reason: "A break lies inside an exon, so that a part of it stays.",
    settledBy: "The transcript, by RNA sequencing",
  },
  {
    code: "origin-germline",
    what: "Statements about germline variants",
    reason:
      "The statement is about the germline only, and this version does not tell the origin of a variant.",
    settledBy: "A germline test",
  },
  {
    code: "oncogenicity-not-judged",
    what: "Statements about oncogenic mutations",
    reason: "The variant is in the gene; whether it is oncogenic is not judged in this version.",
    settledBy: "A curated classification of the variant",
  },
  {
    code: "other-clone",
    what: "Statements about stains whose cut-off belongs to another antibody",
    reason: "The stain was made with another clone, and cut-offs are not compared across clones.",
    settledBy: "The stain that the statement names",
  },
  {
    code: "other-scale",
    what: "Statements about stains that are scored otherwise",
    reason: "The score is given in another form or unit, and no rule converts it.",
    settledBy: "The score in the form that the statement asks for",
  },
  {
    code: "value-and-status-differ",
    what: "Statements about markers whose value and verdict contradict each other",
    reason: "The value lies on one side of the cut-off, and the marker is called the other way.",
    settledBy: "The right one of the two, from the laboratory",
  },
  {
    code: "status-unit-missing",
    what: "Statements about markers whose value has no unit",
    reason:
      "A value was given without its unit and without a verdict, and is compared with no cut-off.",
    settledBy:
      "The unit of the value, such as mutations/Mb, or the laboratory's verdict, in the file of --status",
  },
  {
    code: "status-not-stated",
    what: "Statements about markers whose value no cut-off is known for",
    reason:
      "A value was given without a verdict, in a unit or by an assay that no cut-off is known for.",
    settledBy: "The laboratory's verdict, in the file of --status",
  },
  {
    code: "stain-without-cut-off",
    what: "Statements about high or low proteins of which a stain is given",
    reason: "The statement gives no cut-off for the stain.",
    settledBy: "A grade of 0 or 3+, or a measurement against a cohort",
  },
  {
    code: "stain-between-cut-offs",
    what: "Statements about lost or kept proteins that a stain leaves open",
    reason:
      "Published cut-offs of a loss differ, or none calls this share of stained cells lost or kept.",
    settledBy: "The word of the pathologist: lost or retained",
  },
  {
    code: "phase-not-known",
    what: "Statements about alterations on one molecule, or on two",
    reason: "The file does not say whether the variants lie on the same molecule.",
    settledBy: "Phased genotypes (PS, or PGT and PID), or reads that span both places",
  },
  {
    code: "may-be-excluded",
    what: "Statements about classes of alterations with exceptions",
    reason: "Whether the alteration is one of the exceptions is not known.",
    settledBy: "The protein change of the variant",
  },
  {
    code: "no-coordinates-on-build",
    what: "Statements about DNA changes without coordinates on this genome build",
    reason: "The knowledgebase has no coordinates of the change on the genome build of the case.",
    settledBy: "A VCF on the other genome build, or coordinates in the knowledgebase",
  },
  {
    code: "expression-not-measured",
    what: "Statements about the expression of genes that the tables lack",
    reason: "The gene is in no table of the case; missing is never low.",
    settledBy: "A measurement of the gene",
  },
  {
    code: "expression-not-assessable",
    what: "Statements about the expression of genes that cannot be compared",
    reason: "The value, or enough values of the reference cohort, are missing.",
    settledBy: "A value of the case and at least 20 of a reference cohort",
  },
  {
    code: "expression-of-several-genes",
    what: "Statements about the expression of genes that share a row with others",
    reason:
      "Which gene of the row the value is of is not known: it shows none as normal, and speaks against no drug.",
    settledBy: "A measurement of the gene by itself, as by a stain",
  },
  {
    code: "relative-measurement",
    what: "Statements about presence or absence of a protein",
    reason: "A measurement against a cohort does not show presence or absence.",
    settledBy: "An absolute assay such as immunohistochemistry",
  },
  {
    code: "copy-number-not-covered",
    what: "Statements about copies of genes that the copy numbers do not cover",
    reason: "No segment covers half of the gene's transcript, or the table has no row of the gene.",
    settledBy: "Copy numbers of the gene",
  },
  {
    code: "copies-equivocal",
    what: "Statements about amplifications of genes with equivocal copies",
    reason: "From 4 to below 6 copies, and 6 copies in a genome of more than 3, are equivocal.",
    settledBy: "In-situ hybridization, or the protein",
  },
  {
    code: "ish-open",
    what: "Statements about the amplification of a gene that in situ hybridization leaves open",
    reason:
      "By ASCO/CAP its counts are equivocal, incomplete, or at odds with each other or with the stain.",
    settledBy: "A second reading of the stain and of the hybridization, or copy numbers",
  },
  {
    code: "copies-not-adjusted",
    what: "Statements about copies of genes whose change is not adjusted for purity",
    reason: "The change may be larger in tumor cells than in the sample.",
    settledBy: "The share of tumor cells (--purity)",
  },
  {
    code: "copies-not-counted",
    what: "Statements with a number of copies of their own",
    reason: "The file calls the change and does not count copies.",
    settledBy: "A file with numbers of copies",
  },
  {
    code: "copies-in-part",
    what: "Statements about copies of genes that a change covers in part",
    reason: "The change covers less than half of the gene's transcript.",
    settledBy: "A test of the gene, exon by exon",
  },
  {
    code: "alleles-not-told-apart",
    what: "Statements about loss of heterozygosity and second hits",
    reason: "The copy numbers do not tell alleles apart.",
    settledBy: "Allele-specific copy numbers",
  },
  {
    code: "second-hit-not-shown",
    what: "Statements about the loss of both copies of genes",
    reason:
      "Both alleles are there; a second variant on the other allele or a methylation is not excluded.",
    settledBy: "Phased variants, methylation, or the protein",
  },
  {
    code: "no-rna-input",
    what: "Statements about RNA expression",
    reason: "No RNA table was given.",
    settledBy: "An RNA expression table (--protein)",
  },
  {
    code: "no-phosphosite-input",
    what: "Statements about phosphorylation",
    reason: "No phosphosite table was given.",
    settledBy: "A phosphosite table (--protein)",
  },
];

/** By the code of the reason. */
export const gapOfReason: ReadonlyMap<string, Gap> = new Map(gaps.map((gap) => [gap.code, gap]));
