import { CsvError, parse } from "csv-parse/sync";
import { refuse, type Refusal } from "../model/refusal.ts";
import type { Delimiter } from "./table-delimiter.ts";

/** The cells of a line that needs no parser; null when it needs one. */
export function splitPlain(text: string, delimiter: Delimiter): string[] | null {
  const cells = text.split(delimiter.text);
  if (!text.includes('"')) return cells;
  for (const [index, cell] of cells.entries()) {
    const quote = cell.indexOf('"');
    if (quote === -1) continue;
    const closing = cell.length - 1;
    if (quote !== 0 || closing === 0 || cell.indexOf('"', 1) !== closing) return null;
    cells[index] = cell.slice(1, closing);
  }
  return cells;
}

/** The cells of one record that has awkward quotes; after its last quote it is plain again. */
export function parseRecord(
  text: string,
  { where, delimiter }: { where: Place; delimiter: Delimiter },
): string[] {
  const cut = text.indexOf(delimiter.text, text.lastIndexOf('"'));
  const awkward = cut === -1 ? text : text.slice(0, cut);
  const plain = cut === -1 ? [] : text.slice(cut + 1).split(delimiter.text);
  try {
    const records = parse(awkward, {
      delimiter: delimiter.text,
      record_delimiter: ["\n"],
      max_record_size: 0,
    });
    if (records.length === 1) return [...(records[0] ?? []), ...plain];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  throw refuse("input", "quote-misplaced", "a quote stands in the middle of a cell", {
    where,
    hint: 'A cell that holds a quote is quoted as a whole, and the quote inside is written twice: "".',
  });
}

interface Place {
  readonly file: string;
  readonly line: number;
}

/** Refusal of a quote that is open at the end of a table, or for longer than a record may be. */
export function unclosedQuote(where: Place): Refusal {
  return refuse("input", "quote-not-closed", "a quote that opens on this line is not closed", {
    where,
    hint: 'A quote inside a quoted cell is written twice: "".',
  });
}
