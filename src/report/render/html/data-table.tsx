import type { ComponentChildren } from "preact";

export interface Column {
  readonly head: string;
  /** Numbers are set to the right. */
  readonly numeric?: boolean;
  /** The cell names its row. */
  readonly isRowHead?: boolean;
  /** Holds short words, and may be narrower than the others. */
  readonly short?: boolean;
  /** Holds sentences, and gets more of the width than the others. */
  readonly wide?: boolean;
  /** Of a table whose columns have fixed widths: its share of the page, as a style sheet writes it. */
  readonly width?: string;
}

export interface Row {
  readonly key: string;
  readonly cells: readonly ComponentChildren[];
}

interface DataTableProps {
  readonly caption: ComponentChildren;
  /** The heading above says the same: keep the caption for screen readers only. */
  readonly hideCaption?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/**
 * A table that a narrow screen shows as a stack of labeled cells. The roles are written out because such a
 * display would otherwise take the table's meaning away from assistive technology.
 */
export function DataTable({ caption, hideCaption, columns, rows }: DataTableProps) {
  return (
    <table role="table">
      <caption class={hideCaption ? "unseen" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.head} role="columnheader" scope="col" class={classOf(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr key={key} role="row">
            {columns.map((column, index) => (
              <Cell key={column.head} column={column}>
                {cells[index]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ column, children }: { column: Column; children?: ComponentChildren }) {
  const shared = { class: classOf(column), "data-label": column.head };
  if (column.isRowHead) {
    return (
      <th role="rowheader" scope="row" {...shared}>
        <div>{children}</div>
      </th>
    );
  }
  return (
    <td role="cell" {...shared}>
      <div>{children}</div>
    </td>
  );
}

function classOf({ numeric, short, wide }: Column): string | undefined {
  return (
    [numeric && "number", short && "short", wide && "wide"].filter(Boolean).join(" ") || undefined
  );
}
