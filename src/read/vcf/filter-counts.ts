/** Records by the text of FILTER. */

/** Adds the counts of other records to those of a map, text by text. */
export function addAll(counts: Map<string, number>, others: ReadonlyMap<string, number>): void {
  for (const [key, count] of others) counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Counts one more of a text, or of what else is counted; returns how many there are now. */
export function addOne<Key>(counts: Map<Key, number>, key: Key): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}
