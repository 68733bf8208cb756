/**
 * Benjamini-Hochberg q-values in the order of the given p-values (Benjamini and Hochberg 1995; equals
 * R's `p.adjust(method = "BH")`). `tests` is the length of the list that was fixed before looking; tests
 * of it that have no p-value count as p = 1.
 */
export function benjaminiHochberg(pValues: readonly number[], tests = pValues.length): number[] {
  const descending = pValues
    .map((p, index) => ({ p, index }))
    .toSorted((a, b) => b.p - a.p || b.index - a.index);
  const qValues = Array.from<number>({ length: pValues.length });
  let smallest = 1;
  for (const [step, { p, index }] of descending.entries()) {
    const rank = pValues.length - step;
    smallest = Math.min(smallest, (p * tests) / rank);
    qValues[index] = smallest;
  }
  return qValues;
}
