import type { CohortRole } from "../../model/cohort.ts";
import type { CohortRow, ReferenceCohort } from "../../read/cohort/cohort.ts";
import { presentValues } from "../../read/cohort/present-values.ts";
import { rowKey } from "../../read/cohort/row-key.ts";
import { makeRowValues, noValues, type RowValues } from "../../read/cohort/row-values.ts";
import type { ProteinRow, ProteinTable } from "../../read/protein-reader.ts";

/** What one row of the case is compared with. */
export interface ReferenceValues {
  readonly values: RowValues;
  /** Samples without a value. */
  readonly missing: number;
  /** Samples left out for this gene. */
  readonly leftOut: number;
}

/** Samples that have a value which is not declared below what is detected, among all of them. */
export interface DetectedShare {
  readonly detected: number;
  readonly samples: number;
}

/** Reference samples, of the case's own table or of a file beside it. */
export interface Reference {
  readonly name: string;
  readonly role: CohortRole;
  readonly samples: number;
  /** Organ of normal tissue; else null. */
  readonly tissue: string | null;
  readonly aberrationNegative: boolean;
  /** Base name of the file that holds it. */
  readonly file: string;
  /** Null for a built cohort file, which holds no values by sample. */
  readonly sampleNames: readonly string[] | null;
  /** In the order of `sampleNames`, NaN where missing or left out; null where it has no such row, or no values by sample. */
  valuesBySample(row: ProteinRow): Float64Array | null;
  /** Nothing but missing values where the reference does not have the row. */
  valuesOf(row: ProteinRow): ReferenceValues;
  /** How many samples detect the row, of those that are compared; none of them where the reference does not have it. */
  detectionOf(row: ProteinRow): DetectedShare;
  /** Null where fewer than `least` samples have a value. */
  medianOf(row: ProteinRow, least: number): number | null;
}

/** The other samples of the table. */
function ownReference(table: ProteinTable): Reference {
  // Asked twice: for the shift of the whole sample, and for the row itself.
  const known = new Map<ProteinRow, RowValues>();
  const valuesOf = (row: ProteinRow): RowValues => {
    let values = known.get(row);
    if (values === undefined) {
      values = makeRowValues(() => presentValues(row.cohort));
      known.set(row, values);
    }
    return values;
  };
  return {
    name: table.cohortName,
    role: "not stated",
    samples: table.cohortSamples.length,
    tissue: null,
    aberrationNegative: false,
    file: table.file,
    sampleNames: table.cohortSamples,
    valuesBySample: (row) => row.cohort,
    valuesOf(row) {
      const values = valuesOf(row);
      return { values, missing: row.cohort.length - values.count(), leftOut: 0 };
    },
    detectionOf(row) {
      const samples = row.cohort.length;
      const flags = row.cohortNotDetected;
      if (flags === undefined) return { detected: valuesOf(row).count(), samples };
      const isDetected = (value: number, index: number): boolean =>
        !Number.isNaN(value) && flags[index] !== 1;
      return { detected: row.cohort.filter(isDetected).length, samples };
    },
    medianOf(row, least) {
      const values = valuesOf(row);
      return values.count() < least ? null : values.median();
    },
  };
}

/**
 * A cohort beside the table, whose rows are found by current symbol and site. A gene that two of its rows mean is not compared:
 * which of them is right cannot be decided.
 */
function cohortReference(
  cohort: ReferenceCohort,
  currentSymbol: (symbolOrAlias: string) => string | null,
): Reference {
  const rows = new Map<string, CohortRow | null>();
  const keyOf = (row: CohortRow | ProteinRow): string => rowKey(row, currentSymbol);
  for (const row of cohort.rows) {
    const key = keyOf(row);
    rows.set(key, rows.has(key) ? null : row);
  }
  const { name, role, samples, tissue, aberrationNegative, file, sampleNames } = cohort;
  return {
    name,
    role,
    samples,
    tissue,
    aberrationNegative,
    file,
    sampleNames,
    valuesBySample: (asked) => rows.get(keyOf(asked))?.valuesBySample() ?? null,
    valuesOf(asked) {
      const row = rows.get(keyOf(asked));
      if (!row) return { values: noValues, missing: samples, leftOut: 0 };
      return { values: row, missing: row.missing, leftOut: row.leftOut };
    },
    detectionOf(asked) {
      const row = rows.get(keyOf(asked));
      if (!row) return { detected: 0, samples };
      const compared = samples - row.leftOut;
      return { detected: compared - row.missing - row.notDetected, samples: compared };
    },
    medianOf(asked, least) {
      const row = rows.get(keyOf(asked));
      if (!row || samples - row.missing - row.leftOut < least) return null;
      return row.median();
    },
  };
}

/** What a table is compared with: the given cohorts, in their order, or its own other samples where there are none. */
export function referencesOf(
  table: ProteinTable,
  cohorts: readonly ReferenceCohort[],
  currentSymbol: (symbolOrAlias: string) => string | null,
): readonly Reference[] {
  return cohorts.length === 0
    ? [ownReference(table)]
    : cohorts.map((cohort) => cohortReference(cohort, currentSymbol));
}
