import type { Column, Row } from "./data-table.tsx";

interface LongTableProps {
  /** Class that the style sheet knows the labels of the columns by. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/**
 * A table of thousands of rows with as little markup as can be: a narrow screen takes the labels of its cells from the style
 * sheet, and roles are left to the elements. The page's script sorts it.
 */
export function LongTable({ name, caption, columns, rows }: LongTableProps) {
  return (
    <table class={`long ${name}`}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {columns.map(({ head, isRowHead }, index) =>
              isRowHead === true ? (
                <th key={head} scope="row">
                  {cells[index]}
                </th>
              ) : (
                <td key={head}>{cells[index]}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
