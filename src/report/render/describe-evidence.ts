/** The words of one evidence row, of a tier and of a target, shared by the formats that people read. */
import type { EvidenceRow, Finding, Target } from "../../model/report.ts";
import type { DiseaseRelation } from "../../model/verdict.ts";

/** `Tier I, level A`; a tier without a level and no tier at all say so. */
export function describeTier(amp: Pick<Target["amp"] | Finding["amp"], "tier" | "level">): string {
  if (amp.tier === null) return "No tier";
  return amp.level === null ? `Tier ${amp.tier}` : `Tier ${amp.tier}, level ${amp.level}`;
}

/** `sensitivity`, or `does not support sensitivity`. */
export function describeClaim(row: Pick<EvidenceRow, "predicate" | "direction">): string {
  const claim = row.predicate === "unspecified" ? "an effect (not specified)" : row.predicate;
  return row.direction === "supports" ? claim : `does not support ${claim}`;
}

/**
 * Which way one statement points for the use of its therapy; a disputed resistance points neither way, for
 * it is no sensitivity (spec, matching 7).
 */
export function stanceOf(
  row: Pick<EvidenceRow, "predicate" | "direction">,
): "for" | "against" | "neither" {
  const supports = row.direction === "supports";
  if (row.predicate === "unspecified") return "neither";
  if (row.predicate === "sensitivity") return supports ? "for" : "against";
  return supports ? "against" : "neither";
}

/** `FDA 2018-06-27`, `EMA, conditional, date not known`: one decision of an agency. */
export function describeApproval({
  agency,
  status,
  date,
}: EvidenceRow["approvals"][number]): string {
  const kind = status === "regular" ? [] : [status];
  return [`${agency} ${date ?? "(date not known)"}`, ...kind].join(", ");
}

const relations: Readonly<Record<DiseaseRelation, string>> = {
  same: "this tumor type",
  ancestor: "a group that includes this tumor type",
  descendant: "a subtype of this tumor type",
  other: "another tumor type",
  unknown: "relation to this tumor not known",
};

/** How the disease of a statement stands to the disease of the case. */
export function describeRelation(relation: DiseaseRelation): string {
  return relations[relation];
}

/** Whether the evidence that places a target is about the tumor type of the case. */
export function describeTumorMatch(target: Pick<Target, "onTumor" | "evidence">): string {
  if (target.onTumor === null) return "tumor type not known";
  if (target.onTumor) return "this tumor type";
  const isSubtype = target.evidence.some(({ relation }) => relation === "descendant");
  return isSubtype ? "subtype or other tumor type" : "other tumor type";
}

/** All alterations of a target or a blocked therapy in one line. */
export function describeAlterations(alterations: Target["alterations"]): string {
  return alterations.map(({ label }) => label).join(" + ");
}

/** True when every source names the therapy only in a list of alternatives. */
export function isNamedAsAlternative(target: Pick<Target, "evidence">): boolean {
  return target.evidence.every(({ therapyChoice }) => therapyChoice !== null);
}

/** A coded word for a tag: `resistance-elsewhere` as `resistance elsewhere`. */
export function tagOf(code: string): string {
  return code.replaceAll("-", " ");
}

/** What moved the rank of a target, and whether statements stand on both sides. */
export function flagWords({ flags, balance }: Pick<Target, "flags" | "balance">): string[] {
  return [
    ...flags.map(({ code }) => tagOf(code)),
    ...(balance?.conflict === true ? ["statements conflict"] : []),
  ];
}

/** Consequence terms as words; what has none says what kind of finding it is. */
export function describeConsequence(finding: Pick<Finding, "consequences" | "kind">): string {
  if (finding.consequences.length > 0) {
    return finding.consequences.map((term) => term.replaceAll("_", " ")).join(", ");
  }
  return finding.kind === "small-variant" ? "not annotated" : tagOf(finding.kind);
}
