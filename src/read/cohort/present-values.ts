/** The cohort values that are not missing, ascending. Typed arrays sort NaN to the end (ECMA-262, CompareTypedArrayElements). */
export function presentValues(cohort: Float64Array): Float64Array {
  const sorted = cohort.toSorted();
  let count = sorted.length;
  while (count > 0 && Number.isNaN(sorted[count - 1])) count -= 1;
  return sorted.subarray(0, count);
}
