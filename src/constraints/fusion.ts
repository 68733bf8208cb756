import type { Fusion } from "../model/alteration.ts";
import { judgeKinase } from "../annotate/structural/fusion-kinases.ts";
import { geneField, typeField } from "./constraint-fields.ts";
import type { Reason } from "../model/verdict.ts";
import type { AtomicRule, Infer, Zod } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { otherKind } from "./test-consequences.ts";

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "fusion"),
      gene: geneField(z).optional().describe("a partner on either side"),
      fivePrime: geneField(z).optional().describe("the 5' partner"),
      threePrime: geneField(z).optional().describe("the 3' partner"),
      ordered: z
        .boolean()
        .optional()
        .describe("false: the two partners in either order; default true"),
    })
    .refine((value) => Boolean(value.gene ?? value.fivePrime ?? value.threePrime), {
      error: "a fusion names at least one of gene, fivePrime, threePrime",
    })
    .describe("a fusion by its partners");

export type FusionConstraint = Infer<typeof schema>;

const level = "consequence in gene";

/**
 * Met by a fusion whose partners are the named ones (spec, matching 4). The order that a statement fixes is met by either order
 * of a source that does not state one, and of an event of which both products were seen; where only the product with the partners
 * exchanged was seen, it stays open. So does a product out of frame or without its kinase domain, and a break in DNA whose
 * other side is in no gene or not oriented.
 */
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
    const { label } = observation;
    const fit = partnersFit(constraint, seen);
    if (fit === "no") return unmet(level, "other-partners", `${label} is not ${named}.`);
    if (fit === "open") {
      const text = `${label} may be ${named}: a partner is not known.`;
      return undetermined(level, { code: "partner-not-known", text });
    }
    const reason = reasonToDoubt(seen, fit, { label, named, constraint });
    if (reason !== null) return undetermined(level, reason);
    return met(level, "same-partners", `${label} is ${named}.${orderRemark(seen, constraint)}`);
  },
  absence: ({ gene, fivePrime, threePrime }) => ({
    kind: "fusion",
    partners: [gene, fivePrime, threePrime].filter((symbol) => symbol !== undefined),
  }),
} satisfies AtomicRule<FusionConstraint>;

/** `exchanged`: only as the other product of the same event. */
type Fit = "yes" | "exchanged" | "no" | "open";

/** Why partners that fit are not enough. */
function reasonToDoubt(
  seen: Fusion,
  fit: Fit,
  { label, named, constraint }: { label: string; named: string; constraint: FusionConstraint },
): Reason | null {
  if (seen.open === "partner") {
    const text = `${label} is a break in DNA whose other side lies in no known gene: RNA tells whether it makes ${named}.`;
    return { code: "partner-in-no-gene", text };
  }
  if (seen.open === "orientation") {
    const text = `${label} joins the genes of ${named}, and the caller does not state which sides.`;
    return { code: "orientation-not-known", text };
  }
  if (fit === "exchanged") {
    const text = `${label} is the exchanged product of ${named}, which itself was not seen.`;
    return { code: "exchanged-product", text };
  }
  if (seen.inFrame === false) {
    return { code: "out-of-frame", text: `${label} is said to be out of frame.` };
  }
  if (seen.kinaseDomain !== "lost") return null;
  const kinase = judgeKinase(seen, null) === null ? null : seen.fivePrime;
  if (kinase === null) {
    return { code: "kinase-domain-lost", text: `${label} is said to lose the kinase domain.` };
  }
  const { gene, fivePrime, threePrime } = constraint;
  // What the other partner does is not told by the domain of this one.
  if (![gene, fivePrime, threePrime].includes(kinase)) return null;
  const text = `${label} has ${kinase} as its 5' partner and so is without the kinase domain, which lies at the 3' end; ${seen.threePrime ?? "?"}::${kinase} was not seen.`;
  return { code: "kinase-first", text };
}

function orderRemark(seen: Fusion, { fivePrime, threePrime }: FusionConstraint): string {
  const isFixed = fivePrime !== undefined || threePrime !== undefined;
  if (!isFixed || seen.ordered !== false) return "";
  return " The file does not state which partner comes first.";
}

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
  const swapped = allFit([
    sideFits(fivePrime, seen.threePrime),
    sideFits(threePrime, seen.fivePrime),
  ]);
  const isFree = constraint.ordered === false || seen.ordered === false || seen.reciprocal === true;
  if (isFree) return allFit([eitherSide, anyFit([stated, swapped])]);
  // Of one named partner the other product says nothing: it joins the gene to whatever gene it joins.
  const namesBoth = fivePrime !== undefined && threePrime !== undefined;
  const isExchanged = namesBoth && swapped === "yes" && stated !== "yes";
  return allFit([eitherSide, isExchanged ? "exchanged" : stated]);
}

function sideFits(asked: string | undefined, found: string | null): Fit {
  if (asked === undefined) return "yes";
  if (found === null) return "open";
  return asked === found ? "yes" : "no";
}

function allFit(fits: readonly Fit[]): Fit {
  return (["no", "open", "exchanged"] as const).find((fit) => fits.includes(fit)) ?? "yes";
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
