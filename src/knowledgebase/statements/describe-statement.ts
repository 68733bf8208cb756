/** A statement in a curator's words. */
import type { NamedTherapy, OtherStatement, Statement } from "../knowledgebase.ts";

export type AnyStatement = Statement | OtherStatement;

/** `BRAF V600E: sensitivity to Dabrafenib + Trametinib in melanoma, level A`. */
export function describeStatement(statement: AnyStatement): string {
  const { disease, evidenceLevel } = statement;
  return `${subjectOf(statement)}: ${effectOf(statement)} in ${disease.name}, level ${evidenceLevel}`;
}

/** `BRAF V600E`; a label that begins with its gene is not doubled. */
export function subjectOf({ gene, variant }: AnyStatement): string {
  return variant.label.startsWith(gene) ? variant.label : `${gene} ${variant.label}`;
}

/**
 * `sensitivity to Dabrafenib + Trametinib`, `no support for resistance to Cetuximab`, `poor outcome (prognostic)`. Where the source
 * does not say whether it supports the claim, that is said.
 */
export function effectOf(statement: AnyStatement): string {
  const { predicate, direction } = statement;
  const disputed = direction === "does not support" ? "no support for " : "";
  return "therapy" in statement
    ? `${disputed}${predicate} to ${nameTherapy(statement.therapy)}`
    : `${disputed}${predicate} (${statement.type}${direction === null ? ", direction not stated" : ""})`;
}

const joints = { single: "", combination: " + ", substitutes: " or ", sequential: " then " };

/** Names of the drugs: `A + B` together, `A or B` as alternatives, `A then B` one after the other. */
export function nameTherapy({ relation, drugs }: NamedTherapy): string {
  return drugs.map(({ name }) => name).join(joints[relation]);
}

/** `predictive`, or the type of a claim that is not about a therapy. */
export function typeOf(statement: AnyStatement): string {
  return "type" in statement ? statement.type : "predictive";
}
