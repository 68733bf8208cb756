import type { IhcResult } from "../model/alteration.ts";
import { geneField, wordField, typeField } from "./constraint-fields.ts";
import type { AtomicRule, ConstraintTest, Infer, Zod } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import type { Reason } from "../model/verdict.ts";
import { namesClone } from "./same-antibody.ts";
import {
  describeShareRule,
  isHybridization,
  liesWithin,
  readStain,
  resultByShare,
  type Stain,
} from "./stain.ts";
import { notAbout, otherKind } from "./test-consequences.ts";

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "ihc"),
      gene: geneField(z).describe("of the protein that is stained"),
      grades: z
        .array(z.enum(["0", "1+", "2+", "3+"]))
        .min(1)
        .optional()
        .describe("any of these grades"),
      result: z
        .enum(["positive", "negative", "lost", "retained"])
        .optional()
        .describe("the verdict of the stain"),
      atLeast: z.number().min(0).max(300).optional().describe("score from which it is met"),
      below: z.number().min(0).max(300).optional().describe("score below which it is met"),
      unit: z
        .enum(["%", "TPS", "CPS", "TC", "IC", "H-score", "Allred"])
        .optional()
        .describe("of the score; units are never converted"),
      clone: wordField(z).optional().describe("the antibody that the cut-off belongs to"),
      ish: z
        .literal("not positive")
        .optional()
        .describe("of HER2: in situ hybridization, where it was made, is not positive"),
    })
    .refine(
      (value) =>
        [value.grades, value.result, value.atLeast ?? value.below].filter(
          (part) => part !== undefined,
        ).length === 1,
      { error: "a stain is asked for by one of grades, result, or a number" },
    )
    .refine(
      (value) => (value.unit === undefined) === ((value.atLeast ?? value.below) === undefined),
      {
        error: "a number has a unit, and a unit belongs to a number",
      },
    )
    .describe("a result of immunohistochemistry");

export type IhcConstraint = Infer<typeof schema>;

const level = "consequence in gene";

/**
 * Met by a stain of the same protein in the same form: grades by grades, numbers by numbers of the same unit. A cut-off of another
 * antibody leaves it open (spec clinical R8: never compared across clones).
 */
export const ihc = {
  kind: "atomic",
  type: "ihc",
  title: "Immunohistochemistry",
  schema,
  over: "some",
  silenceIsOpen: true,
  needs: () => ["ihc"],
  specificity: () => level,
  genes: (constraint) => [constraint.gene],
  alleles: () => [],
  spans: () => [],
  test(constraint, observation) {
    const seen = observation.alteration;
    if (seen.kind !== "ihc" || isHybridization(seen)) return otherKind(level, observation);
    if (seen.gene !== constraint.gene) return notAbout(constraint.gene, level, observation);
    return compare(constraint, seen, observation.label);
  },
  absence: () => ({ kind: "measured" }),
} satisfies AtomicRule<IhcConstraint>;

function compare(constraint: IhcConstraint, seen: IhcResult, label: string): ConstraintTest {
  const stain = readStain(seen);
  const { clone, unit } = constraint;
  const otherClone = unit === undefined || clone === undefined ? null : doubtClone(seen, clone);
  if (otherClone !== null) {
    return undetermined(level, { ...otherClone, text: `${label} ${otherClone.text}` });
  }
  const answer = fits(constraint, stain);
  if (answer === null && stain.form === "number" && stain.unit === unit) {
    const text = `${label} does not tell whether it is ${nameOf(constraint)}.`;
    return undetermined(level, { code: "range-holds-cut-off", text });
  }
  const shareRule = constraint.result === undefined ? null : describeShareRule(seen);
  if (answer === null && shareRule !== null) {
    const text = `${label} does not tell whether it is ${nameOf(constraint)}: ${shareRule}.`;
    return undetermined(level, { code: "stain-between-cut-offs", text });
  }
  if (answer === null) {
    const text = `${label} is not given as ${nameOf(constraint)}, and no rule converts it.`;
    return undetermined(level, { code: "other-scale", text });
  }
  const opposed = answer && constraint.ish !== undefined ? testHybridization(seen, label) : null;
  if (opposed !== null) return opposed;
  return answer
    ? met(level, "stain-fits", `${label} is ${nameOf(constraint)}.`)
    : unmet(level, "stain-does-not-fit", `${label} is not ${nameOf(constraint)}.`);
}

/** A cut-off belongs to an antibody, which the column of the clone or that of the assay has to name; null where it does. */
function doubtClone({ clone, assay }: IhcResult, asked: string): Reason | null {
  if ([clone, assay].some((named) => named !== null && namesClone(named, asked))) return null;
  if (clone !== null) {
    const text = `was stained with ${clone}; the cut-off is that of ${asked}, and clones are not compared.`;
    return { code: "other-clone", text };
  }
  const text = `does not name its antibody; the cut-off is that of ${asked}: write it in the column clone.`;
  return { code: "clone-not-stated", text };
}

/** Of a stain that fits: what in situ hybridization says against it; null where it says nothing. */
function testHybridization({ hybridization }: IhcResult, label: string): ConstraintTest | null {
  if (hybridization === undefined) return null;
  const { state, rule } = hybridization;
  if (state === "positive") {
    const text = `${label} stands beside a positive in situ hybridization: HER2-positive (ASCO/CAP: ${rule}), so not HER2-low.`;
    return unmet(level, "ish-positive", text);
  }
  const text = `${label} stands beside an in situ hybridization that is open (ASCO/CAP: ${rule}).`;
  return undetermined(level, { code: "ish-open", text });
}

/** Null when the score is of another form than the question. */
function fits(constraint: IhcConstraint, stain: Stain): boolean | null {
  const { grades, result, atLeast = -Infinity, below = Infinity, unit } = constraint;
  if (grades !== undefined) {
    if (stain.form !== "grade") return null;
    return grades.some((grade) => Number.parseInt(grade, 10) === stain.grade);
  }
  if (result !== undefined) return fitsResult(constraint.gene, result, stain);
  return stain.form === "number" && stain.unit === unit ? liesWithin(stain, atLeast, below) : null;
}

/** Whether a stain is `asked` (positive, negative, lost, retained); null where its score has no answer. */
export function fitsResult(gene: string, asked: string, stain: Stain): boolean | null {
  if (stain.form === "word") return fitsWord(asked, stain.word);
  const shown = resultByShare(stain, gene);
  return shown === null ? null : shown === (sides.get(asked) === "there");
}

/** A protein that is lost is negative, and one that is retained is positive. */
const sides: ReadonlyMap<string, string> = new Map([
  ["positive", "there"],
  ["retained", "there"],
  ["overexpressed", "there"],
  ["negative", "gone"],
  ["lost", "gone"],
]);

function fitsWord(asked: string, found: string): boolean | null {
  const side = sides.get(found);
  return side === undefined ? null : side === sides.get(asked);
}

function nameOf({ gene, grades, result, atLeast, below, unit }: IhcConstraint): string {
  if (grades !== undefined) return `${gene} ${grades.join(" or ")}`;
  if (result !== undefined) return `${gene} ${result}`;
  const from = atLeast === undefined ? "" : `${atLeast} or more`;
  const to = below === undefined ? "" : `below ${below}`;
  return `${gene} ${unit} ${[from, to].filter(Boolean).join(" and ")}`;
}
