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

/** Of all such rows among these. */
export function findAnnotations(rows: readonly (readonly string[])[]): PerseusAnnotations {
  return new Map(
    rows.flatMap((cells) => {
      const row = readPerseusRow(cells);
      return row === null ? [] : [[row.name, row.cells] as const];
    }),
  );
}

/** True where one of the first rows says of which type each column is, as Perseus writes it and no other program does. */
export function isPerseusMatrix(rows: readonly (readonly string[])[]): boolean {
  return findAnnotations(rows).has("Type");
}
