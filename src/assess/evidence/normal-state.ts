import type { Constraint } from "../../constraints/constraints.ts";
import type { GeneRole } from "../../constraints/constraint-rule.ts";
import type { Match } from "../../match/match.ts";
import type { EvidenceRow } from "../../model/report.ts";
import { marksMoreThanNormal } from "./mere-presence.ts";

/** Code of the level of a row that rests on the normal state of a tumor suppressor alone. */
export const normalStateCode = "normal-state";

/**
 * The tumor suppressors whose normal state (protein present, gene of wild type) is all that a statement of benefit asks for. Such a
 * statement says who benefits among those whose tumor has the target of the drug (for trastuzumab in PTEN-positive breast cancer, HER2):
 * it is context, and makes no target alone. Empty: the statement is another one.
 */
export function normalStateOf(
  { statement }: Pick<Match, "statement">,
  geneRole: (gene: string) => GeneRole,
): string[] {
  if (statement.predicate !== "sensitivity" || statement.direction !== "supports") return [];
  const { constraints } = statement.variant;
  const isNormal = (each: Constraint): boolean => asksForNormal(each, geneRole);
  return constraints.length > 0 && constraints.every(isNormal)
    ? [...new Set(constraints.flatMap(genesOf))]
    : [];
}

function asksForNormal(constraint: Constraint, geneRole: (gene: string) => GeneRole): boolean {
  switch (constraint.type) {
    case "all":
    case "any":
      return constraint.constraints.every((each) => asksForNormal(each, geneRole));
    case "wild-type":
      return geneRole(constraint.gene) === "tumor suppressor";
    case "expression":
      return (
        constraint.direction === "present" &&
        geneRole(constraint.gene) === "tumor suppressor" &&
        !marksMoreThanNormal.has(constraint.gene)
      );
    default:
      return false;
  }
}

function genesOf(constraint: Constraint): string[] {
  if ("constraints" in constraint) return constraint.constraints.flatMap(genesOf);
  return "gene" in constraint ? [constraint.gene ?? []].flat() : [];
}

/** True for a row that rests on the normal state of a tumor suppressor alone. */
export function isOfNormalState({ ampReason }: Pick<EvidenceRow, "ampReason">): boolean {
  return ampReason.code === normalStateCode;
}
