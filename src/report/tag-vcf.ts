import { compareText } from "../model/order.ts";
import { refuse, type Refusal } from "../model/refusal.ts";
import type { Finding, Report } from "../model/report.ts";
import { encodeInfo } from "./render/encode-info.ts";
import { groupTargets, infoFields } from "./render/info-fields.ts";

/** Observations of one record of the VCF; `line` is 1-based in the uncompressed text. */
interface RecordOfFindings {
  readonly line: number | null;
  readonly ids: readonly string[];
}

/** What is added to a VCF: lines of its header, and text at the end of INFO by line. */
export interface VcfTags {
  /** Base name of the VCF, for messages. */
  readonly file: string;
  readonly header: readonly string[];
  /** Without a separator before it. */
  readonly byLine: ReadonlyMap<number, string>;
}

/** Keys whose values are of the record, and not one for each name in METACTION_LABEL. */
const keysOfRecord: ReadonlySet<string> = new Set(["METACTION_TARGETS", "METACTION_STATEMENTS"]);

/**
 * The tags of the records that meet a statement. A record of several alleles may have several findings: their values stand in one
 * order in every key, `.` where one has none.
 */
export function makeVcfTags(
  report: Report,
  { file, records }: { readonly file: string; readonly records: readonly RecordOfFindings[] },
): VcfTags {
  const findings = new Map(
    report.findings
      .filter(({ statements }) => statements.length > 0)
      .map((finding) => [finding.observation, finding]),
  );
  const targetsOf = groupTargets(report.targets);
  const byLine = new Map<number, string>();
  for (const { line, ids } of records) {
    if (line === null) continue;
    const met = [...new Set(ids)].flatMap((id) => findings.get(id) ?? []);
    if (met.length === 0) continue;
    const sorted = met.toSorted((a, b) => compareText(a.observation, b.observation));
    byLine.set(line, tagOf(sorted, targetsOf));
  }
  return { file, header: headerOf(report), byLine };
}

function tagOf(findings: readonly Finding[], targetsOf: ReturnType<typeof groupTargets>): string {
  return infoFields
    .flatMap(({ id, values }) => {
      const found = findings.map((finding) =>
        values(finding, targetsOf.get(finding.observation) ?? []).map(String),
      );
      if (found.every((one) => one.length === 0)) return [];
      const listed = keysOfRecord.has(id)
        ? [...new Set(found.flat())]
        : found.map(([first = ""]) => first);
      return [`${id}=${listed.map(encodeInfo).join(",")}`];
    })
    .join(";");
}

function headerOf({ tool }: Report): string[] {
  return infoFields.map(({ id, type, description }) => {
    const each =
      keysOfRecord.has(id) || id === "METACTION_LABEL" ? "" : ", for each METACTION_LABEL";
    return `##INFO=<ID=${id},Number=.,Type=${type},Description="${description}${each}",Source="${tool.name}",Version="${tool.version}">`;
  });
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const tab = 0x09;

/**
 * The text of a VCF with the tags in it; every other byte stays. `blocks`: whole lines, from the first line on. The lines of the
 * header go before that of the column names, with the line end that it has. Throws Refusal "input" when the file has tags already.
 */
export async function* tagVcfLines(
  blocks: AsyncIterable<Buffer>,
  tags: VcfTags,
): AsyncGenerator<Buffer> {
  let line = 0;
  let isHeader = true;
  for await (const block of blocks) {
    let kept = 0;
    for (let start = 0; start < block.length;) {
      const feed = block.indexOf(lineFeed, start);
      const end = feed === -1 ? block.length : feed + 1;
      line += 1;
      if (isHeader && isTagDeclaration(block, start)) throw alreadyTagged(tags.file, line);
      if (isHeader && isColumnNames(block, start)) {
        isHeader = false;
        yield block.subarray(kept, start);
        yield headerBytes(tags.header, block.subarray(start, end));
        kept = start;
      }
      const tag = tags.byLine.get(line);
      if (tag !== undefined) {
        const { at, isMissing, separator } = findInfoEnd(block, start, end);
        yield block.subarray(kept, isMissing ? at - 1 : at);
        yield Buffer.from(separator + tag);
        kept = at;
      }
      start = end;
    }
    if (kept < block.length) yield block.subarray(kept);
  }
}

const declaration = Buffer.from("##INFO=<ID=METACTION_");

function isTagDeclaration(block: Buffer, start: number): boolean {
  return block.subarray(start, start + declaration.length).equals(declaration);
}

function alreadyTagged(file: string, line: number): Refusal {
  return refuse("input", "already-tagged", `${file} has tags of metaction already`, {
    where: { file, line },
    hint: `Take them out first: bcftools annotate -x ${infoFields.map(({ id }) => `INFO/${id}`).join(",")} FILE`,
  });
}

function isColumnNames(block: Buffer, start: number): boolean {
  return block[start] === 0x23 && block[start + 1] !== 0x23;
}

function headerBytes(lines: readonly string[], columns: Buffer): Buffer {
  const lineEnd = columns.at(-2) === carriageReturn ? "\r\n" : "\n";
  return Buffer.from(lines.map((text) => text + lineEnd).join(""));
}

/** Where INFO, the eighth column, ends; `isMissing`: it is `.` alone, which a tag replaces. */
function findInfoEnd(
  block: Buffer,
  start: number,
  end: number,
): { at: number; isMissing: boolean; separator: "" | ";" } {
  let from = start;
  for (let column = 1; column < 8; column += 1) from = block.indexOf(tab, from) + 1;
  const next = block.indexOf(tab, from);
  let at = next === -1 || next >= end ? end : next;
  while (at > from && (block[at - 1] === lineFeed || block[at - 1] === carriageReturn)) at -= 1;
  const isMissing = at - from === 1 && block[from] === 0x2e;
  return { at, isMissing, separator: isMissing ? "" : ";" };
}
