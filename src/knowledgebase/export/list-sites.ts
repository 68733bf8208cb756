/** The places on the genome that statements name, with what is said of each. */
import { parseAlleleText, parseSpanText } from "../../constraints/allele-text.ts";
import { atomicParts, type Constraint } from "../../constraints/constraints.ts";
import type { Allele, Assembly, Locus } from "../../model/locus.ts";
import { compareText } from "../../model/order.ts";
import type { AnyStatement } from "../statements/describe-statement.ts";
import type { CategoricalVariant, Knowledgebase } from "../knowledgebase.ts";

/** One allele or one span of one variant; of an allele both builds where both are known. */
export interface Site {
  readonly gene: string;
  readonly variant: CategoricalVariant;
  readonly constraint: Constraint;
  readonly allele: { readonly [A in Assembly]?: Allele };
  readonly span: { readonly [A in Assembly]?: Locus };
  /** The build that was lifted from the other one; null where both are stated, or there is one. */
  readonly lifted: Assembly | null;
  /** By id. */
  readonly statements: readonly AnyStatement[];
}

/** Every named place, in the order of gene, variant and file. Variants without coordinates have none. */
export function listSites({ statements, otherStatements }: Knowledgebase): Site[] {
  const byVariant = new Map<CategoricalVariant, AnyStatement[]>();
  const all: AnyStatement[] = [...statements, ...otherStatements];
  for (const statement of all.toSorted((a, b) => compareText(a.id, b.id))) {
    const known = byVariant.get(statement.variant);
    if (known === undefined) byVariant.set(statement.variant, [statement]);
    else known.push(statement);
  }
  return [...byVariant]
    .toSorted(([a], [b]) => compareText(a.id, b.id))
    .flatMap(([variant, about]) =>
      variant.constraints
        .flatMap(atomicParts)
        .flatMap(({ constraint }) => sitesOf(constraint, variant, about)),
    );
}

function sitesOf(
  constraint: Constraint,
  variant: CategoricalVariant,
  statements: readonly AnyStatement[],
): Site[] {
  const gene = "gene" in constraint && constraint.gene !== undefined ? constraint.gene : "";
  const base = { gene, variant, constraint, statements };
  if (constraint.type === "region") {
    const span = {
      ...readSpan("GRCh37", constraint.spans?.GRCh37),
      ...readSpan("GRCh38", constraint.spans?.GRCh38),
    };
    return Object.keys(span).length === 0 ? [] : [{ ...base, allele: {}, span, lifted: null }];
  }
  if (constraint.type !== "allele" && constraint.type !== "protein-change") return [];
  const { alleles = {}, lifted = null } = constraint;
  const count = Math.max(alleles.GRCh37?.length ?? 0, alleles.GRCh38?.length ?? 0);
  return Array.from({ length: count }, (_, at) => ({
    ...base,
    allele: {
      ...readAllele("GRCh37", alleles.GRCh37?.[at]),
      ...readAllele("GRCh38", alleles.GRCh38?.[at]),
    },
    span: {},
    lifted,
  }));
}

function readAllele(assembly: Assembly, text: string | undefined): { [A in Assembly]?: Allele } {
  const allele = text === undefined ? null : parseAlleleText(text, assembly);
  return allele === null ? {} : { [assembly]: allele };
}

function readSpan(assembly: Assembly, text: string | undefined): { [A in Assembly]?: Locus } {
  const span = text === undefined ? null : parseSpanText(text, assembly);
  return span === null ? {} : { [assembly]: span };
}

/** The best level of several statements, A first. */
export function bestLevelOf(statements: readonly AnyStatement[]): string {
  return statements.map(({ evidenceLevel }) => evidenceLevel).toSorted(compareText)[0] ?? "";
}
