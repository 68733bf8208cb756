import { compareText } from "./order.ts";

/** Longer names are compared by their first characters only: the table grows with the square of the length. */
const comparedLength = 64;

/**
 * The known names that a misspelled one most likely means, best first: at most `count`, none that differs in
 * more than a third of its letters. ASCII case is ignored; ties go by code point.
 */
export function nearest(given: string, known: Iterable<string>, count: number): string[] {
  const wanted = comparable(given);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  return [...new Set(known)]
    .map((name) => ({ name, distance: editDistance(wanted, comparable(name)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || compareText(a.name, b.name))
    .slice(0, count)
    .map(({ name }) => name);
}

function comparable(name: string): string {
  return name.slice(0, comparedLength).toLowerCase();
}

/** Levenshtein distance: insertions, deletions and substitutions. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substituted = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const removed = (above[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(substituted, removed, added));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}
