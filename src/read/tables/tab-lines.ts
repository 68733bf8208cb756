import type { OpenedText } from "../../io/open-text.ts";
import { readTableLines, type TableOptions } from "../../io/read-table-lines.ts";

export interface TabLine {
  /** 1-based. */
  readonly line: number;
  /** Cells between tabs, as they stand: formats of this kind quote nothing. */
  readonly cells: readonly string[];
}

/** The lines of a tab-separated text that is no plain table, cut into cells. Throws what `readTableLines` throws. */
export async function* readTabLines(
  text: OpenedText,
  options: TableOptions,
): AsyncGenerator<readonly TabLine[]> {
  for await (const { firstLine, texts } of readTableLines(text, options)) {
    yield texts.map((raw, index) => ({
      line: firstLine + index,
      cells: (raw.endsWith("\r") ? raw.slice(0, -1) : raw).split("\t"),
    }));
  }
}
