import { ruleOf, type Constraint } from "../../constraints/constraints.ts";
import type { Statement } from "../knowledgebase.ts";

/**
 * Genes of which a statement asks that something is absent: wild type, or a constraint under `not`. There, each call counts that leaves open
 * what is there.
 */
export function indexAbsences(statements: readonly Pick<Statement, "variant">[]): Set<string> {
  return new Set(
    statements.flatMap(({ variant }) =>
      variant.constraints.flatMap((constraint) => genesAbsent(constraint, false)),
    ),
  );
}

function genesAbsent(constraint: Constraint, isNegated: boolean): readonly string[] {
  const rule = ruleOf(constraint);
  if (rule.kind === "atomic") {
    return isNegated || rule.over === "every" ? rule.genes(constraint) : [];
  }
  const isWithin = isNegated || constraint.type === "not";
  return rule.parts(constraint).flatMap((part) => genesAbsent(part, isWithin));
}
