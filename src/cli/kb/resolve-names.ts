/** Names on the command line, as ids of a knowledgebase; an unknown one is a refusal that names the nearest. */
import type { KnowledgeIndex } from "../../knowledgebase/index/build-index.ts";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { findTherapy } from "../../knowledgebase/therapies/resolve-therapy.ts";
import { isMarker } from "../../model/alteration.ts";
import { nearest } from "../../model/nearest.ts";
import { refuse } from "../../model/refusal.ts";

/** The current symbol of a symbol or unambiguous alias, in any case; a marker of the whole tumor stands for itself. */
export function resolveGene(
  given: string,
  { genes }: Knowledgebase,
  index: Pick<KnowledgeIndex, "currentSymbol">,
): string {
  const gene = findGene(given, index);
  if (gene !== null) return gene;
  const near = nearest(given, genes.keys(), 3);
  const hint =
    near.length === 0
      ? "metaction kb stats --by gene lists them."
      : `Did you mean ${near.join(", ")}?`;
  throw refuse("usage", "gene-unknown", `the knowledgebase has no gene ${given}`, { hint });
}

/** As `resolveGene`, null where there is none. */
function findGene(given: string, index: Pick<KnowledgeIndex, "currentSymbol">): string | null {
  const marker = given.toUpperCase();
  return (
    index.currentSymbol(given) ?? index.currentSymbol(marker) ?? (isMarker(marker) ? marker : null)
  );
}

/** What explain is asked for: a gene and a change of it, or drugs joined by `+`. A name of both is the gene's. */
export function resolveGeneOrDrugs(
  text: string,
  knowledgebase: Knowledgebase,
  index: Pick<KnowledgeIndex, "currentSymbol">,
): { readonly gene: string; readonly change: string } | { readonly drugs: readonly string[] } {
  const [first = "", ...rest] = text.split(/[\s:]+/);
  const gene = findGene(first, index);
  if (gene !== null) return { gene, change: rest.join(" ") };
  const drugs = text.split("+").map((name) => findTherapy(name, knowledgebase.therapies)?.id);
  const known = drugs.filter((id) => id !== undefined);
  if (known.length === drugs.length) return { drugs: known };
  const { genes, therapies } = knowledgebase;
  const names = [...therapies.values()].flatMap(({ name, synonyms }) => [name, ...synonyms]);
  const near = [
    ...new Set([first, text].flatMap((word) => nearest(word, [...genes.keys(), ...names], 3))),
  ];
  throw refuse("usage", "gene-unknown", `the knowledgebase has no gene or drug ${text}`, {
    hint:
      near.length === 0
        ? "metaction kb stats --by gene lists the genes, metaction kb search WORDS finds what a statement says."
        : `Did you mean ${near.slice(0, 3).join(", ")}?`,
  });
}

/** The id of a drug by its id, name or synonym, in any case. */
export function resolveDrug(given: string, { therapies }: Knowledgebase): string {
  const entries = [...therapies.values()];
  const found = findTherapy(given, therapies);
  if (found !== undefined) return found.id;
  const near = nearest(
    given,
    entries.map(({ name }) => name),
    3,
  );
  const offered = near.length === 0 ? "" : `Did you mean ${near.join(", ")}? `;
  throw refuse("usage", "drug-unknown", `the knowledgebase has no drug ${given}`, {
    hint: `${offered}A new drug is an entry of therapies.json first.`,
  });
}
