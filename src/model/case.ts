/** One patient's biopsy: what is asked of the tool, before any file is opened. */
import * as z from "zod";
import { molecules } from "./alteration.ts";
import { caseIdSchema } from "./case-id-schema.ts";
import { referenceSubsets } from "./cohort.ts";
import { evidenceInput } from "./evidence-input.ts";
import { assemblies } from "./locus.ts";
import { proteinScales } from "./protein-scales.ts";
import { purityInput, ploidyInput, specimenSchema } from "./specimen.ts";

const proteinInput = z.strictObject({
  file: z.string().min(1).describe("path of the table"),
  sample: z
    .string()
    .min(1)
    .optional()
    .describe("column (wide) or sample name (long) of the case; default: the tumor sample"),
  cohortName: z.string().min(1).optional().describe("name printed for the reference cohort"),
  scale: z
    .enum(proteinScales)
    .optional()
    .describe("declared scale of the values; detected and printed when absent"),
  molecule: z
    .enum(molecules)
    .optional()
    .describe("what was measured; default: what the format states, else protein"),
});

const cohortInput = z.strictObject({
  file: z.string().min(1).describe("matrix of reference samples, or a built cohort file"),
  meta: z
    .string()
    .min(1)
    .optional()
    .describe("table: sample, tissue, disease, biopsy-site, role, known-aberration"),
  name: z.string().min(1).max(80).optional().describe("begins the names of its cohorts"),
});

const evidenceInputs = z.array(evidenceInput).optional();

/** Sexes as a case file writes them: they tell how many copies of X and Y a normal cell has. */
const sexes = ["female", "male"] as const;
export type Sex = (typeof sexes)[number];

/** `case.json`: paths are relative to the file that holds them. */
export const caseSchema = z
  .strictObject({
    $schema: z.string().optional().describe("address of this schema, for editors"),
    id: caseIdSchema,
    tumorType: z.string().min(1).optional().describe("OncoTree code or DOID"),
    biopsySite: z.string().min(1).max(80).optional().describe("site of the metastasis"),
    assembly: z.enum(assemblies).optional().describe("inferred from the file when absent"),
    variants: z.string().min(1).optional().describe("VCF, MAF or list of changes, plain or gzip"),
    tumorSample: z
      .string()
      .min(1)
      .optional()
      .describe("its name in the variant file; default: as the header tells"),
    tumorAfTag: z.string().min(1).optional().describe("INFO key of the tumor allele fraction"),
    tumorDpTag: z.string().min(1).optional().describe("INFO key of the tumor depth"),
    protein: z.array(proteinInput).optional().describe("tables of proteins, phosphosites or RNA"),
    cohort: z
      .array(cohortInput)
      .optional()
      .describe("reference samples in place of those of the protein tables"),
    proteinCohort: z
      .array(z.string().min(1))
      .optional()
      .describe("names of the cohorts to compare with; default: all that fit the case"),
    kinaseSubstrates: z
      .string()
      .min(1)
      .optional()
      .describe("table: kinase, substrate, site; for the activity of kinases"),
    kinaseMinimum: z
      .int()
      .min(3)
      .optional()
      .describe("measured substrate sites that the score of a kinase needs; default: 3"),
    referenceSubset: z
      .enum(referenceSubsets)
      .optional()
      .describe("leave out reference samples with a known aberration of a gene, for that gene"),
    cnv: evidenceInputs.describe("copy numbers of the metastasis"),
    sv: evidenceInputs.describe("structural variants of the metastasis"),
    fusion: evidenceInputs.describe("fusions of the metastasis"),
    status: evidenceInputs.describe("TMB, MSI, HRD, signatures and viruses"),
    ihc: evidenceInputs.describe("results of immunohistochemistry"),
    callable: evidenceInputs.describe("what was read well enough to call: panel BED, gVCF"),
    prior: evidenceInputs.describe("therapies given before"),
    responses: z
      .string()
      .min(1)
      .optional()
      .describe("record of responses of the study, for what became of others on the same target"),
    outside: evidenceInputs.describe("own calls of other programs: OncoKB annotator, PCGR"),
    purity: purityInput,
    callableMb: z
      .number()
      .gt(0)
      .max(3500)
      .optional()
      .describe("megabases in which the variants were called, to count the burden over"),
    ploidy: ploidyInput,
    sex: z.enum(sexes).optional().describe("tells the copies of X and Y in a normal cell"),
    specimens: z
      .array(specimenSchema)
      .min(1)
      .optional()
      .describe("lesions of the patient; what stands beside them is of the one to be treated"),
    lesion: z
      .string()
      .min(1)
      .optional()
      .describe("id of the lesion to be treated; default: the latest metastasis by date"),
    minAltReads: z
      .int()
      .min(1)
      .optional()
      .describe("reads of an allele from which the caller calls it in other lesions; default: 3"),
  })
  .meta({ title: "metaction case", description: "The files of one metastatic biopsy." });

export type CaseFile = z.infer<typeof caseSchema>;
export type ProteinInput = z.infer<typeof proteinInput>;
