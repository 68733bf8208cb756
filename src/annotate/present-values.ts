/** The cohort values that are not missing, ascending. */
export function presentValues(cohort: Float64Array): Float64Array {
  return cohort.filter((value) => !Number.isNaN(value)).sort();
}
