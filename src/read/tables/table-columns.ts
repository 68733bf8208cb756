/** The columns of one table by the names that programs give them. */

/** Cell of a row in the first of the named columns that the table has, without spaces around it; empty when absent. */
export type CellOf = (cells: readonly string[]) => string;

export interface NamedColumns {
  /** 0-based place of the first of these names that is a column, compared without case; -1 for none. */
  placeOf(...names: readonly string[]): number;
  /** The first of these columns that has a value in the row. */
  cell(...names: readonly string[]): CellOf;
  /** One for each column whose name fits. */
  matching(pattern: RegExp): CellOf[];
}

/** What programs write for a cell without a value. */
const empty = new Set(["", ".", "NA", "N/A", "na", "n/a", "NULL", "null"]);

/** `loc.start`, `Loc_Start` and `loc start` are one name. */
export function simplifyColumn(name: string): string {
  return name.toLowerCase().replaceAll(/[ ._-]+/g, "_");
}

/** Finds columns by name, without case: of two that differ in case only, the first is found. */
export function makeNamedColumns(columns: readonly string[]): NamedColumns {
  const places = new Map<string, number>();
  for (const [place, name] of columns.entries()) {
    const key = name.toLowerCase();
    if (!places.has(key)) places.set(key, place);
  }
  const find = (name: string): number => places.get(name.toLowerCase()) ?? -1;
  return {
    placeOf: (...names) => names.map(find).find((place) => place >= 0) ?? -1,
    cell: (...names) => firstValue(names.map(find).filter((place) => place >= 0)),
    matching: (pattern) =>
      columns.flatMap((name, place) => (pattern.test(name) ? [firstValue([place])] : [])),
  };
}

function firstValue(places: readonly number[]): CellOf {
  return (cells) => {
    for (const place of places) {
      const text = (cells[place] ?? "").trim();
      if (!empty.has(text)) return text;
    }
    return "";
  };
}
