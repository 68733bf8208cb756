import type { TherapyEntity } from "../schema/schema.ts";

/** A drug of a therapy, or a class of drugs that the therapy names, with what kinds of drugs it is. */
export interface DrugPart {
  readonly name: string;
  readonly classes: ReadonlySet<string>;
}

/**
 * What of a therapy acts on a gene: its drugs, and the members of those that are a class, that are made to act on it; all parts of the
 * therapy where none is.
 */
export function listDrugParts(
  therapies: ReadonlyMap<string, TherapyEntity>,
  drugs: readonly string[],
  gene: string | null,
): readonly DrugPart[] {
  const parts = drugs
    .flatMap((id) => therapies.get(id) ?? [])
    .map((drug) => {
      const all = [drug, ...(drug.members ?? []).flatMap((id) => therapies.get(id) ?? [])];
      const aimed = all.filter(({ targets }) => gene !== null && targets.includes(gene));
      return { name: drug.name, all, aimed };
    });
  const isAimed = parts.some(({ aimed }) => aimed.length > 0);
  return parts
    .filter(({ aimed }) => !isAimed || aimed.length > 0)
    .map(({ name, all, aimed }) => ({
      name,
      classes: new Set((isAimed ? aimed : all).flatMap((each) => each.class ?? [])),
    }));
}
