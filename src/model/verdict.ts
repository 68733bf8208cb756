/** A state with its reason. "Not tested" is never "negative", so no verdict is a bare boolean. */
import type * as z from "zod";
import type { reasonSchema } from "./reason-schema.ts";

/** A coded reason and the sentence that a board reads. */
export type Reason = z.infer<typeof reasonSchema>;

export interface Verdict<State extends string> {
  readonly state: State;
  readonly reason: Reason;
}

/** Three-valued logic of constraints: `undetermined` means that what would decide it was not measured. */
export const constraintStates = ["met", "unmet", "undetermined"] as const;
export type ConstraintState = (typeof constraintStates)[number];

/** Ordered from best to worst as the ranking reads it (spec R6.7). */
export const verificationStates = [
  "verified",
  "supported",
  "equivocal",
  "not assessed",
  "not assessable",
  "not informative",
  "discordant",
  "not supported",
  "contradicted",
] as const;
export type VerificationState = (typeof verificationStates)[number];

export const lesionStates = [
  "shared",
  "metastasis-private",
  "primary-only",
  "not assessable",
] as const;

export const lesionRoles = ["primary", "metastasis"] as const;

/** Of an alteration in one lesion. `below calling`: reads of it are there, but it is not called: they speak for presence. `absent`: it would have been seen. */
export const lesionCellStates = ["present", "below calling", "absent", "not assessable"] as const;

/** How exactly a statement names what was seen, from the most exact to the widest. Printed with every match. */
export const specificities = [
  "allele",
  "protein change",
  "codon",
  "exon or range",
  "consequence in gene",
  "gene",
] as const;
export type Specificity = (typeof specificities)[number];

/** Negative when `a` is more specific than `b`, 0 when equal. */
export function compareSpecificity(a: Specificity, b: Specificity): number {
  return specificities.indexOf(a) - specificities.indexOf(b);
}

/** Relation of the disease of a statement to the disease of the case. `unknown`: the case names none, or one outside the tree. */
export const diseaseRelations = ["same", "ancestor", "descendant", "other", "unknown"] as const;
export type DiseaseRelation = (typeof diseaseRelations)[number];

/** True when evidence about the statement's disease applies to the case as it stands (spec R1.1). */
export function isOnTumor(relation: DiseaseRelation): boolean {
  return relation === "same" || relation === "ancestor";
}
