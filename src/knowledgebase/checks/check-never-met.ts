import type { Constraint } from "../../constraints/constraints.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import { eachConstraint } from "./each-constraint.ts";

/** Largest value of each unit: a share of cells in percent; H-score is 3 times the percentage, Allred 5 for cells and 3 for intensity. */
const most = { "%": 100, TPS: 100, CPS: 100, TC: 100, IC: 100, "H-score": 300, Allred: 8 } as const;

/** A constraint that contradicts itself or its neighbors is met by no case, and its statement would be passed over in silence. */
export function checkNeverMet(folder: KnowledgebaseFolder): Problem[] {
  const alone = [...eachConstraint(folder)].flatMap(({ file, constraint, path }) =>
    faultsOf(constraint).map((text) => ({ file, path, text })),
  );
  const together = folder.statements.flatMap((file) =>
    file.data.variants.flatMap(({ constraints }, index) =>
      faultsAmong(constraints).map((text) => ({
        file,
        path: ["variants", index, "constraints"],
        text,
      })),
    ),
  );
  return [...alone, ...together].map(({ file, path, text }) =>
    makeProblem("kb-never-met", "error", text, { where: file.where(path) }),
  );
}

function faultsOf(constraint: Constraint): string[] {
  if (constraint.type === "fusion" && "fivePrime" in constraint) {
    const { fivePrime, threePrime } = constraint;
    return fivePrime !== undefined && fivePrime === threePrime
      ? [`${fivePrime} with itself is no fusion: exons lost or doubled are an "exon-change".`]
      : [];
  }
  if (constraint.type === "exon-change") {
    const [first, last] = constraint.exons ?? [1, 1];
    return first <= last ? [] : [`The exons ${first} to ${last} run backwards.`];
  }
  if (constraint.type !== "ihc" || constraint.unit === undefined) return [];
  const { atLeast = 0, below = Infinity, unit } = constraint;
  if (atLeast >= below) return [`No stain is at least ${atLeast} and below ${below} ${unit}.`];
  return atLeast > most[unit]
    ? [`No stain reaches ${atLeast} ${unit}: ${most[unit]} is the most.`]
    : [];
}

/** Kinds of constraints that a wild type of the whole gene excludes. */
const mutations: ReadonlySet<string> = new Set([
  "protein-change",
  "codon",
  "consequence",
  "region",
]);

function faultsAmong(constraints: readonly Constraint[]): string[] {
  const texts = new Set(constraints.map((constraint) => JSON.stringify(constraint)));
  return constraints.flatMap((constraint) => {
    if (constraint.type === "not" && texts.has(JSON.stringify(constraint.constraint))) {
      return ["One constraint asks for what another excludes."];
    }
    if (constraint.type !== "wild-type" || constraint.codons !== undefined) return [];
    const { gene } = constraint;
    const isMutated = constraints.some(
      (other) => mutations.has(other.type) && "gene" in other && other.gene === gene,
    );
    return isMutated ? [`${gene} is not wild type where it is mutated.`] : [];
  });
}
