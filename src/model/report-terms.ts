/**
 * The words and numbers of a report that code compares with. They stand apart from its schema, because a case is interpreted
 * without zod, which takes longer to start than a small case to interpret.
 */

export const reportSchemaVersion = "1.4.0";

export const ampLevels = ["A", "B", "C", "D"] as const;
export const ampTiers = ["I", "II", "III", "IV"] as const;
export type AmpLevel = (typeof ampLevels)[number];
export type AmpTier = (typeof ampTiers)[number];

/** What a statement says about a therapy. */
export const predicates = [
  "sensitivity",
  "resistance",
  "reduced sensitivity",
  "adverse response",
  "unspecified",
] as const;
/** Whether the cited work supports or disputes the predicate. */
export const directions = ["supports", "does not support"] as const;
export const evidenceLevels = ["A", "B", "C", "D", "E"] as const;

/** What a file is for, in the order of the report. */
export const inputRoles = [
  "case",
  "variants",
  "protein",
  "cohort",
  "kinase-substrates",
  "copy-number",
  "structural-variants",
  "fusions",
  "status",
  "ihc",
  "callability",
  "prior-therapy",
  "responses",
  "outside-calls",
] as const;

/** Ordered from best to worst as the ranking reads it (spec R6.7). */
export const clonalityStates = ["clonal", "uncertain", "not assessable", "subclonal"] as const;

export const approvalAgencies = ["EMA", "FDA"] as const;

/** From the strongest to none (Mateo 2018, PMID 30137196). */
export const escatTiers = [
  "I-A",
  "I-B",
  "I-C",
  "II-A",
  "II-B",
  "III-A",
  "III-B",
  "IV-A",
  "IV-B",
  "V",
  "X",
] as const;

/** Levels of an evidence row in the case; `not tiered` is weak evidence from another tumor. */
export const balanceLevels = ["A", "B", "C", "D", "not tiered"] as const;

/** Cohort values are drawn one by one up to this many; a larger cohort is drawn as so many quantiles. */
export const mostStripValues = 200;

/** Criteria of oncogenicity, strong before weak, oncogenic before benign: the order in which they are shown. */
export const criterionCodes = [
  "OVS1",
  "OS1",
  "OS2",
  "OS3",
  "OM1",
  "OM2",
  "OM3",
  "OM4",
  "OP1",
  "OP2",
  "OP3",
  "OP4",
  "SBVS1",
  "SBS1",
  "SBS2",
  "SBP1",
  "SBP2",
] as const;
export type CriterionCode = (typeof criterionCodes)[number];

/** Best response by RECIST 1.1. */
export const bestResponses = ["CR", "PR", "SD", "PD", "NE"] as const;
export type BestResponse = (typeof bestResponses)[number];

/** Why a therapy that was given before ended. */
export const stopReasons = [
  "progression",
  "toxicity",
  "completed",
  "decision",
  "ongoing",
  "unknown",
] as const;
export type StopReason = (typeof stopReasons)[number];

/** NCT/DKTK levels from the strongest on: same tumor by design, other tumor by design, preclinical, rationale. */
export const nctLevels = ["m1A", "m1B", "m1C", "m2A", "m2B", "m2C", "m3", "m4"] as const;
export type NctLevelName = (typeof nctLevels)[number];
