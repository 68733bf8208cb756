/** Reference samples that may be the case itself under another name. */
import { keyOfSample } from "./key-of-sample.ts";

/** What names of one tumor differ by: `_T`, `.1`, `-01A`, `_rep2`. A normal sample of the patient (`_N`) is no tumor. */
const endings = /^(?:t|tu|tum|tumou?r|met|m|\d|0\d[a-z]?|(?:r|rep)\d)$/;
const commonEndings = [
  "",
  "T",
  "_T",
  "-T",
  ".T",
  "_1",
  "-1",
  ".1",
  "_2",
  "-01",
  "-01A",
  "_tumor",
  "_met",
];
const separators = ["", "-", "_", ".", " "];

/** The name of the case that a sample's name is but for case, separators and an ending; null where there is none. */
export function findLikeName(sample: string, caseNames: Iterable<string>): string | null {
  for (const name of caseNames) {
    if (name === sample) continue;
    const [a, b] = [plain(sample), plain(name)];
    if (areAlike(a, b) || areAlike(joinNumbers(a), joinNumbers(b))) return name;
  }
  return null;
}

/** `P 1_T` is `p-1-t`: separators are one. */
function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s._-]+/g, "-");
}

/** `p-1-t` is `p1-t`: no separator stands between a letter and the number after it. */
function joinNumbers(name: string): string {
  return name.replaceAll(/([a-z])-(?=\d)/g, "$1");
}

function areAlike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === "" || !long.startsWith(short)) return false;
  const rest = long.slice(short.length);
  // Without a separator, P1 and P11 are two patients.
  return rest === "" || rest === "t" || (rest.startsWith("-") && endings.test(rest.slice(1)));
}

/** The same of samples that are known by the hashes of their names only: the commonest ways of writing are tried. */
export function findLikeKey(keys: ReadonlySet<string>, caseNames: Iterable<string>): string | null {
  for (const name of caseNames) {
    const starts = separators.map((each) => name.trim().replaceAll(/[\s._-]+/g, each));
    const spellings = [name, ...starts].flatMap((start) =>
      commonEndings.flatMap((end) => {
        const spelling = `${start}${end}`;
        return [
          spelling,
          spelling.toLowerCase(),
          spelling.toUpperCase(),
          `${start.toLowerCase()}${end}`,
        ];
      }),
    );
    const found = [...new Set(spellings)].find(
      (spelling) => spelling !== name && keys.has(keyOfSample(spelling)),
    );
    if (found !== undefined) return found;
  }
  return null;
}

/** Values that two samples share before they are taken for one: no two tumors agree in so many. */
const fewestShared = 20;
/** Tables are rounded to two decimals and more. */
const tolerance = 0.01;

/**
 * Samples whose every value is the case's, by their place among the samples. `rowsOf` gives, for each row that both tables have, the value
 * of the case and those of the samples; NaN where missing. Zeros are what is written for many a missing value and tell nothing.
 */
export function findCopies(
  rows: Iterable<{ readonly value: number; readonly samples: ArrayLike<number> }>,
  count: number,
): ReadonlyMap<number, number> {
  const shared = new Float64Array(count);
  const differ = new Uint8Array(count);
  for (const { value, samples } of rows) {
    if (Number.isNaN(value) || value === 0) continue;
    for (let index = 0; index < count; index += 1) {
      const other = samples[index] ?? Number.NaN;
      if (Number.isNaN(other)) continue;
      if (Math.abs(other - value) > tolerance) differ[index] = 1;
      else shared[index] = (shared[index] ?? 0) + 1;
    }
  }
  const copies = new Map<number, number>();
  for (const [index, same] of shared.entries()) {
    if (differ[index] === 0 && same >= fewestShared) copies.set(index, same);
  }
  return copies;
}

const comparedRows = 50;
const fewestCompared = 30;

/**
 * How many rows of a cohort of which only sorted values are known hold the value of the case once, of those looked at; null unless nearly
 * all do: then the case is one of its samples. `unit`: what its values are rounded to.
 */
export function findValuesWithin(
  rows: readonly { readonly value: number; values(): Float64Array }[],
  unit: number,
): { readonly same: number; readonly of: number } | null {
  const known = rows.filter(({ value }) => !Number.isNaN(value) && value !== 0);
  const step = Math.max(1, Math.floor(known.length / comparedRows));
  const looked = known.filter((_, index) => index % step === 0).slice(0, comparedRows);
  const same = looked.filter(({ value, values }) => {
    const equal = values().filter((each) => Math.abs(each - value) <= unit * 0.51);
    return equal.length === 1;
  }).length;
  return looked.length >= fewestCompared && same >= 0.9 * looked.length
    ? { same, of: looked.length }
    : null;
}
