/** Names on the command line, as ids of a knowledgebase; an unknown one is a refusal that names the nearest. */
import type { KnowledgeIndex } from "../../knowledgebase/build-index.ts";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { findTherapy } from "../../knowledgebase/resolve-therapy.ts";
import { isMarker } from "../../model/alteration.ts";
import { nearest } from "../../model/nearest.ts";
import { refuse } from "../../model/refusal.ts";

/** The current symbol of a symbol or unambiguous alias, in any case; a marker of the whole tumor stands for itself. */
export function resolveGene(
  given: string,
  { genes }: Knowledgebase,
  index: Pick<KnowledgeIndex, "currentSymbol">,
): string {
  const gene = index.currentSymbol(given) ?? index.currentSymbol(given.toUpperCase());
  if (gene !== null) return gene;
  if (isMarker(given.toUpperCase())) return given.toUpperCase();
  const near = nearest(given, genes.keys(), 3);
  const hint =
    near.length === 0
      ? "metaction kb stats --by gene lists them."
      : `Did you mean ${near.join(", ")}?`;
  throw refuse("usage", "gene-unknown", `the knowledgebase has no gene ${given}`, { hint });
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
