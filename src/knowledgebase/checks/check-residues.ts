import { parseProteinChange } from "../../annotate/protein-change.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import type { PlacedConstraint } from "./each-constraint.ts";
import { eachConstraint } from "./each-constraint.ts";

interface Named extends PlacedConstraint {
  readonly residue: string;
  readonly field: string;
}

/**
 * A residue has one reference amino acid on one transcript, whoever names it: `V600E` and `A600K` cannot both be right.
 * Changes without a transcript are compared with each other only.
 */
export function checkResidues(folder: KnowledgebaseFolder): Problem[] {
  const byPlace = new Map<string, Named[]>();
  for (const placed of eachConstraint(folder)) {
    const { constraint } = placed;
    if (constraint.type === "codon") {
      const key = `${constraint.gene} ${constraint.position}`;
      add(byPlace, key, { ...placed, residue: constraint.residue, field: "residue" });
    }
    if (constraint.type !== "protein-change") continue;
    const change = parseProteinChange(constraint.change);
    if (change === null || change.start === 0) continue;
    const on = constraint.transcript === undefined ? "" : ` of ${constraint.transcript}`;
    const key = (position: number) => `${constraint.gene} ${position}${on}`;
    add(byPlace, key(change.start), { ...placed, residue: change.refStart, field: "change" });
    if (change.end !== change.start) {
      add(byPlace, key(change.end), { ...placed, residue: change.refEnd, field: "change" });
    }
  }
  return [...byPlace].flatMap(([place, names]) => findOdd(place, names));
}

function add(byPlace: Map<string, Named[]>, key: string, named: Named): void {
  const known = byPlace.get(key);
  if (known === undefined) byPlace.set(key, [named]);
  else known.push(named);
}

/** The residue that is named most often is the expected one; of two named alike, the first. */
function findOdd(place: string, names: readonly Named[]): Problem[] {
  const counts = new Map<string, number>();
  for (const { residue } of names) counts.set(residue, (counts.get(residue) ?? 0) + 1);
  if (counts.size < 2) return [];
  const [expected = ""] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  const first = names.find(({ residue }) => residue === expected);
  return names
    .filter(({ residue }) => residue !== expected)
    .map(({ residue, file, path, field }) => {
      const text = `The reference residue at ${place} is ${residue} here and ${expected} in "${first?.variantId}".`;
      return makeProblem("kb-residue", "error", text, { where: file.where([...path, field]) });
    });
}
