import { presentValues } from "../../../../src/read/cohort/present-values.ts";
import { makeRowValues, type RowValues } from "../../../../src/read/cohort/row-values.ts";

/** Values of reference samples in any order; NaN is missing. */
export function rowValuesOf(values: Iterable<number>): RowValues {
  return makeRowValues(() => presentValues(Float64Array.from(values)));
}
