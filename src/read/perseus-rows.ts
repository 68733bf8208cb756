/** Perseus' rows below the header begin so: `#!{Type}E`, `#!{C:Group}tumor`, `#!{N:Age}60`, `#!{Description}`. */
const annotation = /^#!\{([^}]*)\}(.*)$/s;

/** The rows of a matrix of Perseus that describe its columns, by their names. */
export type PerseusAnnotations = ReadonlyMap<string, readonly string[]>;

/** The name of such a row, and its cells without it; null for a row of data. */
export function readPerseusRow(
  cells: readonly string[],
): { readonly name: string; readonly cells: readonly string[] } | null {
  const [, name, first = ""] = annotation.exec(cells[0] ?? "") ?? [];
  return name === undefined ? null : { name, cells: [first, ...cells.slice(1)] };
}

/** True where one of the first rows says of which type each column is, as Perseus writes it and no other program does. */
export function isPerseusMatrix(rows: readonly (readonly string[])[]): boolean {
  return rows.some((cells) => readPerseusRow(cells)?.name === "Type");
}
