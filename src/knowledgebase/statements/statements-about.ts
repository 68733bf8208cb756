import { genesOf } from "../../constraints/constraints.ts";
import type { AnyStatement } from "./describe-statement.ts";
import type { Knowledgebase } from "../knowledgebase.ts";

/** Statements of any type whose file or constraints name the gene. */
export function statementsAbout(gene: string, knowledgebase: Knowledgebase): AnyStatement[] {
  const { statements, otherStatements } = knowledgebase;
  return [...statements, ...otherStatements].filter(
    (statement) =>
      statement.gene === gene ||
      statement.variant.constraints.some((constraint) => genesOf(constraint).includes(gene)),
  );
}
