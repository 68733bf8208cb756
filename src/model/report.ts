/**
 * The one document that every renderer reads, and whose JSON is the tool's contract with pipelines.
 * Additive changes raise the minor number of `schemaVersion`, others the major one.
 */
import * as z from "zod";
import { alterationKinds } from "./alteration.ts";
import { changedProteinSchema } from "./changed-protein.ts";
import { claimSchema, clonalitySchema } from "./clonality.ts";
import { combinedResultsSchema } from "./combined-result.ts";
import { balanceSchema } from "./evidence-balance.ts";
import { matchingScoreSchema } from "./matching-score.ts";
import { nctLevelSchema } from "./nct-level.ts";
import { lesionsSchema } from "./lesions.ts";
import { provenanceSchema, supportSchema } from "./observation.ts";
import { oncogenicitySchema } from "./oncogenicity.ts";
import { outsideCallsSchema } from "./outside-call.ts";
import { problemSchema } from "./problem-schema.ts";
import { reasonSchema } from "./reason-schema.ts";
import { experienceSchema } from "./experience.ts";
import { reportCaseSchema, reportKnowledgebaseSchema } from "./report-about.ts";
import { evidenceRowSchema, therapySchema } from "./report-evidence.ts";
import { inputSchema } from "./report-input.ts";
import { countsSchema } from "./report-counts.ts";
import { notAssessedSchema, setAsideSchema } from "./report-left-open.ts";
import { priorTherapySchema } from "./prior-therapy.ts";
import { ampLevels, ampTiers, reportSchemaVersion } from "./report-terms.ts";
import { lesionStates, specificities } from "./verdict.ts";
import { stripSchema, verificationSchema } from "./verification.ts";

export { type Counts } from "./report-counts.ts";
export type { EvidenceRow, Therapy } from "./report-evidence.ts";
export type { ReportInput } from "./report-input.ts";
export type { NotAssessed, SetAside } from "./report-left-open.ts";

const sortPart = z.strictObject({
  name: z.string().describe("what is compared, such as AMP level"),
  value: z.string().describe("as printed"),
  order: z.number().nullable().describe("smaller ranks first; null: compared as text"),
});
export type SortPart = z.infer<typeof sortPart>;

const alterationRef = z.strictObject({
  observation: z.string().describe("a finding; or `wild-type:` with the gene, which is none"),
  label: z.string().describe("for people: `BRAF V600E`"),
  gene: z.string().nullable().describe("current symbol; null: a marker of the whole tumor"),
});

const ampSchema = z.strictObject({
  level: z.enum(ampLevels).nullable().describe("AMP/ASCO/CAP level; null: no evidence is tiered"),
  tier: z.enum(ampTiers).nullable().describe("AMP/ASCO/CAP tier; null: none"),
  reason: reasonSchema,
});

export const targetSchema = z.strictObject({
  id: z.string().describe("`target:` with the id of the therapy; unique in a report"),
  rank: z.int().min(1).describe("1 is the best supported; each rank once"),
  therapy: therapySchema.describe("what would be given"),
  alterations: z.array(alterationRef).min(1).describe("what it is matched to"),
  amp: ampSchema
    .extend({ statements: z.array(z.string()).describe("ids of those that reach the level") })
    .describe("best level and tier of its evidence in this case"),
  onTumor: z.boolean().nullable().describe("null: the tumor type of the case is not known"),
  specificity: z.enum(specificities).describe("how closely the best match names what was found"),
  verification: verificationSchema.describe("whether measurements of proteins bear it out"),
  clonality: claimSchema.describe("whether all tumor cells carry what the level rests on"),
  lesion: z
    .strictObject({
      state: z.enum(lesionStates).describe("of its alteration, against the primary tumor"),
      reason: reasonSchema,
    })
    .describe("whether the primary tumor has it as well"),
  flags: z
    .array(reasonSchema)
    .describe("resistance, counter-evidence and other marks that move the rank"),
  reasons: z.array(reasonSchema).describe("why it is here"),
  caveats: z.array(reasonSchema).describe("what to keep in mind; moves no rank"),
  experience: experienceSchema.optional(),
  evidence: z.array(evidenceRowSchema).min(1).describe("every statement about it that is met"),
  balance: balanceSchema.optional(),
  onLabel: reasonSchema.optional().describe("absent: no approval here that is known to hold"),
  nct: nctLevelSchema
    .optional()
    .describe("computed; shown beside the AMP level and no part of the sort key"),
  matchingScore: matchingScoreSchema
    .optional()
    .describe("alterations that matter and that the therapy is matched to, of all that do"),
  actionability: z.array(reasonSchema).optional().describe("which of the reasons of DRUP apply"),
  sortKey: z.array(sortPart).describe("compared part by part, in this order"),
  rankedAbove: z
    .strictObject({
      target: z.string().describe("id of the target of the next rank"),
      decidedBy: z.string().describe("name of the part of the sort key"),
      reason: reasonSchema,
    })
    .nullable()
    .describe("the next target and the part of the sort key that decided"),
});
export type Target = z.infer<typeof targetSchema>;

/** A therapy that leaves the ranking, or that only counter-evidence speaks of. */
export const blockedSchema = z.strictObject({
  id: z.string().describe("`blocked:` with the id of the therapy"),
  kind: z
    .enum(["blocked", "resistance evidence", "no benefit evidence"])
    .describe("blocked: level A or B in this tumor; the others never were ranked"),
  therapy: therapySchema.describe("what is not ranked"),
  alterations: z.array(alterationRef).describe("that speak against it"),
  reason: reasonSchema,
  evidence: z.array(evidenceRowSchema).min(1).describe("every statement about it that is met"),
  balance: balanceSchema.optional(),
});
export type BlockedTherapy = z.infer<typeof blockedSchema>;

export const findingSchema = z.strictObject({
  observation: z.string().describe("id, the same in every report that finds this alteration"),
  kind: z.enum(alterationKinds).describe("kind of alteration"),
  label: z.string().describe("for people: `BRAF V600E`"),
  gene: z.string().nullable().describe("current symbol; null: a marker of the whole tumor"),
  description: z.string().describe("HGVS, allele or measurement in one line"),
  consequences: z.array(z.string()).describe("Sequence Ontology terms of the chosen transcript"),
  transcript: z.string().nullable().describe("that the change is named on; null: none is known"),
  hgvs: z
    .strictObject({
      coding: z.string().nullable().describe("c. name, with its transcript where that is known"),
      protein: z.string().nullable().describe("p. name in one-letter form"),
    })
    .optional()
    .describe("of a small variant with a known effect"),
  protein: changedProteinSchema
    .optional()
    .describe("of a change of a protein whose length the gene models know"),
  vrs: z.string().optional().describe("GA4GH VRS 2 id of the allele, where it can be computed"),
  amp: ampSchema.describe("best level and tier that it reaches in this case"),
  support: supportSchema.describe("reads, copies or measurement behind it"),
  clonality: clonalitySchema.optional().describe("of small variants"),
  oncogenicity: oncogenicitySchema
    .optional()
    .describe("of small variants of which at least one criterion can be evaluated"),
  outside: outsideCallsSchema.optional(),
  statements: z.array(z.string()).describe("statements met, by id"),
  caveats: z.array(reasonSchema).describe("why it may be none, or not that of the tumor"),
  provenance: provenanceSchema.describe("where it was read"),
});
export type Finding = z.infer<typeof findingSchema>;

export const reportSchema = z
  .strictObject({
    schemaVersion: z
      .literal(reportSchemaVersion)
      .describe("semantic version of this shape; a minor step only adds"),
    notice: z.string().describe("research use only; to be shown with the report"),
    tool: z
      .strictObject({
        name: z.literal("metaction").describe("always metaction"),
        version: z.string().describe("version of the program"),
      })
      .describe("program that made the report"),
    knowledgebase: reportKnowledgebaseSchema,
    case: reportCaseSchema,
    inputs: z.array(inputSchema).describe("every file that was read, with its digest"),
    settings: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .describe("options that change a result, by name"),
    counts: z
      .strictObject({
        variants: countsSchema.nullable().describe("records; null: no variant file was given"),
        proteins: countsSchema.nullable().describe("rows; null: no protein table was given"),
        copyNumber: countsSchema.optional().describe("rows; only when copy numbers were given"),
        structuralVariants: countsSchema.optional(),
        fusions: countsSchema.optional(),
        status: countsSchema.optional(),
        ihc: countsSchema.optional(),
        callable: countsSchema.optional(),
        prior: countsSchema.optional(),
        outside: countsSchema.optional().describe("matched: has a finding here"),
        filters: z
          .array(
            z.strictObject({
              filter: z.string().describe("text of FILTER"),
              records: z.int().min(1).describe("how many have it"),
            }),
          )
          .optional()
          .describe("all records of the variant file by the text of FILTER; only when asked for"),
      })
      .describe("what became of the records of each kind of input"),
    targets: z.array(targetSchema).describe("by rank"),
    strips: z
      .array(stripSchema)
      .optional()
      .describe("cohorts of the measurements that a verdict rests on; absent where there are none"),
    blocked: z
      .array(blockedSchema)
      .describe("therapies that are not ranked, with what speaks against them"),
    combinedResults: combinedResultsSchema,
    priorTherapies: z
      .array(priorTherapySchema)
      .optional()
      .describe("therapies given before; absent where no file told of them"),
    lesions: lesionsSchema.optional().describe("only where several lesions were given"),
    findings: z
      .array(findingSchema)
      .describe("alterations of knowledgebase genes, by tier, with or without a therapy"),
    setAside: z.array(setAsideSchema).describe("what was read and not used"),
    notAssessed: z.array(notAssessedSchema).describe("what the inputs left open: never negative"),
    problems: z.array(problemSchema).describe("faults of the inputs, and how they were read"),
    method: z
      .array(
        z.strictObject({
          name: z.string().describe("step"),
          text: z.string().describe("rule, thresholds and their sources"),
        }),
      )
      .describe("how the result came about, step by step"),
  })
  .meta({
    title: "metaction report",
    description: "Ranked drug targets of one metastatic biopsy.",
  });

/** The report of one case. */
export type Report = z.infer<typeof reportSchema>;
