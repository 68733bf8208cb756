/** Observations and contexts for tests, with as little as a rule can read. */
import type {
  ConstraintTest,
  GeneRole,
  TestContext,
} from "../../../src/constraints/constraint-rule.ts";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import { constraintSchema } from "../../../src/constraints/constraint-schema.ts";
import { ruleOf } from "../../../src/constraints/constraints.ts";
import type { Alteration, TranscriptConsequence } from "../../../src/model/alteration.ts";
import type { Allele, Locus } from "../../../src/model/locus.ts";
import type { Observation } from "../../../src/model/observation.ts";

export const brafV600e: Allele = {
  assembly: "GRCh37",
  contig: "7",
  position: 140453136,
  ref: "A",
  alt: "T",
};

/** Wraps an alteration; the support is not read by any rule. */
export function observe(alteration: Alteration, gene: string | null, label = "it"): Observation {
  return {
    id: label,
    label,
    gene,
    alteration,
    support: {
      kind: "reads",
      vaf: null,
      depth: null,
      altReads: null,
      rule: null,
      genotype: "absent",
    },
    provenance: { file: "a.vcf", line: 1, sample: null },
  };
}

export function consequence(
  gene: string,
  parts: Partial<TranscriptConsequence>,
): TranscriptConsequence {
  return {
    gene,
    transcript: null,
    terms: [],
    proteinChange: null,
    codingChange: null,
    exon: null,
    preferred: false,
    source: "CSQ",
    ...parts,
  };
}

/** A small variant; without consequences it is one of a file without annotation. */
export function variant(
  consequences: readonly TranscriptConsequence[],
  allele: Allele = brafV600e,
): Observation {
  const gene = consequences[0]?.gene ?? null;
  return observe({ kind: "small-variant", allele, consequences, populationFrequency: null }, gene);
}

/** A variant with one consequence on one transcript. */
export function change(
  gene: string,
  proteinChange: string | null,
  ...terms: string[]
): Observation {
  return variant([consequence(gene, { proteinChange, terms })]);
}

export function context(
  parts: { role?: GeneRole; span?: Locus | null; activating?: boolean } = {},
): TestContext {
  return {
    assembly: "GRCh37",
    geneRole: () => parts.role ?? "unknown",
    geneSpan: () => parts.span ?? null,
    isActivating: () => parts.activating ?? false,
  };
}

/** Runs the rule of an atomic constraint, after the schema has read it. */
export function run(
  constraint: Constraint,
  observation: Observation,
  testContext = context(),
): ConstraintTest {
  const parsed = constraintSchema.parse(constraint);
  const rule = ruleOf(parsed);
  if (rule.kind !== "atomic") throw new Error("not an atomic rule");
  return rule.test(parsed, observation, testContext);
}
