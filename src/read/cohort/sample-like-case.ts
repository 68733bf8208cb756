/** Reference samples that may be the case itself under another name. */
import { keyOfSample } from "./key-of-sample.ts";
import type { RowValues } from "./row-values.ts";

/** What names of one tumor differ by: `_T`, `.1`, `-01A`, `_rep2`. A normal sample of the patient (`_N`) is no tumor. */
const endings = /^(?:t|tu|tum|tumou?r|met|m|\d|0\d[a-z]?|(?:r|rep)\d)$/;

/** A name without what names of one tumor differ by. */
interface NameForms {
  /** Without case, separators and where they stand before a number. */
  readonly whole: readonly string[];
  /** The same without an ending; empty where it has none. */
  readonly stems: readonly string[];
}

function formsOf(name: string): NameForms {
  const plain = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s._-]+/g, "-");
  // `p-1-t` is `p1-t`: no separator stands between a letter and the number after it.
  const joined = plain.replaceAll(/([a-z])-(?=\d)/g, "$1");
  const whole = [...new Set([plain, joined])].filter((form) => form !== "");
  return { whole, stems: [...new Set(whole.flatMap(stemsOf))] };
}

function stemsOf(form: string): string[] {
  const cut = form.lastIndexOf("-");
  return [
    ...(cut > 0 && endings.test(form.slice(cut + 1)) ? [form.slice(0, cut)] : []),
    // Without a separator, P1 and P11 are two patients.
    ...(form.length > 1 && form.endsWith("t") ? [form.slice(0, -1)] : []),
  ];
}

/** The name of the case that a sample's name is but for case, separators and an ending; null where there is none. */
export function findLikeName(sample: string, caseNames: Iterable<string>): string | null {
  const own = formsOf(sample);
  const [whole, stems] = [new Set(own.whole), new Set(own.stems)];
  for (const name of caseNames) {
    if (name !== sample && isLike(formsOf(name), { whole, stems })) return name;
  }
  return null;
}

/** One of the two has an ending, or none has: `P1_T` and `P1_2` may be two lesions. */
function isLike(
  name: NameForms,
  samples: { readonly whole: ReadonlySet<string>; readonly stems: ReadonlySet<string> },
): boolean {
  return (
    name.whole.some((form) => samples.whole.has(form) || samples.stems.has(form)) ||
    name.stems.some((stem) => samples.whole.has(stem))
  );
}

/** What stands for the names of samples where nobody is to know them: the starts of hashes, each list sorted. */
export interface NameKeys {
  readonly names: readonly string[];
  /** Of the names without what names of one tumor differ by: a sample like the case is seen as it is in a matrix. */
  readonly whole: readonly string[];
  readonly stems: readonly string[];
}

/** The keys that a built file holds of its samples. */
export function keysOfSamples(names: readonly string[]): NameKeys {
  const forms = names.map(formsOf);
  const keysOf = (texts: readonly string[]): string[] =>
    [...new Set(texts)].map(keyOfSample).toSorted();
  return {
    names: names.map(keyOfSample).toSorted(),
    whole: keysOf(forms.flatMap(({ whole }) => whole)),
    stems: keysOf(forms.flatMap(({ stems }) => stems)),
  };
}

/** The name of the case that one of the samples has but for case, separators and an ending; null where there is none. */
export function findLikeKey(keys: NameKeys, caseNames: Iterable<string>): string | null {
  const samples = { whole: new Set(keys.whole), stems: new Set(keys.stems) };
  for (const name of caseNames) {
    const { whole, stems } = formsOf(name);
    const hashed = { whole: whole.map(keyOfSample), stems: stems.map(keyOfSample) };
    if (isLike(hashed, samples)) return name;
  }
  return null;
}

/** Values that two samples share before they are taken for one: no two tumors agree in so many. */
const fewestShared = 20;
/** Of several groups of proteins of one gene the case may be read by another one than the matrix. */
const sharedShare = 0.9;
/** Tables are rounded to two decimals and more. */
const tolerance = 0.01;

/** One row that the case and the samples have; NaN where missing. */
export interface SharedRow {
  readonly value: number;
  /** Of the sample that stands before the others; absent where all are in `samples`. */
  readonly first?: number;
  readonly samples: Float64Array;
}

/** In how many rows a sample has the value of the case, of those that both have. */
export interface SharedValues {
  readonly same: number;
  readonly of: number;
}

/**
 * Samples of which at least nine in ten values are the case's, by their place among the samples. Zeros are what is written for many a
 * missing value and tell nothing.
 */
export function findCopies(
  rows: Iterable<SharedRow>,
  count: number,
): ReadonlyMap<number, SharedValues> {
  const same = new Float64Array(count);
  const of = new Float64Array(count);
  const add = (index: number, difference: number): void => {
    if (Number.isNaN(difference)) return;
    of[index] = (of[index] ?? 0) + 1;
    if (Math.abs(difference) <= tolerance) same[index] = (same[index] ?? 0) + 1;
  };
  for (const { value, first, samples } of rows) {
    if (Number.isNaN(value) || value === 0) continue;
    const start = first === undefined ? 0 : 1;
    if (first !== undefined) add(0, first - value);
    for (let index = 0; index < samples.length; index += 1) {
      add(index + start, (samples[index] ?? Number.NaN) - value);
    }
  }
  const copies = new Map<number, SharedValues>();
  for (const [index, each] of same.entries()) {
    const all = of[index] ?? 0;
    if (each >= fewestShared && each >= sharedShare * all)
      copies.set(index, { same: each, of: all });
  }
  return copies;
}

/** `all 24 rows that both have`, `23 of 24 rows that both have`. */
export function describeShared({ same, of }: SharedValues): string {
  return `${same === of ? `all ${of}` : `${same} of ${of}`} rows that both have`;
}

const comparedRows = 50;
const fewestCompared = 30;
/** Where more values than this have another one as near, the value of any tumor would be there. */
const mostByChance = 0.5;

/**
 * How many rows of a cohort of which only sorted values are known hold the value of the case, of those looked at; null unless nearly
 * all do, and would not by chance: then the case is one of its samples. `unit`: what its values are rounded to.
 */
export function findValuesWithin(
  rows: readonly { readonly value: number; readonly row: Pick<RowValues, "values"> }[],
  unit: number,
): SharedValues | null {
  const known = rows.filter(({ value }) => !Number.isNaN(value) && value !== 0);
  const step = Math.max(1, Math.floor(known.length / comparedRows));
  const looked = known.filter((_, index) => index % step === 0).slice(0, comparedRows);
  if (looked.length < fewestCompared) return null;
  const near = unit * 0.51;
  let same = 0;
  let byChance = 0;
  for (const { value, row } of looked) {
    const values = row.values();
    if (values.some((each) => Math.abs(each - value) <= near)) same += 1;
    byChance += shareWithNeighbor(values, near);
  }
  return same >= sharedShare * looked.length && byChance <= mostByChance * looked.length
    ? { same, of: looked.length }
    : null;
}

/** The share of ascending values that have another one within a distance. */
function shareWithNeighbor(values: Float64Array, distance: number): number {
  const isNear = (index: number): boolean =>
    (values[index + 1] ?? Infinity) - (values[index] ?? Infinity) <= distance;
  const near = values.filter((_, index) => isNear(index) || (index > 0 && isNear(index - 1)));
  return values.length === 0 ? 0 : near.length / values.length;
}
