import * as z from "zod";
import type { Fusion } from "../model/alteration.ts";
import { geneField } from "./constraint-fields.ts";
import type { AtomicRule } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { otherKind } from "./test-consequences.ts";

const schema = z
  .strictObject({
    type: z.literal("fusion"),
    gene: geneField.optional().describe("a partner on either side"),
    fivePrime: geneField.optional(),
    threePrime: geneField.optional(),
    ordered: z
      .boolean()
      .optional()
      .describe("false: the two partners in either order; default true"),
  })
  .refine((value) => Boolean(value.gene ?? value.fivePrime ?? value.threePrime), {
    error: "a fusion names at least one of gene, fivePrime, threePrime",
  })
  .describe("a fusion by its partners");

export type FusionConstraint = z.infer<typeof schema>;

const level = "consequence in gene";

/** Met by a fusion whose partners are the named ones; out of frame it stays undetermined (spec matching 4). */
export const fusion = {
  kind: "atomic",
  type: "fusion",
  title: "Fusion",
  schema,
  over: "some",
  needs: () => ["fusions"],
  specificity: () => level,
  genes: ({ gene, fivePrime, threePrime }) =>
    [gene, fivePrime, threePrime].filter((symbol) => symbol !== undefined),
  alleles: () => [],
  spans: () => [],
  test(constraint, observation) {
    const seen = observation.alteration;
    if (seen.kind !== "fusion") return otherKind(level, observation);
    const named = nameOf(constraint);
    const fit = partnersFit(constraint, seen);
    if (fit === "no") {
      return unmet(level, "other-partners", `${observation.label} is not ${named}.`);
    }
    if (fit === "open") {
      const text = `${observation.label} may be ${named}: a partner is not known.`;
      return undetermined(level, { code: "partner-not-known", text }, ["fusions"]);
    }
    if (seen.inFrame === false) {
      const text = `${observation.label} is said to be out of frame.`;
      return undetermined(level, { code: "out-of-frame", text });
    }
    return met(level, "same-partners", `${observation.label} is ${named}.`);
  },
  absence: ({ gene, fivePrime, threePrime }) => ({
    kind: "fusion",
    partners: [gene, fivePrime, threePrime].filter((symbol) => symbol !== undefined),
  }),
} satisfies AtomicRule<FusionConstraint>;

type Fit = "yes" | "no" | "open";

function partnersFit(constraint: FusionConstraint, seen: Fusion): Fit {
  const { gene, fivePrime, threePrime } = constraint;
  const eitherSide =
    gene === undefined
      ? "yes"
      : anyFit([sideFits(gene, seen.fivePrime), sideFits(gene, seen.threePrime)]);
  const stated = allFit([
    sideFits(fivePrime, seen.fivePrime),
    sideFits(threePrime, seen.threePrime),
  ]);
  if (constraint.ordered !== false) return allFit([eitherSide, stated]);
  const swapped = allFit([
    sideFits(fivePrime, seen.threePrime),
    sideFits(threePrime, seen.fivePrime),
  ]);
  return allFit([eitherSide, anyFit([stated, swapped])]);
}

function sideFits(asked: string | undefined, found: string | null): Fit {
  if (asked === undefined) return "yes";
  if (found === null) return "open";
  return asked === found ? "yes" : "no";
}

function allFit(fits: readonly Fit[]): Fit {
  return fits.includes("no") ? "no" : fits.includes("open") ? "open" : "yes";
}

function anyFit(fits: readonly Fit[]): Fit {
  return fits.includes("yes") ? "yes" : fits.includes("open") ? "open" : "no";
}

function nameOf({ gene, fivePrime, threePrime }: FusionConstraint): string {
  if (fivePrime !== undefined || threePrime !== undefined) {
    return `${fivePrime ?? "any partner"}::${threePrime ?? "any partner"}`;
  }
  return `a fusion of ${gene}`;
}
