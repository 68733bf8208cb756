import { gctHead } from "./gct-layout.ts";
import { openText } from "../io/open-text.ts";
import { readTableLines } from "../io/read-table-lines.ts";
import { normalizeContig } from "../model/contig-name.ts";
import { makeProblem } from "../model/problem.ts";
import { makeCallableRows } from "./callable-row.ts";
import { refuseWithoutRows } from "./evidence-table.ts";
import type { CallabilityReader } from "./reader.ts";
import { showText } from "./show-text.ts";
import { makeRefusedRows } from "./table-refused-rows.ts";

/** Lines of a BED file that are no region (UCSC, BED format). */
const isComment = (text: string): boolean =>
  /^(?:#|track\b|browser\b)/.test(text) || text.trim() === "";

/**
 * The regions of a panel, or those that a program found callable. Starts are 0-based and ends are exclusive, as in BED; rows are
 * 1-based with both ends included. Regions on contigs other than the chromosomes are set aside.
 */
export const callableBed: CallabilityReader = {
  id: "callable-bed",
  title: "BED of the panel, or of what was read well enough",
  input: "callability",
  extensions: [".bed", ".bed.gz"],
  columns: [
    { name: "chrom", meaning: "chromosome", required: true },
    { name: "start", meaning: "first base, 0-based", required: true },
    { name: "end", meaning: "base behind the last, 0-based", required: true },
  ],
  detect(head) {
    // A VCF whose identifiers are numbers begins its records as a BED does.
    if (head.startsWith("##fileformat=VCF")) return false;
    // The sizes of a GCT are numbers between tabs.
    if (gctHead.test(head)) return false;
    const first = head.split("\n").find((line) => !isComment(line));
    return first !== undefined && /^[^\t]+\t\d+\t\d+(?:[\t\r]|$)/.test(first);
  },
  async read(source, options) {
    const text = await openText(source, options);
    const file = text.name;
    const refused = makeRefusedRows(options);
    const regions = makeCallableRows();
    let read = 0;
    let setAside = 0;
    for await (const { firstLine, texts } of readTableLines(text, options)) {
      for (const [index, raw] of texts.entries()) {
        if (isComment(raw)) continue;
        const line = firstLine + index;
        read += 1;
        const [chrom = "", from = "", to = ""] = raw.replace(/\r$/, "").split("\t", 4);
        const [start, end] = [Number(from), Number(to)];
        if (!/^\d{1,10}$/.test(from) || !/^\d{1,10}$/.test(to) || end <= start) {
          const message = `${showText(from)} to ${showText(to)} is no region`;
          refused.add(
            makeProblem("bed-region-malformed", "error", message, { where: { file, line } }),
          );
          continue;
        }
        const contig = normalizeContig(chrom);
        if (contig === null) setAside += 1;
        else regions.addRegion({ line, contig, start: start + 1, end });
      }
    }
    const counts = { read, refused: refused.count(), setAside };
    refuseWithoutRows(file, counts, { ...options, first: refused.first() });
    return { file, format: callableBed.id, rows: regions.rows(), counts, digest: text.digest() };
  },
};
