import type { Problem, ProblemWhere } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";

interface NamedDrug {
  readonly id: string;
  /** Where the name stands; null: in a layer below. */
  readonly place: ProblemWhere | null;
}

/**
 * A name, synonym or id of a drug, in any case, is that of no other: a history that gives it would mark the one that is found first. The second
 * place is the problem, and the first is told. What a layer replaces is not held against it.
 */
export function checkDrugNames({ therapies, below }: KnowledgebaseFolder): Problem[] {
  const own = new Set(therapies.data.therapies.map(({ id }) => id));
  const named = new Map<string, NamedDrug>();
  for (const { id, name, synonyms } of below?.therapies ?? []) {
    if (own.has(id)) continue;
    for (const word of [id, name, ...synonyms]) named.set(word.toLowerCase(), { id, place: null });
  }
  return therapies.data.therapies.flatMap(({ id, name, synonyms }, at) => {
    const words = [
      { word: id, path: ["id"] },
      { word: name, path: ["name"] },
      ...synonyms.map((word, index) => ({ word, path: ["synonyms", index] })),
    ];
    return words.flatMap(({ word, path }) => {
      const key = word.toLowerCase();
      const where = therapies.where(["therapies", at, ...path]);
      const other = named.get(key);
      if (other === undefined) named.set(key, { id, place: where });
      if (other === undefined || other.id === id) return [];
      const text = `"${word}" is also a name of "${other.id}", ${tellPlace(other)}.`;
      return [makeProblem("kb-drug-name-shared", "error", text, { where })];
    });
  });
}

function tellPlace({ place }: NamedDrug): string {
  return place === null ? "in a layer below" : `at ${place.file}:${place.line}:${place.column}`;
}
