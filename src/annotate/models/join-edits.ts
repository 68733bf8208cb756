/** Which edits of one molecule have to be read together on a transcript. */
import { toCodingEdit } from "./coding-edit.ts";
import { settleEdit, type Edit } from "./edit.ts";
import type { Strand } from "./strand.ts";

/**
 * Groups edits that lie on one molecule (same phase): those of one codon, and those that follow a frameshift as long as the
 * frame is not restored. Edits that overlap cannot lie on one molecule and stay apart, as does all that is not coding.
 */
export function joinEdits<E extends { readonly edit: Edit }>(
  placed: readonly E[],
  strand: Strand,
): E[][] {
  const groups: E[][] = [];
  let frame = 0;
  let lastCodon = -1;
  let lastEnd = -Infinity;
  for (const one of placed.toSorted((a, b) => a.edit.from - b.edit.from)) {
    const coding = toCodingEdit(settleEdit(one.edit, strand), strand);
    if (coding === null) {
      groups.unshift([one]);
      continue;
    }
    const first = codonOf(coding.start, strand);
    const group = groups.at(-1);
    const isApart = coding.start < lastEnd;
    const isJoined = group !== undefined && lastCodon >= 0 && (first === lastCodon || frame !== 0);
    if (isJoined && !isApart) group.push(one);
    else {
      groups.push([one]);
      frame = 0;
    }
    frame = (frame + coding.alt.length - (coding.end - coding.start)) % 3;
    lastCodon = codonOf(Math.max(coding.start, coding.end - 1), strand);
    lastEnd = coding.end;
  }
  return groups;
}

function codonOf(index: number, { transcript }: Strand): number {
  return Math.floor((index - transcript.phase) / 3);
}
