import type { ByteSource } from "../../io/byte-source.ts";
import { openTable, peekTable } from "../../io/open-table.ts";
import { openText } from "../../io/open-text.ts";
import { makeProblem } from "../../model/problem.ts";
import { chooseTableSample } from "../tables/choose-table-sample.ts";
import { refuseWithoutRows } from "../tables/evidence-table.ts";
import type { OutsideRow } from "./outside-row.ts";
import type { OutsideReader } from "../reader.ts";
import { findSampleColumns } from "../tables/sample-columns.ts";
import { type CellOf, makeNamedColumns, type NamedColumns } from "../tables/table-columns.ts";
import { makeRefusedRows } from "../tables/table-refused-rows.ts";
import type { TableRow } from "../../io/table-row.ts";
import type { EvidenceReadOptions, EvidenceTable } from "../evidence-reader.ts";

/** One format of calls that another program made. */
interface OutsideFormat extends Pick<OutsideReader, "id" | "title" | "extensions" | "columns"> {
  readonly sampleColumns: readonly string[];
  isFormat(columns: NamedColumns): boolean;
  /** The reader of a row: its call; a text is the fault that it is refused for. */
  readRow(columns: NamedColumns): (row: TableRow) => OutsideRow | string;
}

/**
 * The reader of a format. A row that states neither level nor oncogenicity says nothing and is set aside; a row without a
 * gene is refused alone.
 */
export function makeOutsideReader(format: OutsideFormat): OutsideReader {
  const { id, title, extensions, columns } = format;
  return {
    id,
    title,
    input: "outside-calls",
    extensions,
    columns,
    detect(head) {
      const table = peekTable(head, { comments: true });
      return table !== null && format.isFormat(makeNamedColumns(table.columns));
    },
    read: (source, options) => readCalls(source, format, options),
  };
}

async function readCalls(
  source: ByteSource,
  format: OutsideFormat,
  options: EvidenceReadOptions,
): Promise<EvidenceTable<OutsideRow>> {
  const text = await openText(source, options);
  const file = text.name;
  const { report, strict } = options;
  const table = await openTable(text, {
    report,
    strict,
    comments: true,
    fillRows: true,
    quotes: "literal",
  });
  const columns = makeNamedColumns(table.columns);
  const all: TableRow[] = [];
  for await (const block of table.rows()) all.push(...block);
  const chosen = chooseTableSample(all, sampleOf(table.columns, format), {
    sample: options.sample,
    caseNames: options.caseNames,
    where: { file },
    kind: "outside",
    key: "outside",
    report,
  });
  const refused = makeRefusedRows(options);
  const readRow = format.readRow(columns);
  const rows: OutsideRow[] = [];
  let setAside = 0;
  for (const row of chosen.rows) {
    const read = readRow(row);
    if (typeof read === "string") {
      const where = { file, line: row.line };
      refused.add(
        makeProblem("outside-row-unreadable", "error", `row refused: ${read}`, { where }),
      );
    } else if (saysNothing(read)) setAside += 1;
    else rows.push(read);
  }
  const counts = { read: chosen.rows.length, refused: refused.count(), setAside };
  refuseWithoutRows(file, counts, { ...options, first: refused.first() });
  return { file, format: format.id, rows, counts, digest: text.digest() };
}

function sampleOf(
  columns: readonly string[],
  { sampleColumns }: OutsideFormat,
): ((row: TableRow) => string) | null {
  const named = makeNamedColumns(columns);
  const names = [...sampleColumns, ...findSampleColumns(columns)];
  if (named.placeOf(...names) < 0) return null;
  const cell: CellOf = named.cell(...names);
  return ({ cells }) => cell(cells);
}

function saysNothing({ levels, oncogenic }: OutsideRow): boolean {
  return levels.length === 0 && (oncogenic === null || /^unknown$/i.test(oncogenic));
}
