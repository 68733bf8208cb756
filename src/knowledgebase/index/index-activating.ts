import {
  isSameInProtein,
  placeAsIs,
  type PlaceChange,
} from "../../annotate/models/place-change.ts";
import { parseProteinChange } from "../../annotate/protein-change.ts";
import type { TranscriptConsequence } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import type { Knowledgebase, Statement } from "../knowledgebase.ts";
import { remember } from "../../model/remember.ts";
import type { ProteinChange } from "../../model/protein-change.ts";

/**
 * Changes of oncogenes that a statement of sensitivity at level A or B names by themselves. A curated effect
 * of this kind is the only proof of activation in this version (spec matching 3).
 */
export function indexActivating(
  statements: readonly Statement[],
  genes: Knowledgebase["genes"],
): { has(observation: Observation, place?: PlaceChange): boolean } {
  // Texts by gene; those of a gene are read when it is asked for.
  const named = new Map<string, string[]>();
  for (const { gene, variant, predicate, direction, evidenceLevel } of statements) {
    const [constraint, second] = variant.constraints;
    const role = genes.get(gene)?.role;
    if (constraint?.type !== "protein-change" || second !== undefined) continue;
    if (predicate !== "sensitivity" || direction !== "supports") continue;
    if (evidenceLevel !== "A" && evidenceLevel !== "B") continue;
    if (role !== "oncogene" && role !== "both") continue;
    const texts = named.get(constraint.gene) ?? [];
    texts.push(constraint.change);
    named.set(constraint.gene, texts);
  }
  const changesOf = remember((asked: string) => readChanges(named.get(asked) ?? []));
  return {
    has: ({ alteration }, place = placeAsIs) =>
      alteration.kind === "small-variant" &&
      alteration.consequences.some((each) => isAmong(each, changesOf(each.gene), place)),
  };
}

/** By their canonical names. */
type NamedChanges = ReadonlyMap<string, ProteinChange>;

function readChanges(texts: readonly string[]): NamedChanges {
  return new Map(
    texts
      .flatMap((text) => parseProteinChange(text) ?? [])
      .map((change): [string, ProteinChange] => [change.text, change]),
  );
}

function isAmong(
  { gene, transcript, proteinChange }: TranscriptConsequence,
  known: NamedChanges,
  place: PlaceChange,
): boolean {
  const seen = proteinChange === null ? null : parseProteinChange(proteinChange);
  if (seen === null) return false;
  if (known.has(seen.text)) return true;
  return [...known.values()].some((each) =>
    isSameInProtein(each, seen, { gene, transcript, place }),
  );
}
