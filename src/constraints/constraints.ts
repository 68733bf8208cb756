/** The match rules. A new rule is one file and one line here; the knowledgebase's JSON Schema follows. */
import type * as z from "zod";
import type { AllConstraint } from "./all.ts";
import { makeAll } from "./all.ts";
import { allele } from "./allele.ts";
import type { AnyConstraint } from "./any.ts";
import { makeAny } from "./any.ts";
import { codon } from "./codon.ts";
import { consequence } from "./consequence.ts";
import type { AtomicRule, CompositeRule } from "./constraint-rule.ts";
import { copyNumber } from "./copy-number.ts";
import { makeExcluding, type ExcludingConstraint } from "./excluding.ts";
import { exonChange } from "./exon-change.ts";
import { expression } from "./expression.ts";
import { fusion } from "./fusion.ts";
import { ihc } from "./ihc.ts";
import type { NotConstraint } from "./not.ts";
import { makeNot } from "./not.ts";
import { otherAssay } from "./other-assay.ts";
import { proteinChange } from "./protein-change.ts";
import { region } from "./region.ts";
import { signature } from "./signature.ts";
import { wildType } from "./wild-type.ts";

/** Rules that one observation can meet. */
export const atomicRules = [
  proteinChange,
  allele,
  codon,
  region,
  consequence,
  copyNumber,
  fusion,
  exonChange,
  expression,
  ihc,
  signature,
  wildType,
  otherAssay,
] as const;

type AtomicConstraint = z.infer<ReturnType<(typeof atomicRules)[number]["schema"]>>;
type CompositeConstraint =
  | AllConstraint<Constraint>
  | AnyConstraint<Constraint>
  | NotConstraint<Constraint>
  | ExcludingConstraint<Constraint>;

/** What a case must show for a statement to speak about it. */
export type Constraint = AtomicConstraint | CompositeConstraint;
/** A rule of the list. It is given only constraints of its own `type`: see `ruleOf`. */
export type ConstraintRule = AtomicRule<Constraint> | CompositeRule<Constraint, Constraint>;

/** Rules over other constraints. */
export const compositeRules = [
  makeAll<Constraint>(),
  makeAny<Constraint>(),
  makeNot<Constraint>(),
  makeExcluding<Constraint>(),
] as const;

/** Every rule, atomic ones first. */
export const constraintRules: readonly ConstraintRule[] = [...atomicRules, ...compositeRules];

const ruleOfType = new Map(constraintRules.map((rule) => [rule.type, rule]));

/** The rule that reads a constraint. A constraint of the schema always has one. */
export function ruleOf(constraint: Constraint): ConstraintRule {
  const rule = ruleOfType.get(constraint.type);
  if (rule === undefined) throw new Error(`no rule for constraint type ${constraint.type}`);
  return rule;
}

/** The atomic constraints inside a constraint, with their rules, in the order of the file. */
export function atomicParts(
  constraint: Constraint,
): readonly { rule: AtomicRule<Constraint>; constraint: Constraint }[] {
  const rule = ruleOf(constraint);
  return rule.kind === "atomic"
    ? [{ rule, constraint }]
    : rule.parts(constraint).flatMap(atomicParts);
}

/** Symbols of every gene that a constraint and its parts speak of, each once. */
export function genesOf(constraint: Constraint): readonly string[] {
  return [...new Set(atomicParts(constraint).flatMap((part) => part.rule.genes(part.constraint)))];
}
