/**
 * The one document that every renderer reads, and whose JSON is the tool's contract with pipelines.
 * Additive changes raise the minor number of `schemaVersion`, others the major one.
 */
import * as z from "zod";
import { assemblies } from "./locus.ts";
import { alterationKinds } from "./alteration.ts";
import { changedProteinSchema } from "./changed-protein.ts";
import { claimSchema, clonalitySchema } from "./clonality.ts";
import { combinedResultsSchema } from "./combined-result.ts";
import { asOfSchema } from "./as-of.ts";
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
import { inputSchema } from "./report-input.ts";
import { countsSchema } from "./report-counts.ts";
import { notAssessedSchema, setAsideSchema } from "./report-left-open.ts";
import { priorTherapySchema } from "./prior-therapy.ts";
import {
  ampLevels,
  ampTiers,
  directions,
  evidenceLevels,
  predicates,
  reportSchemaVersion,
} from "./report-terms.ts";
import { documentsSchema, regulatoryFields } from "./regulatory.ts";
import { diseaseRelations, lesionStates, specificities } from "./verdict.ts";
import { stripSchema, verificationSchema } from "./verification.ts";

export { type Counts } from "./report-counts.ts";
export type { ReportInput } from "./report-input.ts";
export type { NotAssessed, SetAside } from "./report-left-open.ts";

const drugSchema = z.strictObject({ id: z.string(), name: z.string() });
export const therapySchema = z.strictObject({
  id: z.string().describe("stable key: sorted drug ids joined by +"),
  label: z.string().describe("names of the drugs, for people"),
  relation: z
    .enum(["single", "combination", "sequential"])
    .describe("how the drugs are given; a combination is a therapy of its own"),
  drugs: z.array(drugSchema).min(1),
});
export type Therapy = z.infer<typeof therapySchema>;

/** One statement of the knowledgebase that the case meets, and how. */
export const evidenceRowSchema = z.strictObject({
  statement: z.string().describe("statement id in the knowledgebase"),
  gene: z.string(),
  variant: z.string().describe("the statement's own name for the alteration"),
  observations: z.array(z.string()).describe("findings, or `wild-type:` with the gene"),
  specificity: z.enum(specificities),
  matchReason: reasonSchema,
  predicate: z.enum(predicates).describe("what the statement claims of the therapy"),
  direction: z
    .enum(directions)
    .describe("does not support: the claim was tested and not borne out"),
  therapyChoice: z
    .string()
    .nullable()
    .describe("how the source names the therapy: as one of several, or by its class; else null"),
  disease: z.strictObject({ id: z.string().nullable(), name: z.string() }),
  relation: z
    .enum(diseaseRelations)
    .describe("of the statement's disease to that of the case; ancestor: it includes it"),
  evidenceLevel: z.enum(evidenceLevels).describe("as stated by the source"),
  rating: z.int().min(1).max(5).nullable().describe("the source's own trust rating"),
  ampLevel: z.enum(ampLevels).nullable().describe("null: not tiered (weak, other tumor)"),
  ampReason: reasonSchema,
  origin: z.string().nullable().describe("somatic or germline, as stated"),
  documents: documentsSchema,
  ...regulatoryFields,
  source: z.strictObject({
    name: z.string(),
    record: z.string(),
    date: z.string(),
    url: z.url({ protocol: /^https$/ }).nullable(),
  }),
  layer: z.string().optional().describe("layer of the knowledgebase, where there are several"),
});
export type EvidenceRow = z.infer<typeof evidenceRowSchema>;

const sortPart = z.strictObject({
  name: z.string(),
  value: z.string().describe("as printed"),
  order: z.number().nullable().describe("smaller ranks first; null: compared as text"),
});
export type SortPart = z.infer<typeof sortPart>;

const alterationRef = z.strictObject({
  observation: z.string().describe("a finding; or `wild-type:` with the gene, which is none"),
  label: z.string(),
  gene: z.string().nullable(),
});

export const targetSchema = z.strictObject({
  id: z.string(),
  rank: z.int().min(1).describe("1 is the best supported; each rank once"),
  therapy: therapySchema,
  alterations: z.array(alterationRef).min(1),
  amp: z.strictObject({
    level: z.enum(ampLevels).nullable(),
    tier: z.enum(ampTiers).nullable(),
    reason: reasonSchema,
    statements: z.array(z.string()),
  }),
  onTumor: z.boolean().nullable().describe("null: the tumor type of the case is not known"),
  specificity: z.enum(specificities).describe("how closely the best match names what was found"),
  verification: verificationSchema,
  clonality: claimSchema,
  lesion: z.strictObject({ state: z.enum(lesionStates), reason: reasonSchema }),
  flags: z
    .array(reasonSchema)
    .describe("resistance, counter-evidence and other marks that move the rank"),
  reasons: z.array(reasonSchema).describe("why it is here"),
  caveats: z.array(reasonSchema).describe("what to keep in mind; moves no rank"),
  experience: experienceSchema.optional(),
  evidence: z.array(evidenceRowSchema).min(1),
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
    .strictObject({ target: z.string(), decidedBy: z.string(), reason: reasonSchema })
    .nullable()
    .describe("the next target and the part of the sort key that decided"),
});
export type Target = z.infer<typeof targetSchema>;

/** A therapy that leaves the ranking, or that only counter-evidence speaks of. */
export const blockedSchema = z.strictObject({
  id: z.string(),
  kind: z
    .enum(["blocked", "resistance evidence", "no benefit evidence"])
    .describe("blocked: level A or B in this tumor; the others never were ranked"),
  therapy: therapySchema,
  alterations: z.array(alterationRef),
  reason: reasonSchema,
  evidence: z.array(evidenceRowSchema).min(1),
  balance: balanceSchema.optional(),
});
export type BlockedTherapy = z.infer<typeof blockedSchema>;

export const findingSchema = z.strictObject({
  observation: z.string().describe("id, the same in every report that finds this alteration"),
  kind: z.enum(alterationKinds),
  label: z.string().describe("for people: `BRAF V600E`"),
  gene: z.string().nullable().describe("current symbol; null: a marker of the whole tumor"),
  description: z.string().describe("HGVS, allele or measurement in one line"),
  consequences: z.array(z.string()).describe("Sequence Ontology terms of the chosen transcript"),
  transcript: z.string().nullable(),
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
  amp: z.strictObject({
    level: z.enum(ampLevels).nullable(),
    tier: z.enum(ampTiers).nullable(),
    reason: reasonSchema,
  }),
  support: supportSchema,
  clonality: clonalitySchema.optional().describe("of small variants"),
  oncogenicity: oncogenicitySchema
    .optional()
    .describe("of small variants of which at least one criterion can be evaluated"),
  outside: outsideCallsSchema.optional(),
  statements: z.array(z.string()).describe("statements met, by id"),
  caveats: z.array(reasonSchema).describe("why it may be none, or not that of the tumor"),
  provenance: provenanceSchema,
});
export type Finding = z.infer<typeof findingSchema>;

export const reportSchema = z
  .strictObject({
    schemaVersion: z.literal(reportSchemaVersion),
    notice: z.string().describe("research use only; to be shown with the report"),
    tool: z.strictObject({ name: z.literal("metaction"), version: z.string() }),
    knowledgebase: z.strictObject({
      version: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      statements: z.int().min(0),
      genes: z.int().min(0),
      asOf: asOfSchema.optional().describe("absent: as the knowledgebase is"),
      layers: z
        .array(
          z.strictObject({
            name: z.string(),
            version: z.string(),
            sha256: z.string().regex(/^[0-9a-f]{64}$/),
            statements: z.int().min(0),
          }),
        )
        .min(2)
        .optional()
        .describe("the lowest first, where there are several"),
      sources: z.array(
        z.strictObject({
          name: z.string(),
          date: z.string(),
          licence: z.string(),
          url: z.url({ protocol: /^https$/ }).nullable(),
          statements: z.int().min(0),
        }),
      ),
    }),
    case: z.strictObject({
      id: z.string(),
      tumorType: z
        .strictObject({
          given: z.string().describe("as the case names it"),
          name: z.string(),
          oncotree: z.string().nullable().describe("code"),
          doid: z.string().nullable().describe("id of the Disease Ontology"),
        })
        .nullable(),
      biopsySite: z.string().nullable().describe("where the metastasis was"),
      tumorSample: z.strictObject({ name: z.string(), decidedBy: z.string() }).nullable(),
      assembly: z
        .strictObject({
          name: z.enum(assemblies),
          decidedBy: z.string(),
          evidence: z.array(z.string()),
        })
        .nullable(),
      annotation: z
        .string()
        .describe("which consequence annotation was used, or that there was none"),
    }),
    inputs: z.array(inputSchema),
    settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    counts: z.strictObject({
      variants: countsSchema.nullable(),
      proteins: countsSchema.nullable(),
      copyNumber: countsSchema.optional().describe("rows; only when copy numbers were given"),
      structuralVariants: countsSchema.optional(),
      fusions: countsSchema.optional(),
      status: countsSchema.optional(),
      ihc: countsSchema.optional(),
      callable: countsSchema.optional(),
      prior: countsSchema.optional(),
      outside: countsSchema.optional().describe("matched: has a finding here"),
      filters: z
        .array(z.strictObject({ filter: z.string(), records: z.int().min(1) }))
        .optional()
        .describe("all records of the variant file by the text of FILTER; only when asked for"),
    }),
    targets: z.array(targetSchema).describe("by rank"),
    strips: z
      .array(stripSchema)
      .optional()
      .describe("cohorts of the measurements that a verdict rests on; absent where there are none"),
    blocked: z
      .array(blockedSchema)
      .describe("therapies that are not ranked, with what speaks against them"),
    combinedResults: combinedResultsSchema,
    priorTherapies: z.array(priorTherapySchema).optional(),
    lesions: lesionsSchema.optional().describe("only where several lesions were given"),
    findings: z
      .array(findingSchema)
      .describe("alterations of knowledgebase genes, by tier, with or without a therapy"),
    setAside: z.array(setAsideSchema).describe("what was read and not used"),
    notAssessed: z.array(notAssessedSchema).describe("what the inputs left open: never negative"),
    problems: z.array(problemSchema).describe("faults of the inputs, and how they were read"),
    method: z.array(z.strictObject({ name: z.string(), text: z.string() })),
  })
  .meta({
    title: "metaction report",
    description: "Ranked drug targets of one metastatic biopsy.",
  });

/** The report of one case. */
export type Report = z.infer<typeof reportSchema>;
