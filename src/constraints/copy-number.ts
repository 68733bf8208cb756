import { copyThresholds } from "../annotate/copy-number/copy-thresholds.ts";
import { isAmplified } from "../annotate/copy-number/judge-copies.ts";
import { wordOf } from "../annotate/copy-number/observe-copies.ts";
import type { CopyNumberAlteration, CopyNumberChange, IhcResult } from "../model/alteration.ts";
import { geneField, typeField } from "./constraint-fields.ts";
import type { AtomicRule, ConstraintTest, Infer, Zod } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { notAbout, otherKind } from "./test-consequences.ts";

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "copy-number"),
      gene: geneField(z),
      change: z
        .enum(["amplification", "gain", "loss", "deletion"])
        .describe("deletion: of both copies; loss: of at least one"),
      minCopies: z
        .number()
        .gt(2)
        .max(1000)
        .optional()
        .describe("of an amplification or gain: met from so many copies, whatever the ploidy"),
    })
    .refine(
      ({ change, minCopies }) =>
        minCopies === undefined || change === "amplification" || change === "gain",
      { error: "minCopies is for amplification and gain" },
    )
    .describe("a change of the number of copies of a gene");

export type CopyNumberConstraint = Infer<typeof schema>;
type Asked = CopyNumberConstraint["change"];

const level = "consequence in gene";

/** What each observed change meets; its opposite direction it never meets (spec matching 4). */
const meets: Readonly<Record<CopyNumberChange, readonly Asked[]>> = {
  amplification: ["amplification", "gain"],
  gain: ["gain"],
  loss: ["loss"],
  "homozygous-deletion": ["loss", "deletion"],
  "copy-neutral-loh": [],
};

const direction: Readonly<Record<CopyNumberChange | Asked, "more" | "fewer" | "same">> = {
  amplification: "more",
  gain: "more",
  loss: "fewer",
  deletion: "fewer",
  "homozygous-deletion": "fewer",
  "copy-neutral-loh": "same",
};

/**
 * Met by a copy-number change of the same direction that goes at least as far, and covers at least half of the transcript. From 4 to below
 * 6 copies an amplification is equivocal, and so are 6 that are less than twice the ploidy, unless the statement says from how many it
 * holds.
 */
export const copyNumber = {
  kind: "atomic",
  type: "copy-number",
  title: "Copy number",
  schema,
  over: "some",
  needs: () => ["copy-number"],
  specificity: () => level,
  genes: (constraint) => [constraint.gene],
  alleles: () => [],
  spans: () => [],
  test(constraint, observation) {
    const seen = observation.alteration;
    if (seen.kind === "ihc") {
      return testHer2(constraint, seen, observation.label) ?? otherKind(level, observation);
    }
    if (seen.kind !== "copy-number") return otherKind(level, observation);
    if (seen.gene !== constraint.gene) return notAbout(constraint.gene, level, observation);
    return compare(constraint, seen);
  },
  absence: ({ gene }) => ({ kind: "copies", gene }),
} satisfies AtomicRule<CopyNumberConstraint>;

/** Reason of a statement that a stain meets in the place of the gene: it holds for drugs against HER2 alone. */
export const positiveByStain = "her2-positive-by-ihc";

/** Reason that counts of the gene under the microscope exclude an amplification that nothing else shows, whatever input is missing. */
export const notAmplifiedByIsh = "ish-not-amplified";

/** What the rows about HER2 say of an amplification; null where they say nothing. */
function testHer2(
  { gene, change, minCopies }: CopyNumberConstraint,
  seen: IhcResult,
  label: string,
): ConstraintTest | null {
  const { amplification } = seen;
  if (amplification === undefined || seen.gene !== gene || change !== "amplification") return null;
  const { state, rule } = amplification;
  switch (state) {
    case "positive": {
      if (minCopies !== undefined) return null;
      const text = `${label} is HER2-positive by IHC 3+ (ASCO/CAP), without a count of ${gene}.`;
      return met(level, positiveByStain, text);
    }
    case "negative":
      return unmet(
        level,
        notAmplifiedByIsh,
        `${gene} is not amplified by in situ hybridization (ASCO/CAP: ${rule}).`,
      );
    case "open": {
      const text = `In situ hybridization leaves open whether ${gene} is amplified (ASCO/CAP: ${rule}).`;
      return undetermined(level, { code: "ish-open", text });
    }
  }
}

function compare(constraint: CopyNumberConstraint, seen: CopyNumberAlteration): ConstraintTest {
  const { gene, change, minCopies } = constraint;
  const found = wordOf(seen.change);
  if (direction[seen.change] !== direction[change]) {
    const isOpposite = direction[seen.change] !== "same";
    return unmet(
      level,
      isOpposite ? "opposite-direction" : "other-change",
      `${gene} ${found} is ${isOpposite ? "the opposite of" : "no"} ${change}.`,
    );
  }
  if (seen.part !== undefined) return partly(constraint, seen);
  if (minCopies !== undefined) return compareCopies(gene, minCopies, seen);
  if (meets[seen.change].includes(change)) {
    return met(
      level,
      "same-copy-number-change",
      `${gene} ${found} is ${change === "amplification" ? "an" : "a"} ${change}.`,
    );
  }
  if (change === "amplification" && seen.copies !== null) {
    const equivocal = testBand(gene, seen.copies, seen.ploidy ?? null);
    if (equivocal !== null) return equivocal;
  }
  return seen.adjusted === false
    ? notAdjusted(gene, seen)
    : unmet(level, "weaker-change", `${gene} ${found} falls short of ${change}.`);
}

/** Four copies and more; null below. */
function testBand(gene: string, copies: number, ploidy: number | null): ConstraintTest | null {
  const { amplifiedFrom, amplifiedFold, equivocalFrom } = copyThresholds;
  if (copies < equivocalFrom) return null;
  if (isAmplified(copies, ploidy)) {
    const text = `${gene} has ${copies} copies, ${amplifiedFrom} or more.`;
    return met(level, "copies-amplified", text);
  }
  const text =
    copies < amplifiedFrom
      ? `${gene} has ${copies} copies: ${equivocalFrom} to below ${amplifiedFrom} is equivocal.`
      : `${gene} has ${copies} copies, less than ${amplifiedFold} times the ploidy of ${ploidy}: equivocal.`;
  return undetermined(level, { code: "copies-equivocal", text });
}

/** The statement's own cut-off. */
function compareCopies(
  gene: string,
  minCopies: number,
  seen: CopyNumberAlteration,
): ConstraintTest {
  if (seen.copies === null) {
    const text = `The statement holds from ${minCopies} copies of ${gene}, and the file does not count them.`;
    return undetermined(level, { code: "copies-not-counted", text });
  }
  if (seen.copies >= minCopies) {
    const text = `${gene} has ${seen.copies} copies, ${minCopies} or more.`;
    return met(level, "copies-from-cut-off", text);
  }
  if (seen.adjusted === false) return notAdjusted(gene, seen);
  const text = `${gene} has ${seen.copies} copies, fewer than the ${minCopies} of the statement.`;
  return unmet(level, "copies-below-cut-off", text);
}

/** What is seen in a mixture of tumor and normal cells is less than what is in the tumor, never more. */
function notAdjusted(gene: string, { change, copies }: CopyNumberAlteration): ConstraintTest {
  const text = `${gene} ${wordOf(change)} (${copies} copies) is not adjusted for purity: in the tumor it may go further.`;
  return undetermined(level, { code: "copies-not-adjusted", text });
}

function partly(
  { gene, change }: CopyNumberConstraint,
  { part, change: found }: CopyNumberAlteration,
): ConstraintTest {
  const share = part?.share ?? null;
  const where = share === null ? "a part" : `${Math.round(share * 100)}%`;
  const text = `${gene} ${wordOf(found)} covers ${where} of the transcript; ${change} means half of it or more.`;
  return undetermined(level, { code: "copies-in-part", text });
}
