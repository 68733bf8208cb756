import { readOpenedText, type OpenedText } from "../../io/open-text.ts";
import { splitBlocks } from "../../io/split-blocks.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import { makeProblem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { copyNumberFile } from "./copy-number-sample.ts";
import type { CopyNumberRow } from "./copy-numbers.ts";
import { emptyRow } from "./make-copy-number-reader.ts";
import type { CopyNumberReader } from "../reader.ts";
import { showText } from "../show-text.ts";
import { makeRefusedRows } from "../tables/table-refused-rows.ts";
import { failedFilters } from "../vcf/failed-filters.ts";
import { decodeLine, splitHeader } from "../vcf/header-lines.ts";
import { readHeader, type VcfHeader } from "../vcf/header.ts";
import { readInfo, type ReadInfo } from "../vcf/info.ts";
import { readCount, readFloat } from "../vcf/number.ts";
import { column, findFaults } from "../vcf/record-faults.ts";
import { chooseSampleBeside } from "../vcf/tumor-sample.ts";
import type { EvidenceReadOptions } from "../evidence-reader.ts";

/** Keys of FORMAT and INFO that hold the copies of both alleles, and of the one that has fewer, the most preferred first. */
const totalKeys = ["CN", "CNt", "TCN", "TCN_EM"];
const minorKeys = ["MCN", "LCN", "LCN_EM"];

/**
 * Copy numbers in a VCF: records whose ALT is `<DEL>`, `<DUP>` or `<CNV>`, or `.` with a number of copies. Copies are those of the
 * tumor's column, else of INFO; a deletion or duplication without them is a loss or a gain of unknown size. POS is 1-based; that of a
 * symbolic allele is the base before it (VCF 4.3, 1.6.1), and INFO/END is its last base. Records that failed a filter are set aside.
 */
export const copyNumberVcf: CopyNumberReader = {
  id: "cnv-vcf",
  title: "VCF with <DEL>, <DUP> or <CNV>",
  input: "copy-number",
  extensions: [".vcf", ".vcf.gz"],
  columns: [
    { name: "CHROM, POS, REF", meaning: "as in VCF; POS is the base before", required: true },
    { name: "ALT", meaning: "<DEL>, <DUP>, <CNV>, or . beside them", required: true },
    { name: "INFO/END", meaning: "last base, 1-based; or INFO/SVLEN", required: true },
    {
      name: "CN",
      meaning: "copies, in FORMAT or INFO; also named CNt, TCN, TCN_EM",
      required: false,
    },
    {
      name: "MCN",
      meaning: "copies of the allele that has fewer; also named LCN, LCN_EM",
      required: false,
    },
  ],
  detect: (head) => head.startsWith("##fileformat=VCF"),
  read: (source, options) => readOpenedText(source, options, (text) => readOpened(text, options)),
};

async function readOpened(
  text: OpenedText,
  options: EvidenceReadOptions,
): ReturnType<CopyNumberReader["read"]> {
  const { report } = options;
  const { name } = text;
  const lines = await splitHeader(splitBlocks(text.chunks(), { name }), { name, report });
  const header = readHeader(lines, { name, report });
  const sample = chooseSample(header, name, options);
  const refused = makeRefusedRows(options);
  const rows: CopyNumberRow[] = [];
  const aside = { filtered: 0, "no copy number": 0, "no chromosome": 0 };
  let line = lines.columns.number;
  for await (const block of lines.records) {
    for (const bytes of splitLines(block)) {
      line += 1;
      if (bytes.length === 0) continue;
      const record = readRecord(decodeLine(bytes, { name, line, report }), { header, sample });
      if (typeof record === "string") aside[record] += 1;
      else if ("code" in record) {
        const message = `record refused: ${record.message}`;
        refused.add(makeProblem(record.code, "error", message, { where: { file: name, line } }));
      } else rows.push({ ...record, line });
    }
  }
  const setAside = aside.filtered + aside["no copy number"] + aside["no chromosome"];
  if (rows.length === 0 && setAside + refused.count() > 0) throw noCopies(name);
  if (setAside > 0) {
    const list = Object.entries(aside).flatMap(([why, n]) => (n > 0 ? [`${why}: ${n}`] : []));
    const message = `records were set aside (${list.join(", ")})`;
    report(makeProblem("copy-number-rows-set-aside", "notice", message, { where: { file: name } }));
  }
  return {
    file: name,
    format: copyNumberVcf.id,
    sample: sample === null ? null : (header.samples[sample] ?? null),
    contigs: header.contigs,
    rows,
    counts: {
      read: rows.length + setAside + refused.count(),
      refused: refused.count(),
      setAside,
    },
    digest: text.digest(),
  };
}

function noCopies(name: string): Error {
  const message = `no record of ${name} states a copy number`;
  return refuse("input", "copy-number-missing", message, {
    where: { file: name },
    hint: "Deletions and duplications are <DEL>, <DUP> or <CNV>; small variants are the case's variants.",
  });
}

/** Index of the tumor's column; null when there is none. */
function chooseSample(header: VcfHeader, name: string, asked: EvidenceReadOptions): number | null {
  const chosen = chooseSampleBeside(header, asked, {
    ...copyNumberFile,
    where: { file: name },
    report: asked.report,
  });
  return chosen === null ? null : header.samples.indexOf(chosen.name);
}

function* splitLines(block: Buffer): Generator<Buffer> {
  let start = 0;
  while (start < block.length) {
    const end = block.indexOf(0x0a, start);
    const stop = end === -1 ? block.length : end;
    yield block.subarray(start, block[stop - 1] === 0x0d ? stop - 1 : stop);
    start = stop + 1;
  }
}

type Outcome =
  | Omit<CopyNumberRow, "line">
  | { readonly code: string; readonly message: string }
  | "filtered"
  | "no copy number"
  | "no chromosome";

function readRecord(
  text: string,
  { header, sample }: { readonly header: VcfHeader; readonly sample: number | null },
): Outcome {
  const fields = text.split("\t");
  const [fault] = findFaults(fields, header);
  if (fault !== undefined) return fault;
  const at = (index: number): string => fields[index] ?? "";
  const kind = kindOf(at(column.alt));
  if (kind === null) return "no copy number";
  if (failedFilters(at(column.filter)).length > 0) return "filtered";
  const info = readInfo(at(column.info), header.info, 1);
  const values = sample === null ? null : sampleValues(fields, sample);
  const value = (keys: readonly string[]): number | null => findNumber(keys, values, info);
  const copies = value(totalKeys);
  const contig = normalizeContig(at(column.chrom));
  if (copies === null && (kind === "CNV" || kind === ".")) return "no copy number";
  if (contig === null) return "no chromosome";
  const position = Number(at(column.pos));
  const end = readEnd(position, info);
  if (end === null || end < position) {
    const message = `the record states no end behind POS ${showText(at(column.pos))}`;
    return { code: "copy-number-end-missing", message };
  }
  const start = kind === "." ? position : Math.min(position + 1, end);
  const call = copies !== null ? null : kind === "DEL" ? "loss" : "gain";
  return {
    ...emptyRow,
    place: { contig, start: Math.max(1, start), end },
    copies,
    minor: value(minorKeys),
    call,
  };
}

/** What the ALT says; null for alleles that are no copy number. `<DUP:TANDEM>` is a duplication. */
function kindOf(alt: string): "DEL" | "DUP" | "CNV" | "." | null {
  if (alt === ".") return ".";
  const kinds = alt.split(",").map((each) => /^<(DEL|DUP|CNV)(?::[^<>]*)?>$/.exec(each)?.[1]);
  const [kind] = kinds;
  if (kinds.length > 1 && kinds.every((each) => each !== undefined)) return "CNV";
  return kind === "DEL" || kind === "DUP" || kind === "CNV" ? kind : null;
}

function sampleValues(fields: readonly string[], sample: number): ReadonlyMap<string, string> {
  const keys = (fields[column.format] ?? "").split(":");
  const values = (fields[column.format + 1 + sample] ?? "").split(":");
  return new Map(keys.map((key, index) => [key, values[index] ?? "."]));
}

function findNumber(
  keys: readonly string[],
  sample: ReadonlyMap<string, string> | null,
  info: ReadInfo,
): number | null {
  for (const key of keys) {
    const stated = readFloat(sample?.get(key)) ?? readFloat(textOf(info.values.get(key)));
    if (stated !== null && stated >= 0) return stated;
  }
  return null;
}

/** The last base: INFO/END, else POS and the length that INFO/SVLEN states. */
function readEnd(position: number, { values }: ReadInfo): number | null {
  const end = readCount(textOf(values.get("END")));
  if (end !== null) return end;
  const length = readFloat(textOf(values.get("SVLEN")));
  return length === null || !Number.isInteger(length) ? null : position + Math.abs(length);
}

function textOf(value: string | true | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
