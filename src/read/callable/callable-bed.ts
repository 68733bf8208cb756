import { gctHead } from "../proteins/programs/gct-layout.ts";
import { openText } from "../../io/open-text.ts";
import { readTableLines } from "../../io/read-table-lines.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import { makeProblem, type Problem, type ProblemWhere } from "../../model/problem.ts";
import { findBedMeasure } from "./bed-measure.ts";
import { makeCallableRows, provenFromDepth } from "./callable-row.ts";
import { refuseWithoutRows } from "../tables/evidence-table.ts";
import type { CallabilityReader } from "../reader.ts";
import { showText } from "../show-text.ts";
import { makeRefusedRows } from "../tables/table-refused-rows.ts";

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
    {
      name: "state or depth",
      meaning: `as GATK's CallableLoci, mosdepth, bedGraph, samtools bedcov, bedtools and sambamba write it; regions below ${provenFromDepth} reads are not read`,
      required: false,
    },
  ],
  detect(head) {
    // A VCF whose identifiers are numbers begins its records as a BED does.
    if (head.startsWith("##fileformat=VCF")) return false;
    // The sizes of a GCT are numbers between tabs.
    if (gctHead.test(head)) return false;
    // samtools coverage counts from 1, and over whole chromosomes.
    if (head.startsWith("#rname\tstartpos\t")) return false;
    const first = head.split("\n").find((line) => !isComment(line));
    return first !== undefined && /^[^\t]+\t\d+\t\d+(?:[\t\r]|$)/.test(first);
  },
  async read(source, options) {
    const text = await openText(source, options);
    const file = text.name;
    const refused = makeRefusedRows(options);
    const regions = makeCallableRows();
    const measure = findBedMeasure(text.head.toString(), firstRegions(text.head));
    let unread = 0;
    let read = 0;
    let setAside = 0;
    for await (const { firstLine, texts } of readTableLines(text, options)) {
      for (const [index, raw] of texts.entries()) {
        if (isComment(raw)) continue;
        const line = firstLine + index;
        read += 1;
        const cells = raw.replace(/\r$/, "").split("\t", 12);
        const [chrom = "", from = "", to = ""] = cells;
        const [start, end] = [Number(from), Number(to)];
        if (!/^\d{1,10}$/.test(from) || !/^\d{1,10}$/.test(to) || end <= start) {
          const message = `${showText(from)} to ${showText(to)} is no region`;
          refused.add(
            makeProblem("bed-region-malformed", "error", message, { where: { file, line } }),
          );
          continue;
        }
        const isRead = measure === null || measure.isRead(cells, end - start);
        if (isRead === null) {
          refused.add(noMeasure({ file, line }));
          continue;
        }
        if (!isRead) unread += 1;
        const contig = normalizeContig(chrom);
        if (contig === null || !isRead) setAside += 1;
        else regions.addRegion({ line, contig, start: start + 1, end });
      }
    }
    const counts = { read, refused: refused.count(), setAside };
    refuseWithoutRows(file, counts, { ...options, first: refused.first() });
    if (measure !== null) options.report(measured(file, measure.what, { read, unread }));
    return { file, format: callableBed.id, rows: regions.rows(), counts, digest: text.digest() };
  },
};

/** Cells of the regions in the head of a file, without the last line, which may be cut. */
function firstRegions(head: Buffer): string[][] {
  const lines = head.toString().split("\n");
  return (lines.length > 1 ? lines.slice(0, -1) : lines)
    .filter((line) => !isComment(line))
    .map((line) => line.replace(/\r$/, "").split("\t", 12));
}

function measured(
  file: string,
  what: string,
  { read, unread }: { readonly read: number; readonly unread: number },
): Problem {
  const message = `${what}: ${unread} of ${read} regions were not read with ${provenFromDepth} reads or more, and prove nothing`;
  return makeProblem("bed-depth-read", "notice", message, { where: { file } });
}

function noMeasure(where: ProblemWhere): Problem {
  const message = "the row does not say how well its region was read, as the first rows do";
  return makeProblem("bed-region-malformed", "error", message, { where });
}
