import { type IhcResult, molecules, type Measured } from "../model/alteration.ts";
import { sharedGenesOf } from "../model/shared-genes.ts";
import { geneField, typeField } from "./constraint-fields.ts";
import type { AtomicRule, ConstraintTest, Infer, Zod } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { isHybridization, readStain, showsProtein } from "./stain.ts";
import { notAbout, otherKind } from "./test-consequences.ts";

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "expression"),
      gene: geneField(z),
      molecule: z
        .enum(["any", ...molecules])
        .describe("any: the amount of RNA or protein; phosphorylation has to be named"),
      site: z
        .string()
        .regex(/^[STY][1-9]\d{0,4}$/)
        .optional()
        .describe("of a phosphosite: residue and position, Y1248; absent: any site of the gene"),
      direction: z
        .enum(["up", "down", "present", "absent"])
        .describe("up, down: against a reference cohort; present is met by up, absent by down"),
    })
    .describe("the amount of a molecule");

export type ExpressionConstraint = Infer<typeof schema>;

const level = "consequence in gene";

/**
 * Met by a measured outlier of the same molecule and direction, never by an amplification (spec matching 4). `any` is any amount;
 * how much of a protein is phosphorylated is not how much there is of it.
 */
export const expression = {
  kind: "atomic",
  type: "expression",
  title: "Expression",
  schema,
  over: "some",
  needs: () => ["protein-expression"],
  specificity: () => level,
  genes: (constraint) => [constraint.gene],
  alleles: () => [],
  spans: () => [],
  test(constraint, observation): ConstraintTest {
    const seen = observation.alteration;
    const { gene, molecule, site, direction } = constraint;
    if (seen.kind === "ihc" && isHybridization(seen)) return otherKind(level, observation);
    if (seen.kind === "ihc" && seen.gene === gene && molecule !== "rna") {
      return compareStain(constraint, seen, observation.label);
    }
    if (seen.kind !== "expression") return otherKind(level, observation);
    if (seen.gene !== gene) return notAbout(gene, level, observation);
    if (!isOfMolecule(seen.molecule, molecule)) {
      const asked = molecule === "any" ? "the amount of RNA or protein" : molecule;
      const text = `${gene} was measured as ${seen.molecule}; the statement is about ${asked}.`;
      return unmet(level, "other-molecule", text);
    }
    if (!isOfSite(seen.site, site)) {
      const text = `${observation.label} is about another site than ${site}.`;
      return unmet(level, "other-site", text);
    }
    if (seen.direction === outlierOf[direction]) {
      return met(level, "same-direction", `${observation.label} meets "${direction}".`);
    }
    if (sharedGenesOf(observation) !== null) {
      return undetermined(level, {
        code: "expression-of-several-genes",
        text: `${observation.label} does not show whether ${gene} is ${direction}.`,
      });
    }
    if (direction === "up" || direction === "down") {
      return unmet(
        level,
        "opposite-direction",
        `${observation.label} is the opposite of "${direction}".`,
      );
    }
    return undetermined(level, {
      code: "relative-measurement",
      text: `A measurement against a cohort does not show whether ${gene} is ${direction}.`,
    });
  },
  absence: () => ({ kind: "measured" }),
} satisfies AtomicRule<ExpressionConstraint>;

/**
 * A stain is absolute: it decides about presence, which a cohort cannot. "Up" is a strong stain (3+) only; a share of cells has no
 * cut-off of its own.
 */
function compareStain(
  { molecule, direction }: ExpressionConstraint,
  seen: IhcResult,
  label: string,
): ConstraintTest {
  if (molecule === "phosphosite") {
    return unmet(level, "other-molecule", `${label} is a stain of the protein.`);
  }
  const stain = readStain(seen);
  const shown = showsProtein(stain, seen.gene);
  const isThere = direction === "present" || direction === "up";
  if (shown === null) return openStain(label, direction);
  if (direction === "up" && shown) {
    if (stain.form === "word" && stain.word === "overexpressed") {
      return met(level, "strong-stain", `${label} meets "up".`);
    }
    if (stain.form !== "grade" || stain.grade === 2) return openStain(label, direction);
    return stain.grade === 3
      ? met(level, "strong-stain", `${label} is a strong stain: "up".`)
      : unmet(level, "weak-stain", `${label} is a weak stain, not "up".`);
  }
  if (direction === "down" && shown) return openStain(label, direction);
  return shown === isThere
    ? met(level, "stain", `${label} meets "${direction}".`)
    : unmet(level, "stain", `${label} is the opposite of "${direction}".`);
}

function openStain(label: string, direction: string): ConstraintTest {
  return undetermined(level, {
    code: "stain-without-cut-off",
    text: `${label} does not tell whether it is "${direction}": the statement gives no cut-off.`,
  });
}

/** True where what was measured is what is asked about. */
export function isOfMolecule(seen: Measured, asked: ExpressionConstraint["molecule"]): boolean {
  return asked === "any" ? seen === "rna" || seen === "protein" : seen === asked;
}

/** `seen` may stand for several sites, `S462 T469`. */
export function isOfSite(seen: string | undefined, asked: string | undefined): boolean {
  return asked === undefined || (seen?.split(" ").includes(asked) ?? false);
}

/** The outlier that meets each direction. */
const outlierOf = { up: "up", present: "up", down: "down", absent: "down" } as const;
