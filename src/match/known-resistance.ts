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

/** Decides constraints by themselves, all of which must be met. */
type EvaluateConstraints = (constraints: readonly Constraint[]) => Evaluation;

/** Ids of the observations that are known to resist a therapy, by therapy id. */
export type KnownResistance = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * From statements that name the protein change or the allele, of any tumor type, and of any level but E: inference alone
 * does not say that a variant is curated as resistant. One that names it beside a fusion says so as well, whether or not the case shows the
 * fusion.
 */
export function findKnownResistance(
  decided: Iterable<DecidedStatement>,
  evaluate: EvaluateConstraints,
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

/**
 * The observations that must not meet this statement; empty unless it is a wide statement of sensitivity that is met. A change that the
 * statement itself names beside something wide stays: `EML4-ALK C1156Y-L1198F` means these changes, though its fusion alone is wide.
 */
export function findResisting(
  { statement, evaluation }: DecidedStatement,
  known: KnownResistance,
  evaluate: EvaluateConstraints,
): ReadonlySet<string> {
  const isSensitivity = statement.predicate === "sensitivity" && statement.direction === "supports";
  if (evaluation.state !== "met" || !isSensitivity || !isWide(evaluation)) return new Set();
  const resisting = expandTherapy(statement.therapy).flatMap(({ therapy }) =>
    evaluation.observations.filter((id) => known.get(therapy.id)?.has(id)),
  );
  if (resisting.length === 0) return new Set();
  const named = namedObservations(statement, evaluate);
  return new Set(resisting.filter((id) => !named.has(id)));
}

/** What meets a part of the statement that names a change or its codon. */
function namedObservations(
  { variant: { constraints } }: Statement,
  evaluate: EvaluateConstraints,
): ReadonlySet<string> {
  const parts = constraints.map((constraint) => evaluate([constraint]));
  return new Set(
    parts.flatMap((part) => (part.state === "met" && !isWide(part) ? part.observations : [])),
  );
}

function isWide({ specificity }: Evaluation): boolean {
  return compareSpecificity(specificity, "codon") > 0;
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
