import { compareText } from "./order.ts";

/**
 * The `count` candidates nearest to a mistyped word, best first; ties in code-point order. Case and
 * punctuation do not count. A candidate of which more than `share` of the letters differ is not offered.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  count: number,
  share = 0.5,
): string[] {
  const asked = fold(word);
  const scored: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const known = fold(candidate);
    const longest = Math.max(asked.length, known.length);
    const limit = Math.ceil(longest * share);
    if (Math.abs(asked.length - known.length) > limit) continue;
    const distance = editDistance(asked, known);
    if (distance <= limit && distance < longest) scored.push({ candidate, distance });
  }
  return scored
    .sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate))
    .slice(0, count)
    .map((entry) => entry.candidate);
}

/** Words longer than any name are cut, so that a hostile one costs no time. */
const longestWord = 80;

function fold(word: string): string {
  return word
    .slice(0, longestWord)
    .toLowerCase()
    .replaceAll(/[\s_.,-]+/g, "");
}

/** Insertions, deletions, substitutions and swaps of neighbors that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}
