/**
 * Benjamini-Hochberg q-values in the order of the given p-values (Benjamini and Hochberg 1995; equals
 * R's `p.adjust(method = "BH")`). `tests` is the length of the list that was fixed before looking; tests
 * of it that have no p-value count as p = 1.
 */
export function benjaminiHochberg(pValues: readonly number[], tests = pValues.length): number[] {
  const ascending = Float64Array.from(pValues).sort();
  // Equal p-values have one q: that of the highest rank among them.
  const qOf = new Map<number, number>();
  let smallest = 1;
  for (let rank = ascending.length; rank > 0; rank -= 1) {
    const p = ascending[rank - 1] ?? 1;
    smallest = Math.min(smallest, (p * tests) / rank);
    qOf.set(p, smallest);
  }
  return pValues.map((p) => qOf.get(p) ?? 1);
}
