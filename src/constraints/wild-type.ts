import type { TranscriptConsequence } from "../model/alteration.ts";
import { changeOf } from "./change-of.ts";
import { geneField, positionField, typeField } from "./constraint-fields.ts";
import type { AtomicRule, ConstraintTest, Infer, Zod } from "./constraint-rule.ts";
import { undetermined, unmet } from "./constraint-rule.ts";
import { mutationVerdict } from "./mutation-verdict.ts";
import { testConsequences } from "./test-consequences.ts";
import type { ProteinChange } from "../model/protein-change.ts";

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "wild-type"),
      gene: geneField(z),
      codons: z
        .array(positionField(z))
        .min(1)
        .optional()
        .describe("only these; absent: the whole gene"),
    })
    .describe("a gene, or codons of it, without mutation");

export type WildTypeConstraint = Infer<typeof schema>;

/**
 * Refuted by a mutation. That none was seen proves nothing until the gene is known to have been
 * looked at, so an observation never meets it (spec matching 5).
 */
export const wildType = {
  kind: "atomic",
  type: "wild-type",
  title: "Wild type",
  schema,
  over: "every",
  needs: () => ["small-variants", "protein-annotation", "callability"],
  specificity: () => "gene",
  genes: (constraint) => [constraint.gene],
  alleles: () => [],
  spans: () => [],
  test(constraint, observation, context) {
    if (observation.alteration.kind !== "small-variant") return notRefuted(constraint);
    const test = testConsequences({
      gene: constraint.gene,
      specificity: "gene",
      observation,
      context,
      names: "a class",
      decide: (found) => compare(constraint, found),
    });
    const isRefuted = !["other-gene", "common-variant"].includes(test.reason.code);
    return isRefuted ? test : notRefuted(constraint);
  },
  absence: ({ gene, codons }) =>
    codons === undefined ? { kind: "coding", gene } : { kind: "codons", gene, codons },
} satisfies AtomicRule<WildTypeConstraint>;

function compare(constraint: WildTypeConstraint, found: TranscriptConsequence): ConstraintTest {
  const { gene, codons } = constraint;
  // Of an oncogene, too, a truncated copy is not wild type.
  const mutation = mutationVerdict({
    gene,
    role: "unknown",
    specificity: "gene",
    consequence: found,
  });
  if (mutation.state === "undetermined") return mutation;
  if (mutation.state === "unmet" || !hits(codons, changeOf(found))) return notRefuted(constraint);
  const what = found.proteinChange === null ? "is mutated" : `carries ${found.proteinChange}`;
  return unmet("gene", "mutated", `${gene} ${what}: it is not wild type.`);
}

function hits(codons: readonly number[] | undefined, change: ProteinChange | null): boolean {
  if (codons === undefined) return true;
  return (
    change !== null && codons.some((position) => change.start <= position && position <= change.end)
  );
}

function notRefuted({ gene, codons }: WildTypeConstraint): ConstraintTest {
  const where = codons === undefined ? gene : `${gene} codons ${codons.join(", ")}`;
  const text = `Nothing shows that ${where} could be read, so absence of a mutation is not proven.`;
  return undetermined("gene", { code: "absence-not-proven", text }, ["callability"]);
}
