/** Whole numbers behind the regions of a BED that programs have counted over each region. */

/** What the last columns of a table of regions hold. */
export type CountColumn =
  /** bedtools coverage: reads, bases with a read, bases, and the share of the two. */
  | { readonly kind: "breadth" }
  /** bedtools coverage -d: a row for each base of a region, with its place in the region and its depth. */
  | { readonly kind: "bases" }
  /** samtools bedcov, bedtools multicov and coverage -counts: for each BAM one number for the whole region. `columns` from 0, the last first. */
  | { readonly kind: "sum"; readonly columns: readonly number[] };

type Row = readonly string[];

/** Columns of a region: `chrom`, `start`, `end`. */
const regionColumns = 3;
const whole = /^\d+$/;
/** Windows of one size are this long at least; runs of one depth are shorter in what was read deeply. */
const leastWindow = 10;

/**
 * Which columns of a BED are counts over its regions, by its first rows; null where none is, which holds for depths along the genome (bedGraph), too.
 * Forms: manuals of bedtools coverage (2.31) and samtools bedcov (1.21). A panel whose last column has differing whole numbers looks like such a table
 * and is taken for one, since the error on the other side proves a wild type.
 */
export function findCountColumn(rows: readonly Row[]): CountColumn | null {
  const width = rows[0]?.length ?? 0;
  if (width <= regionColumns || rows.some((cells) => cells.length !== width)) return null;
  const last = width - 1;
  if (rows.every(isBreadth)) return { kind: "breadth" };
  if (!rows.every((cells) => whole.test(cells[last] ?? ""))) return null;
  if (isBaseByBase(rows)) return { kind: "bases" };
  if (last === regionColumns) return isAlongGenome(rows) ? null : { kind: "sum", columns: [last] };
  const columns = countedColumns(rows, last);
  return columns.length > 0 ? { kind: "sum", columns } : null;
}

/** Columns of counts at the end of the rows; behind them may stand one number for all (`bedcov -d`, where no base is deep enough). */
function countedColumns(rows: readonly Row[], last: number): number[] {
  const columns: number[] = [];
  let column = last;
  while (column > regionColumns && isConstant(rows, column)) column--;
  for (; column >= regionColumns && hasOwnCounts(rows, column); column--) columns.push(column);
  return columns;
}

function isBreadth(cells: Row): boolean {
  const [covered, length, share] = cells.slice(-3);
  if (cells.length < regionColumns + 4 || !/^[01]\.\d+$/.test(share ?? "")) return false;
  return (
    whole.test(covered ?? "") &&
    Number(length) === lengthOf(cells) &&
    Math.abs(Number(covered) / Number(length) - Number(share)) < 1e-4
  );
}

/** The place counts up from 1 within rows of one region. */
function isBaseByBase(rows: readonly Row[]): boolean {
  if ((rows[0]?.length ?? 0) < regionColumns + 2) return false;
  let goesOn = false;
  return (
    rows.every((cells, index) => {
      const before = rows[index - 1];
      if (before === undefined || !isSameRegion(before, cells)) return placeOf(cells) === 1;
      goesOn = true;
      return placeOf(cells) === placeOf(before) + 1;
    }) && goesOn
  );
}

function placeOf(cells: Row): number {
  return Number(cells[cells.length - 2]);
}

/** Runs of one depth touch one another, differ in depth, and are of no one size. */
function isAlongGenome(rows: readonly Row[]): boolean {
  const pairs = rows.slice(1).map((cells, index) => ({ before: rows[index] ?? [], cells }));
  const runs = pairs.filter(
    ({ before, cells }) => before[2] === cells[1] && before[3] !== cells[3],
  ).length;
  const windows = pairs.filter(
    ({ before, cells }) => lengthOf(cells) >= leastWindow && lengthOf(cells) === lengthOf(before),
  ).length;
  return pairs.length > 0 && 2 * runs >= pairs.length && 2 * windows < pairs.length;
}

/** False for what BED has in its own columns: one score for all, ends of the thick part, one color. */
function hasOwnCounts(rows: readonly Row[], column: number): boolean {
  if (!rows.every((cells) => whole.test(cells[column] ?? ""))) return false;
  const isWithin = rows.every((cells) => {
    const value = Number(cells[column]);
    return Number(cells[1]) <= value && value <= Number(cells[2]);
  });
  return !isWithin && !isConstant(rows, column);
}

function isConstant(rows: readonly Row[], column: number): boolean {
  const value = rows[0]?.[column] ?? "";
  return whole.test(value) && rows.every((cells) => cells[column] === value);
}

function isSameRegion(one: Row, other: Row): boolean {
  return [0, 1, 2].every((column) => one[column] === other[column]);
}

function lengthOf(cells: Row): number {
  return Number(cells[2]) - Number(cells[1]);
}
