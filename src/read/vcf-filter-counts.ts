/** Records by the text of FILTER. */

/** Adds the counts of other records to those of a map, text by text. */
export function addAll(counts: Map<string, number>, others: ReadonlyMap<string, number>): void {
  for (const [key, count] of others) counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Counts one more of a text. */
export function addOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
