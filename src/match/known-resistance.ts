/**
 * A statement about any mutation of a gene does not mean the variant that is known to resist its therapy (spec, clinical
 * R6.1 and matching 3): EGFR T790M does not support erlotinib by "EGFR mutation".
 */
import type { Constraint } from "../constraints/constraints.ts";
import type { Statement } from "../knowledgebase/knowledgebase.ts";
import { compareSpecificity, type Specificity } from "../model/verdict.ts";
import type { Evaluation } from "./evaluation.ts";
import { expandTherapy } from "./expand-therapy.ts";

/** A statement with its verdict. */
export interface DecidedStatement {
  readonly statement: Statement;
  readonly evaluation: Evaluation;
}

/** Ids of the observations that are known to resist a therapy, by therapy id. */
export type KnownResistance = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * From statements that name the protein change or the allele, of any tumor type, and of any level but E: inference alone
 * does not say that a variant is curated as resistant. One that names it beside a fusion says so as well, whether or not the case shows the
 * fusion. `evaluate`: decides constraints by themselves.
 */
export function findKnownResistance(
  decided: Iterable<DecidedStatement>,
  evaluate: (constraints: readonly Constraint[]) => Evaluation,
): KnownResistance {
  const known = new Map<string, Set<string>>();
  for (const { statement, evaluation: whole } of decided) {
    if (!namesResistance(statement)) continue;
    const change = changeInFusion(statement);
    const evaluation = change === null ? whole : evaluate([change]);
    if (!isExact(evaluation)) continue;
    for (const { therapy } of expandTherapy(statement.therapy)) {
      const ids = known.get(therapy.id) ?? new Set();
      known.set(therapy.id, ids);
      for (const id of evaluation.observations) ids.add(id);
    }
  }
  return known;
}

/** The observations that must not meet this statement; empty unless it is a wide statement of sensitivity that is met. */
export function findResisting(
  { statement, evaluation }: DecidedStatement,
  known: KnownResistance,
): ReadonlySet<string> {
  const isWide = compareSpecificity(evaluation.specificity, "codon") > 0;
  const isSensitivity = statement.predicate === "sensitivity" && statement.direction === "supports";
  if (evaluation.state !== "met" || !isSensitivity || !isWide) return new Set();
  const resisting = expandTherapy(statement.therapy).flatMap(({ therapy }) =>
    evaluation.observations.filter((id) => known.get(therapy.id)?.has(id)),
  );
  return new Set(resisting);
}

/** The change of `ALK fusion G1202R`; null where the variant is no fusion with exactly one more part. */
function changeInFusion({ variant: { constraints } }: Statement): Constraint | null {
  const [change, ...more] = constraints.filter(({ type }) => type !== "fusion");
  return change === undefined || more.length > 0 || constraints.length === 1 ? null : change;
}

function namesResistance({ predicate, direction, evidenceLevel }: Statement): boolean {
  return predicate === "resistance" && direction === "supports" && evidenceLevel !== "E";
}

const exact: ReadonlySet<Specificity> = new Set(["allele", "protein change"]);

function isExact({ state, specificity }: Evaluation): boolean {
  return state === "met" && exact.has(specificity);
}
