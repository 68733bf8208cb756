import { parseProteinChange, type ProteinChange } from "../annotate/protein-change.ts";
import type { TranscriptConsequence } from "../model/alteration.ts";

const remembered = new WeakMap<TranscriptConsequence, ProteinChange | null>();

/**
 * The protein change of a consequence; null when it states none, or one that cannot be read. Every statement of the
 * gene asks for it, so it is read once.
 */
export function changeOf(consequence: TranscriptConsequence): ProteinChange | null {
  const known = remembered.get(consequence);
  if (known !== undefined) return known;
  const text = consequence.proteinChange;
  const change = text === null ? null : parseProteinChange(text);
  remembered.set(consequence, change);
  return change;
}
