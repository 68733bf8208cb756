/** AMP/ASCO/CAP level and tier of one statement in one case (Li 2017, PMID 27993330; spec, clinical R1). */
import type { Statement } from "../../knowledgebase/knowledgebase.ts";
import { holdingApprovals } from "../../model/holding-approvals.ts";
import { nameApprovals } from "./approvals.ts";
import type { DiseaseRelation, Reason } from "../../model/verdict.ts";
import { isOnTumor } from "../../model/verdict.ts";
import type { VariantEffect } from "./known-effect.ts";
import { normalStateCode } from "./normal-state.ts";
import { ampLevels } from "../../model/report-terms.ts";
import type { AmpLevel, AmpTier } from "../../model/report-terms.ts";

/** Below this source rating (1 to 5) a level B counts as C (spec, clinical R1.3; our choice). */
const wellPoweredRating = 3;
/** So many independent reports make a level C count as C; fewer count as D (spec, clinical R1.3; our choice). */
const enoughCaseReports = 2;

/** `level` null: not tiered, weak evidence from another tumor. */
export interface EvidenceWeight {
  readonly level: AmpLevel | null;
  readonly reason: Reason;
}

/** The tier of a level: A and B are I, C and D are II; null stays null. */
export function tierOf(level: AmpLevel | null): AmpTier | null {
  if (level === null) return null;
  return level === "A" || level === "B" ? "I" : "II";
}

/** Negative when `a` is the better level; null ranks last. */
export function compareLevels(a: AmpLevel | null, b: AmpLevel | null): number {
  return levelOrder(a) - levelOrder(b);
}

/** 0 for A up to 3 for D, 4 when not tiered. */
export function levelOrder(level: AmpLevel | null): number {
  return level === null ? ampLevels.length : ampLevels.indexOf(level);
}

/** The best level, or null when there is none. */
export function bestLevel(levels: readonly (AmpLevel | null)[]): AmpLevel | null {
  return levels.toSorted(compareLevels)[0] ?? null;
}

/** What a row of several genes is worth at most (clinical R9). */
const levelOfSharedRow: AmpLevel = "C";

/** The level of what a row of several genes alone shows, where the evidence reaches this one. */
export function capForSharedRow(level: AmpLevel | null): AmpLevel | null {
  return isStrong(level) ? levelOfSharedRow : level;
}

/** True for level A or B, which is tier I. */
export function isStrong(level: AmpLevel | null): boolean {
  return tierOf(level) === "I";
}

/**
 * Weighs one statement: first what the source's own level, or an approval, is worth in its own tumor (R1.3), then what is left of
 * it in the tumor of the case (R1.1). `caseReports`: independent reports of the same claim in the tumor of the case.
 */
export function weighEvidence(input: {
  statement: Pick<
    Statement,
    "evidenceLevel" | "rating" | "disease" | "source" | "predicate" | "direction" | "approvals"
  >;
  relation: DiseaseRelation;
  caseReports: number;
  /** What is known of the variants, when the statement is about any mutation of the gene. */
  effect: VariantEffect;
  /** The test of the label that was not made, see `unmadeLabelTest`. */
  unmadeTest: string | null;
  /** The tumor that the label of the therapy asks for and the case is not, see `findExcludingLabels`. */
  excludedBy: string | null;
  /** The protein whose cut-off the source does not state, see `openCutOff`. */
  openCutOff: string | null;
  /** Genes of the one row that shows the expression, see `sharedRowOf`; null where a gene was measured by itself. */
  sharedRow: readonly string[] | null;
  /** See `namesNoDrug`. */
  namesNoDrug: boolean;
  /** Tumor suppressors whose normal state is all that is asked for, see `normalStateOf`. */
  normalState: readonly string[];
}): EvidenceWeight {
  const { statement, relation, unmadeTest } = input;
  const stated =
    unmadeTest === null
      ? levelInOwnTumor(statement, input.caseReports)
      : levelWithoutTest(statement.evidenceLevel, unmadeTest);
  const fitting = outsideLabel(stated, input.excludedBy);
  const own = ofSharedRow(withoutCutOff(fitting, input.openCutOff), input.sharedRow);
  if (input.normalState.length > 0) {
    return ofNormalState(statement.source.name, own.text, input.normalState);
  }
  if (input.effect !== "known")
    return notThisVariant(statement.source.name, own.text, input.effect);
  const start = `${statement.source.name} ${own.text}; ${relationText(statement.disease.name, relation)}`;
  if (isOnTumor(relation)) {
    return {
      level: own.level,
      reason: {
        code: "in-tumor",
        text: `${start}: AMP level ${own.level}, tier ${tierOf(own.level)}.`,
      },
    };
  }
  if (input.namesNoDrug) {
    return {
      level: null,
      reason: {
        code: "other-tumor-unnamed-drugs",
        text: `${start}, and names no drug; of another tumor the same word means other drugs, so it is not tiered.`,
      },
    };
  }
  if (isStrong(own.level)) {
    return {
      level: "C",
      reason: {
        code: relation === "unknown" ? "tumor-not-compared" : "other-tumor",
        text: `${start}, so ${own.level} counts as AMP level C, tier II.`,
      },
    };
  }
  return {
    level: null,
    reason: {
      code: relation === "unknown" ? "tumor-not-compared-weak" : "other-tumor-weak",
      text: `${start}, so it is not tiered (other tumor, weak).`,
    },
  };
}

function notThisVariant(
  source: string,
  ownLevel: string,
  effect: Exclude<VariantEffect, "known">,
): EvidenceWeight {
  const why = {
    unknown: "whether this one has an effect is not known",
    resistant: "this one is known to resist another therapy in this tumor",
    insensitive:
      "this one is named only for what drugs bind (one that acts on the same protein did not work, or an antibody did), so whether it drives a tumor is not known",
    tolerated:
      "this one cuts off no more than BRCA2 K3326*, a stop that 1 to 2 % of people carry and that keeps the function (10.1038/srep14800)",
  }[effect];
  const what = effect === "tolerated" ? "a class of mutations" : "any mutation";
  const text = `${source} ${ownLevel}, about ${what} of the gene; ${why}, so it is not tiered and blocks nothing.`;
  return { level: null, reason: { code: `effect-${effect}`, text } };
}

/** What the label says of its own test holds for another measurement of the protein no more than for another tumor. */
function levelWithoutTest(
  evidenceLevel: Statement["evidenceLevel"],
  test: string,
): { level: AmpLevel; text: string } {
  const text = `level ${evidenceLevel} by a label that asks for ${test}; a measurement against a cohort is another test, so it is worth C`;
  return { level: "C", text };
}

/** Strong evidence about a wide tumor is worth that of another one where the label asks for a subtype that the case is not. */
function outsideLabel(
  stated: { level: AmpLevel; text: string },
  subtype: string | null,
): { level: AmpLevel; text: string } {
  if (subtype === null || !isStrong(stated.level)) return stated;
  const text = `${stated.text}; the label asks for ${subtype}, and the case is shown to be another subtype, so it is worth C`;
  return { level: "C", text };
}

/** Strong evidence about "expression" of a protein whose cut-offs differ is not evidence about the score of the case. */
function withoutCutOff(
  stated: { level: AmpLevel; text: string },
  protein: string | null,
): { level: AmpLevel; text: string } {
  if (protein === null || !isStrong(stated.level)) return stated;
  const text = `${stated.text}; the source states no cut-off of ${protein}, and cut-offs belong to an assay, a tumor and a drug, so it is worth C`;
  return { level: "C", text };
}

/** Strong evidence about one protein is not evidence about a row that may be of another. */
function ofSharedRow(
  stated: { level: AmpLevel; text: string },
  genes: readonly string[] | null,
): { level: AmpLevel; text: string } {
  if (genes === null || !isStrong(stated.level)) return stated;
  const text = `${stated.text}; the case shows it in a row of ${genes.join(" and ")} alone, so it is worth ${levelOfSharedRow}`;
  return { level: levelOfSharedRow, text };
}

function ofNormalState(source: string, ownLevel: string, genes: readonly string[]): EvidenceWeight {
  const text =
    `${source} ${ownLevel}, about ${genes.join(" and ")} as in normal cells: it tells who benefits among tumors with the target of the drug, ` +
    "and makes no target by itself, so it is not tiered.";
  return { level: null, reason: { code: normalStateCode, text } };
}

function levelInOwnTumor(
  statement: Parameters<typeof weighEvidence>[0]["statement"],
  caseReports: number,
): { level: AmpLevel; text: string } {
  const { evidenceLevel, rating } = statement;
  const approved = holdingApprovals(statement.approvals);
  const isBenefit = statement.predicate === "sensitivity" && statement.direction === "supports";
  if (isBenefit && approved.length > 0) {
    return { level: "A", text: `level ${evidenceLevel}, approved (${nameApprovals(approved)})` };
  }
  switch (evidenceLevel) {
    case "A":
      return { level: "A", text: "level A" };
    case "B":
      if (rating === null) return { level: "C", text: "level B without a rating, worth C" };
      return rating >= wellPoweredRating
        ? { level: "B", text: `level B with rating ${rating}` }
        : { level: "C", text: `level B with rating ${rating}, worth C` };
    case "C":
      return caseReports >= enoughCaseReports
        ? { level: "C", text: `level C with ${caseReports} independent reports` }
        : { level: "D", text: "level C without a second report in this tumor, worth D" };
    case "D":
      return { level: "D", text: "level D (preclinical)" };
    case "E":
      return { level: "D", text: "level E (inferential), worth D" };
  }
}

function relationText(disease: string, relation: DiseaseRelation): string {
  switch (relation) {
    case "same":
      return `${disease} is the tumor type of the case`;
    case "ancestor":
      return `${disease} includes the tumor type of the case`;
    case "descendant":
      return `${disease} is a subtype of the tumor type of the case and not the same tumor`;
    case "other":
      return `${disease} is another tumor type`;
    case "unknown":
      return `${disease} cannot be compared with the tumor type of the case, which is not known`;
  }
}
