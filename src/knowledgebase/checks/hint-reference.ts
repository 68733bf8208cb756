import { nearest } from "../../model/nearest.ts";
import type { Content } from "../content.ts";

/** Ids by kind and another name of what they stand for: alias of a gene, name or synonym of a drug, name of a tumor. */
export type OtherNames = ReadonlyMap<string, readonly string[]>;

/** Every other name of what the layers describe. Aliases of more than one gene are left out. */
export function collectNames(layers: readonly Content[]): OtherNames {
  const names = new Map<string, string[]>();
  const add = (kind: string, id: string, others: readonly string[]): void => {
    for (const name of others) {
      const key = keyOf(kind, name);
      const ids = names.get(key);
      if (ids === undefined) names.set(key, [id]);
      else if (!ids.includes(id)) ids.push(id);
    }
  };
  for (const { genes, therapies, diseases } of layers) {
    for (const { symbol, aliases } of genes) add("gene", symbol, [symbol, ...aliases]);
    for (const { id, name, synonyms } of therapies) add("therapy", id, [name, ...synonyms]);
    for (const { id, name } of diseases.nodes) add("disease", id, [name, bareOf(id)]);
  }
  return names;
}

const mostOffered = 3;

/**
 * What may have been meant by an id that nothing describes: what has it as another name, since a near spelling is another thing then
 * (MEK1 is MAP2K1, and MEN1 another gene), else the nearest id of the same prefix. Null where nothing is near.
 */
export function hintOf(
  asked: { readonly kind: string; readonly id: string; readonly known: ReadonlySet<string> },
  named: OtherNames,
): string | null {
  const { kind, id, known } = asked;
  const meant = (named.get(keyOf(kind, bareOf(id))) ?? []).slice(0, mostOffered);
  if (meant.length > 0) return `It is another name of ${meant.map(quote).join(" and ")}.`;
  const prefix = id.slice(0, id.length - bareOf(id).length);
  const bare = [...known].filter((each) => each.startsWith(prefix)).map(bareOf);
  const [near] = nearest(bareOf(id), bare, 1);
  if (near !== undefined) return `Did you mean ${quote(prefix + near)}?`;
  return kind === "source"
    ? `Sources are described in manifest.json: ${[...known].map(quote).join(", ")}.`
    : null;
}

/** Without what tells the vocabulary: `MEL` of `ONCOTREE:MEL`. */
function bareOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

function keyOf(kind: string, name: string): string {
  return `${kind}\n${name.toLowerCase().replaceAll(/[\s_-]+/g, " ")}`;
}

function quote(text: string): string {
  return `"${text}"`;
}
