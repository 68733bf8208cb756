import type { TableRow } from "../io/open-table.ts";
import { refuse } from "../model/refusal.ts";
import { showText } from "./show-text.ts";

interface Chosen {
  readonly rows: readonly TableRow[];
  readonly sample: string | null;
}

interface AskedSample {
  readonly file: string;
  /** What the case calls its sample. */
  readonly asked: string | undefined;
  /** First part of the code of a problem: `fusion` for `fusion-sample-missing`. */
  readonly kind: string;
  /** Option of the command line that names the sample, where there is one. */
  readonly option?: string;
}

/**
 * Of a table of one sample every row; of several samples the rows of the one that was asked for. `nameOf`: sample of a row; null: the
 * table has no such column. Throws Refusal "usage" when the sample is not said, "identity" when it is not there.
 */
export function chooseTableSample(
  rows: readonly TableRow[],
  nameOf: ((row: TableRow) => string) | null,
  { file, asked, kind, option }: AskedSample,
): Chosen {
  if (nameOf === null) return { rows, sample: asked ?? null };
  const names = [...new Set(rows.map(nameOf))];
  const [only, other] = names;
  if (asked === undefined && other === undefined) return { rows, sample: only ?? null };
  const shown = names.slice(0, 5).map(showText).join(", ");
  const listed = `Its samples: ${shown}${names.length > 5 ? ` and ${names.length - 5} more` : ""}.`;
  const byOption = option === undefined ? "" : `, or with ${option}`;
  if (asked === undefined) {
    const message = `which sample of ${file} is the case is not said`;
    throw refuse("usage", `${kind}-sample-undecided`, message, {
      where: { file },
      hint: `Say it in the case file, as sample of the file${byOption}. ${listed}`,
    });
  }
  // A table of one sample is the case's, whatever the program called it.
  if (other !== undefined && !names.includes(asked)) {
    throw refuse("identity", `${kind}-sample-missing`, `${file} has no sample ${showText(asked)}`, {
      where: { file },
      hint: `${listed}${option === undefined ? "" : ` Name it with ${option}.`}`,
    });
  }
  return other === undefined
    ? { rows, sample: only ?? null }
    : { rows: rows.filter((row) => nameOf(row) === asked), sample: asked };
}
