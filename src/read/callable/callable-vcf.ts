import { readOpenedText, type OpenedText } from "../../io/open-text.ts";
import type { RegionTable } from "../../io/region-table.ts";
import { splitBlocks } from "../../io/split-blocks.ts";
import { describeOpposed } from "../../model/clear-reads.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import type { InformativeReads } from "../../model/observation.ts";
import { makeProblem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { type CallableRows, makeCallableRows, provenFromDepth } from "./callable-row.ts";
import { readListedAssay } from "./listed-assay.ts";
import type { CallabilityReadOptions, CalledAllele } from "./callable-table.ts";
import type { CallabilityReader } from "../reader.ts";
import type { ChosenSample, VariantRecord } from "../variant-reader.ts";
import { makeRefusedRows } from "../tables/table-refused-rows.ts";
import { splitItems, withInfo } from "../vcf/field-items.ts";
import { failedFilters } from "../vcf/failed-filters.ts";
import { classifyAlt } from "../vcf/alt.ts";
import { readAnnotationFields } from "../vcf/annotation.ts";
import { callAllele, parseGenotype } from "../vcf/genotype.ts";
import { decodeLine, splitHeader } from "../vcf/header-lines.ts";
import { readHeader, type VcfHeader } from "../vcf/header.ts";
import { readInfo, type ReadInfo } from "../vcf/info.ts";
import { isBlock, readLastBase } from "../vcf/reference-block.ts";
import { readReferenceDepth } from "../vcf/reference-depth.ts";
import type { FieldItems } from "../vcf/support-rules.ts";
import { readRecord } from "../vcf/record.ts";
import type { RecordContext } from "../vcf/record-context.ts";
import { column, findFaults } from "../vcf/record-faults.ts";
import { siteKeys } from "../vcf/reference-site.ts";
import { makeSampleReader } from "../vcf/sample-fields.ts";
import { noTags, opposeByInfo, readSupport, supportKeys } from "../vcf/support.ts";
import { chooseSampleBeside } from "../vcf/tumor-sample.ts";

/**
 * What a VCF shows to have been read: reference blocks of a gVCF, and records whose genotype is called, with depth. Oncomine files
 * list every hotspot, gene of copy numbers and fusion assay: what is negative there is what was looked at (spec, clinical 5.1).
 */
export const callableVcf: CallabilityReader = {
  id: "callable-vcf",
  title: "gVCF, or VCF with calls of the reference",
  input: "callability",
  extensions: [".vcf", ".vcf.gz", ".g.vcf.gz"],
  columns: [
    { name: "CHROM, POS, REF, FILTER", meaning: "as in VCF", required: true },
    {
      name: "INFO/END, FORMAT/LEN",
      meaning: "last base, 1-based, or length of a reference block; of other records not read",
      required: false,
    },
    { name: "FORMAT/FT", meaning: "failed filters of the sample", required: false },
    { name: "FORMAT/GT", meaning: "called, 0/0 or a variant; ./. was not read", required: true },
    {
      name: "FORMAT/MIN_DP, FDP, DP, AD",
      meaning: `depth, of one sample also in INFO, or the sum of AD where that is less; ${provenFromDepth} or more count as read`,
      required: true,
    },
  ],
  detect: (head) => head.startsWith("##fileformat=VCF"),
  read: (source, options) => readOpenedText(source, options, (text) => readOpened(text, options)),
};

async function readOpened(
  text: OpenedText,
  options: CallabilityReadOptions,
): ReturnType<CallabilityReader["read"]> {
  const { name } = text;
  const { report } = options;
  const lines = await splitHeader(splitBlocks(text.chunks(), { name }), { name, report });
  const header = readHeader(lines, { name, report });
  const chosen = chooseSampleBeside(header, options, {
    where: { file: name },
    kind: "callable",
    key: "callable",
    report,
  });
  if (chosen === null) throw noGenotypes(name);
  const sample = header.samples.indexOf(chosen.name);
  const refused = makeRefusedRows(options);
  const found = makeCallableRows();
  const records: VariantRecord[] = [];
  const context = contextOf(header, chosen, { file: name, report });
  const calls: CalledAllele[] = [];
  let line = lines.columns.number;
  let read = 0;
  let setAside = 0;
  for await (const block of lines.records) {
    for (const bytes of splitLines(block)) {
      line += 1;
      if (bytes.length === 0) continue;
      read += 1;
      const decoded = decodeLine(bytes, { name, line, report });
      const fields = decoded.split("\t");
      const [fault] = findFaults(fields, header);
      if (fault !== undefined) {
        const message = `record refused: ${fault.message}`;
        refused.add(makeProblem(fault.code, "error", message, { where: { file: name, line } }));
      } else {
        const record = readLine(fields, { line, header, sample });
        if (isAsked(record, options.recordsAt)) records.push(...readAsked(decoded, line, context));
        if (isAsked(record, options.callsAt)) calls.push(...listCalls(record));
        const doubt = findDoubt(record, {
          sample: chosen.name,
          sampleCount: header.samples.length,
        });
        if (doubt !== null) found.addDoubt(doubt);
        if (doubt !== null || !takeRecord(record, found)) setAside += 1;
      }
    }
  }
  const counts = { read, refused: refused.count(), setAside };
  if (found.rows().length === 0) throw noGenotypes(name);
  return {
    file: name,
    format: callableVcf.id,
    rows: found.rows(),
    records,
    calls,
    contigs: header.contigs,
    counts,
    digest: text.digest(),
  };
}

/** Of records that are read like those of a file of variants; what the matched normal holds is not asked. */
function contextOf(
  header: VcfHeader,
  sample: ChosenSample,
  { file, report }: Pick<RecordContext, "file" | "report">,
): RecordContext {
  return {
    file,
    header,
    annotation: readAnnotationFields(header),
    tags: noTags,
    report,
    readSample: makeSampleReader(header, sample.name, [...supportKeys, ...siteKeys]),
    readNormal: () => null,
  };
}

/** Empty for a record that cannot be read. */
function readAsked(...asked: Parameters<typeof readRecord>): VariantRecord[] {
  const record = readRecord(...asked);
  return "calls" in record ? [record] : [];
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

interface ReadLine {
  readonly fields: readonly string[];
  readonly line: number;
  readonly info: ReadInfo;
  /** Short name; empty where it is no chromosome. */
  readonly contig: string;
  readonly start: number;
  readonly end: number;
  /** Of the sample, by FORMAT key. */
  readonly values: ReadonlyMap<string, string>;
  readonly told: InformativeReads | null;
}

function readLine(
  fields: readonly string[],
  at: { readonly line: number; readonly header: VcfHeader; readonly sample: number },
): ReadLine {
  const alts = (fields[column.alt] ?? "").split(",");
  const info = readInfo(fields[column.info] ?? "", at.header.info, alts.length);
  const values = sampleValues(fields, at.sample);
  const own: FieldItems = (key) => splitItems(values.get(key));
  const items = withInfo(own, info, at.header);
  const told = readReferenceDepth(items, fields[column.alt] === "." ? 0 : alts.length);
  const start = Number(fields[column.pos] ?? "");
  const ref = fields[column.ref] ?? "";
  return {
    fields,
    line: at.line,
    info,
    contig: normalizeContig(fields[column.chrom] ?? "") ?? "",
    start,
    end: readLastBase({ position: start, ref, alts, info, length: values.get("LEN") }),
    values,
    told,
  };
}

function isAsked({ contig, start, end }: ReadLine, places: RegionTable | undefined): boolean {
  return places?.overlaps(contig, start, end) === true;
}

function failedFiltersOf({ fields, values }: ReadLine): string[] {
  return [fields[column.filter] ?? "", values.get("FT") ?? "."].flatMap(failedFilters);
}

/** Alleles of bases that the genotype holds, whatever their filters. */
function listCalls(record: ReadLine): CalledAllele[] {
  const { fields, line, contig, start: position, values } = record;
  const genotype = parseGenotype(values.get("GT") ?? ".");
  const ref = fields[column.ref] ?? "";
  const alts = (fields[column.alt] ?? "").split(",");
  return alts.flatMap((alt, index) => {
    const isCalled = callAllele(genotype, index + 1) === "alt called";
    if (!isCalled || classifyAlt(alt, ref).kind !== "allele") return [];
    return { line, contig, position, ref, alt, failedFilters: failedFiltersOf(record) };
  });
}

/** False for a record that shows nothing to have been read. */
function takeRecord(record: ReadLine, found: CallableRows): boolean {
  const { fields, line, info, contig, start, end, told } = record;
  const at = (index: number): string => fields[index] ?? "";
  const assay = readListedAssay({
    id: at(column.id),
    alt: at(column.alt),
    filter: at(column.filter),
    info,
  });
  if (assay !== null) {
    if (assay.genes.length === 0) return false;
    found.addAssay({ line, ...assay });
    return true;
  }
  if (contig === "" || failedFiltersOf(record).length > 0 || !showsBases(record)) return false;
  const genotype = parseGenotype(record.values.get("GT") ?? ".");
  if (genotype === null || genotype.includes(null)) return false;
  if (told === null || told.reads < provenFromDepth) return false;
  found.addRegion({ line, contig, start, end });
  return true;
}

/** False for structural variants and copy numbers: their depth is that of junctions, or of a segment as a whole. */
function showsBases({ fields, info }: ReadLine): boolean {
  const ref = fields[column.ref] ?? "";
  const alts = (fields[column.alt] ?? "").split(",");
  return isBlock(alts, info) || alts.some((alt) => statesBases(alt, ref));
}

function statesBases(alt: string, ref: string): boolean {
  const kind = classifyAlt(alt, ref);
  if (kind.kind !== "skipped") return kind.kind === "allele";
  return kind.code === "alternate-is-reference" || kind.code === "spanning-deletion";
}

/** The first allele of a record that its genotype lacks and its reads hold; null where there is none. */
function findDoubt(
  { fields, line, info, contig, start, end, values }: ReadLine,
  { sample, sampleCount }: { readonly sample: string; readonly sampleCount: number },
): Parameters<CallableRows["addDoubt"]>[0] | null {
  const genotype = parseGenotype(values.get("GT") ?? ".");
  if (contig === "") return null;
  const items: FieldItems = (key) => splitItems(values.get(key));
  const ref = fields[column.ref] ?? "";
  const alts = (fields[column.alt] ?? "").split(",");
  for (const [index, alt] of alts.entries()) {
    if (classifyAlt(alt, ref).kind !== "allele") continue;
    const allele = { ref, alt, altIndex: index + 1, altCount: alts.length };
    const { support } = readSupport({ info, sample: { name: sample, items } }, allele, noTags);
    const called = { ...support, genotype: callAllele(genotype, allele.altIndex) };
    const why = describeOpposed(opposeByInfo(called, { info, sampleCount }, allele));
    const label = `${contig}:${start} ${ref}>${alt}`;
    if (why !== null) return { line, contig, start, end, allele: label, why };
  }
  return null;
}

function sampleValues(fields: readonly string[], sample: number): ReadonlyMap<string, string> {
  const keys = (fields[column.format] ?? "").split(":");
  const values = (fields[column.format + 1 + sample] ?? "").split(":");
  return new Map(keys.map((key, index) => [key, values[index] ?? "."]));
}

function noGenotypes(name: string): Error {
  const message = `no record of ${name} shows that a place was read`;
  return refuse("input", "callability-not-shown", message, {
    where: { file: name },
    hint: `A called genotype with a depth of ${provenFromDepth} or more does; a BED of the panel may be given instead.`,
  });
}
