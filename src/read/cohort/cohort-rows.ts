/**
 * The rows of a cohort as bytes: a record of fixed length for each row, then the values of all of them. A record holds the number of samples without a value,
 * of samples left out, of values that lie below what is detected, the end of the row's values, and what is computed of these. Values are in units of the last decimal place, ascending: the first, and the
 * steps to each next one, in groups of seven bits, the lowest first, with the eighth bit set where another follows (LEB128). Numbers are
 * little-endian.
 */
import { cohortDecimals } from "../../model/cohort-file.ts";
import type { CohortRow } from "./cohort.ts";
import { describeValues, rankAmong, type ValueNumbers } from "./row-values.ts";

/** Units of one. */
export const cohortUnits = 10 ** cohortDecimals;

/** In the order of a record. */
const countNames = ["missing", "leftOut", "notDetected", "end"] as const;
const numberNames = [
  "median",
  "mad",
  "meanDeviation",
  "mean",
  "deviation",
  "lowerQuartile",
  "upperQuartile",
] as const satisfies readonly (keyof ValueNumbers)[];
const [countSize, numberSize] = [4, 8];
const numbersAt = countNames.length * countSize;
const recordSize = numbersAt + numberNames.length * numberSize;

const endAt = 3 * countSize;
/** Of the fifth group of seven bits. */
const mostPlace = 0x80 ** 4;

/** What is written of one row. */
export interface WrittenRow {
  readonly missing: number;
  readonly leftOut: number;
  readonly notDetected: number;
  /** Whole units, ascending. */
  readonly units: Float64Array;
}

/** The bytes of the rows of one cohort. */
export function writeRows(rows: readonly WrittenRow[]): Buffer {
  const records = Buffer.alloc(rows.length * recordSize);
  const values: number[] = [];
  for (const [index, { missing, leftOut, notDetected, units }] of rows.entries()) {
    writeSteps(units, values);
    const at = index * recordSize;
    for (const [place, count] of [missing, leftOut, notDetected, values.length].entries()) {
      records.writeUInt32LE(count, at + place * countSize);
    }
    const numbers = describeValues(units.map((unit) => unit / cohortUnits));
    for (const [place, name] of numberNames.entries()) {
      records.writeDoubleLE(numbers[name], at + numbersAt + place * numberSize);
    }
  }
  return Buffer.concat([records, Buffer.from(values)]);
}

/** The first value has its sign in the lowest bit, the others ascend. */
function writeSteps(units: Float64Array, into: number[]): void {
  let before = 0;
  for (const [index, unit] of units.entries()) {
    const step = unit - before;
    before = unit;
    let rest = index > 0 ? step : step < 0 ? -2 * step - 1 : 2 * step;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) into.push((rest % 0x80) + 0x80);
    into.push(rest);
  }
}

/** The rows of one cohort, and whose they are. */
export interface RowsOfCohort {
  readonly bytes: Buffer;
  readonly genes: readonly string[];
  /** Empty where no row is of a site. */
  readonly sites: readonly string[];
  readonly samples: number;
  /** The error of a row whose values do not add up. */
  fail(gene: string): Error;
}

interface OpenedRows extends RowsOfCohort {
  readonly view: DataView;
  readonly valuesAt: number;
  /** Takes the values of one row, where only their ranks are asked for. */
  readonly scratch: Float64Array;
}

/** Null where the bytes are not those of as many rows. Values are read when they are asked for. */
export function openRows(cohort: RowsOfCohort): CohortRow[] | null {
  const { bytes, genes, samples } = cohort;
  const valuesAt = genes.length * recordSize;
  if (bytes.length < valuesAt) return null;
  const opened: OpenedRows = {
    ...cohort,
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
    valuesAt,
    scratch: new Float64Array(samples),
  };
  return genes.map((gene, index) => openRow(opened, gene, index));
}

interface OpenedRow extends CohortRow {
  readonly cohort: OpenedRows;
  readonly index: number;
}

/** The functions are those of all rows: five of its own for each of ten thousand rows took up to a twelfth of a whole run. */
function openRow(cohort: OpenedRows, gene: string, index: number): OpenedRow {
  const { view, sites } = cohort;
  const at = index * recordSize;
  const site = sites[index] ?? "";
  return {
    gene,
    site: site === "" ? undefined : site,
    missing: view.getUint32(at, true),
    leftOut: view.getUint32(at + countSize, true),
    notDetected: view.getUint32(at + 2 * countSize, true),
    cohort,
    index,
    count: countOf,
    median: medianOf,
    numbers: numbersOf,
    rankOf: rankIn,
    values: valuesOf,
    valuesBySample: noValuesBySample,
  };
}

function countOf(this: OpenedRow): number {
  return Math.max(0, this.cohort.samples - this.missing - this.leftOut);
}

function medianOf(this: OpenedRow): number {
  return numberAt(this, 0);
}

function numbersOf(this: OpenedRow): ValueNumbers {
  return {
    median: numberAt(this, 0),
    mad: numberAt(this, 1),
    meanDeviation: numberAt(this, 2),
    mean: numberAt(this, 3),
    deviation: numberAt(this, 4),
    lowerQuartile: numberAt(this, 5),
    upperQuartile: numberAt(this, 6),
  };
}

function numberAt({ cohort, index }: OpenedRow, place: number): number {
  return cohort.view.getFloat64(index * recordSize + numbersAt + place * numberSize, true);
}

function rankIn(this: OpenedRow, value: number): ReturnType<CohortRow["rankOf"]> {
  return rankAmong(value, readValues(this, this.cohort.scratch), this.count());
}

function valuesOf(this: OpenedRow): Float64Array {
  return readValues(this, new Float64Array(this.count()));
}

function noValuesBySample(): null {
  return null;
}

/** Fills in the values of a row. */
function readValues(row: OpenedRow, into: Float64Array): Float64Array {
  const { bytes, valuesAt, view, samples } = row.cohort;
  const at = row.index * recordSize;
  const count = samples - row.missing - row.leftOut;
  const start = row.index === 0 ? 0 : view.getUint32(at - recordSize + endAt, true);
  const range = {
    start: valuesAt + start,
    end: valuesAt + view.getUint32(at + endAt, true),
    count,
  };
  if (count >= 0 && readSteps(bytes, range, into)) return into;
  throw row.cohort.fail(row.gene);
}

/** Fills in the values that the bytes of a range are; false unless they are just as many. */
function readSteps(
  bytes: Uint8Array,
  { start, end, count }: { readonly start: number; readonly end: number; readonly count: number },
  into: Float64Array,
): boolean {
  if (end > bytes.length) return false;
  let at = start;
  let unit = 0;
  for (let index = 0; index < count; index += 1) {
    let step = 0;
    let byte = 0x80;
    for (let place = 1; byte >= 0x80; place *= 0x80) {
      if (at >= end || place > mostPlace) return false;
      byte = bytes[at++] ?? 0;
      step += (byte & 0x7f) * place;
    }
    // The values ascend: only the first may be negative.
    if (index > 0) unit += step;
    else unit = step % 2 === 1 ? -(step + 1) / 2 : step / 2;
    into[index] = unit / cohortUnits;
  }
  return at === end;
}
