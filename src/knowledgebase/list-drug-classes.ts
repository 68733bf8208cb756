import type { TherapyEntity } from "./schema.ts";

/**
 * What kinds of drugs act on a gene in a therapy: of its drugs, and of the members of those that are a class, the ones that are
 * made to act on the gene; all of them where none is.
 */
export function listDrugClasses(
  therapies: ReadonlyMap<string, TherapyEntity>,
  drugs: readonly string[],
  gene: string | null,
): ReadonlySet<string> {
  const named = drugs.flatMap((id) => therapies.get(id) ?? []);
  const all = named.flatMap((drug) => [
    drug,
    ...(drug.members ?? []).flatMap((id) => therapies.get(id) ?? []),
  ]);
  const aimed = all.filter(({ targets }) => gene !== null && targets.includes(gene));
  return new Set((aimed.length > 0 ? aimed : all).flatMap((drug) => drug.class ?? []));
}
