import * as z from "zod";
import { geneField, textField } from "./constraint-fields.ts";
import type { AtomicRule } from "./constraint-rule.ts";
import { unmet } from "./constraint-rule.ts";

/** What no input that is read can show or exclude. */
export const otherAssays = [
  "alternative transcript",
  "breakpoint of a fusion",
  "gain or loss of exons",
  "isoform",
  "length of a repeat",
  "loss of heterozygosity",
  "methylation",
  "phosphorylation",
  "place in the cell",
  "second hit",
  "serum level",
  "zygosity",
] as const;

const schema = z
  .strictObject({
    type: z.literal("other-assay"),
    gene: geneField,
    assay: z.enum(otherAssays),
    detail: textField(/^\S[^\p{Cc}]{0,78}\S$/u, "text of 2 to 80 characters")
      .optional()
      .describe("which one, as the source names it, e.g. E20;A20"),
  })
  .describe("something that none of the inputs shows: never met, and never excluded");

export type OtherAssayConstraint = z.infer<typeof schema>;

const level = "consequence in gene";

/**
 * Undetermined whatever the case shows, because silence about what was not measured is no answer. Together with rules that
 * can be decided (a fusion, and its breakpoints) it is open only where they are met.
 */
export const otherAssay = {
  kind: "atomic",
  type: "other-assay",
  title: "Another assay",
  schema,
  over: "some",
  needs: () => ["other-assay"],
  specificity: () => level,
  genes: ({ gene }) => [gene],
  alleles: () => [],
  spans: () => [],
  test: ({ assay }, observation) =>
    unmet(level, "other-kind", `${observation.label} does not tell: ${assay}.`),
} satisfies AtomicRule<OtherAssayConstraint>;
