import { atomicParts, genesOf } from "../../constraints/constraints.ts";
import { isOfMolecule } from "../../constraints/expression.ts";
import type { Molecule } from "../../model/alteration.ts";
import type { CategoricalVariant, Statement } from "../knowledgebase.ts";

/** Statements by gene, in their own order: those of its file, and those whose constraints speak of it. */
export function indexStatements(
  statements: readonly Statement[],
): ReadonlyMap<string, readonly Statement[]> {
  const genesOfVariant = new Map<CategoricalVariant, readonly string[]>();
  const index = new Map<string, Statement[]>();
  for (const statement of statements) {
    const { variant } = statement;
    const named = genesOfVariant.get(variant) ?? variant.constraints.flatMap(genesOf);
    genesOfVariant.set(variant, named);
    for (const gene of new Set([statement.gene, ...named])) {
      const list = index.get(gene) ?? [];
      list.push(statement);
      index.set(gene, list);
    }
  }
  return index;
}

/** Genes of statements that an outlier of this molecule can meet. */
export function indexExpression(
  statements: readonly Statement[],
  molecule: Molecule,
): ReadonlySet<string> {
  return new Set(
    variantsOf(statements)
      .flatMap((variant) => variant.constraints)
      .flatMap(atomicParts)
      .flatMap(({ constraint }) =>
        constraint.type === "expression" && isOfMolecule(molecule, constraint.molecule)
          ? [constraint.gene]
          : [],
      ),
  );
}

/** The variants of statements, each once, in the order of the statements. */
export function variantsOf(statements: readonly Statement[]): readonly CategoricalVariant[] {
  return [...new Set(statements.map((statement) => statement.variant))];
}
