import type { RawAnnotation, ReadSupport, VariantCall } from "../model/observation.ts";
import { normalizeContig } from "../model/contig-name.ts";
import type { ReportProblem } from "../model/problem.ts";
import { makeProblem } from "../model/problem.ts";
import type { SkippedAlt, VariantRecord } from "./reader.ts";
import { showText } from "./show-text.ts";
import { classifyAlt } from "./vcf-alt.ts";
import { readAnnotations } from "./vcf-annotation.ts";
import { callAllele, parseGenotype, type Genotype } from "./vcf-genotype.ts";
import type { VcfHeader } from "./vcf-header.ts";
import { findValueFlaw, readInfo } from "./vcf-info.ts";
import { isOfType, readCount } from "./vcf-number.ts";
import { readSupport, supportKeys, type InfoTags } from "./vcf-support.ts";
import type { FieldItems } from "./vcf-support-rules.ts";

/** Why a record cannot be read. It is refused alone. */
export interface RecordFault {
  readonly code: string;
  readonly message: string;
  /** 0-based column of the record that the fault is in. */
  readonly field: number;
  /** The file is broken, not this record alone. */
  readonly isOfFile?: boolean;
}

/** The tumor's column of one record. */
export interface SampleFields {
  readonly name: string;
  /** Keys of the FORMAT column. */
  readonly keys: readonly string[];
  /** Values of the sample column, as many as it states. */
  readonly valueCount: number;
  /** Raw value of a key; undefined when the record does not state it. */
  value(key: string): string | undefined;
}

/** What does not change from record to record. */
export interface RecordContext {
  readonly file: string;
  readonly header: VcfHeader;
  readonly annotation: readonly Omit<RawAnnotation, "entries">[];
  readonly tags: InfoTags;
  readonly report: ReportProblem;
  /** Takes the tumor's column out of a record; null when the file has none. */
  readonly readSample: (fields: readonly string[]) => SampleFields | null;
}

const column = { chrom: 0, pos: 1, ref: 3, alt: 4, qual: 5, filter: 6, info: 7, format: 8 };

/** Reads one record, whole or not at all; flaws that leave it usable are reported. */
export function readRecord(
  text: string,
  line: number,
  context: RecordContext,
): VariantRecord | RecordFault {
  const fields = text.split("\t");
  const fault = findFault(fields, context.header);
  if (fault !== null) return fault;
  const at = (index: number): string => fields[index] ?? "";
  const alts = at(column.alt).split(",");
  const sample = context.readSample(fields);
  const genotype = readGenotype(sample, alts.length);
  if (genotype !== null && "code" in genotype) return genotype;
  const flaw = makeFlawReporter(fields, line, context);
  const info = readInfo(at(column.info), context.header.info, alts.length);
  for (const { code, message, offset } of info.flaws) flaw(code, message, column.info, offset);
  checkQuality(at(column.qual), flaw);
  checkFormat(sample, { header: context.header, altCount: alts.length, flaw });
  const position = Number(at(column.pos));
  const shared = {
    altCount: alts.length,
    failedFilters: failedFilters(at(column.filter)),
    annotations: readAnnotations(info, context.annotation, context.header.minorVersion),
    provenance: { file: context.file, line, sample: sample?.name ?? null },
  };
  const contig = normalizeContig(at(column.chrom)) ?? at(column.chrom);
  const ref = at(column.ref);
  const items = sample === null ? null : { name: sample.name, items: splitItems(sample) };
  const calls: VariantCall[] = [];
  const skipped: SkippedAlt[] = [];
  for (const [index, alt] of alts.entries()) {
    const kind = position === 0 ? telomere : classifyAlt(alt, ref);
    if (kind.kind === "skipped") skipped.push({ alt, code: kind.code, reason: kind.reason });
    if (kind.kind !== "allele") continue;
    const allele = { ref, alt, altIndex: index + 1, altCount: alts.length };
    const support: ReadSupport = {
      kind: "reads",
      ...readSupport({ info, sample: items }, allele, context.tags),
      genotype: callAllele(genotype, allele.altIndex),
    };
    const given = { contig, position, ref, alt };
    calls.push({ given, altIndex: allele.altIndex, support, ...shared });
  }
  return { line, calls, skipped, rawContig: at(column.chrom) };
}

const telomere = {
  kind: "skipped",
  code: "telomere-position",
  reason: "Position 0 is the telomere, where no base is.",
} as const;

/** What makes a record unreadable, the first in column order. */
function findFault(fields: readonly string[], header: VcfHeader): RecordFault | null {
  const { columnCount } = header;
  if (fields.length !== columnCount) {
    const message = `a record has ${fields.length} columns, the header has ${columnCount}`;
    const field = Math.min(fields.length, columnCount) - 1;
    // Samples that are missing cannot be told from samples that moved; one more at the end can.
    return { code: "vcf-column-count", message, field, isOfFile: fields.length < columnCount };
  }
  const at = (index: number): string => fields[index] ?? "";
  const malformed = (name: string, field: number): RecordFault => {
    const message = `${name} is malformed: ${showText(at(field))}`;
    return { code: `vcf-${name.toLowerCase()}-malformed`, message, field };
  };
  if (!/^[^\s,]+$/.test(at(column.chrom))) return malformed("CHROM", column.chrom);
  const position = readCount(at(column.pos));
  if (position === null) return malformed("POS", column.pos);
  const ref = at(column.ref);
  const length = header.rawContigs.get(at(column.chrom)) ?? null;
  // One behind the end is the telomere, which has no base (VCF 4.3, 1.6.1).
  const isTelomere = length !== null && position === length + 1 && ref === "N";
  if (length !== null && position > length && !isTelomere) {
    const message = `POS ${position} is beyond the contig's length ${length}: is it of another genome build?`;
    return { code: "vcf-pos-beyond-contig", message, field: column.pos };
  }
  if (!/^[ACGTN]+$/i.test(ref)) return malformed("REF", column.ref);
  const alts = at(column.alt).split(",");
  const isBad = alts.some((alt) => classifyAlt(alt, ref).kind === "malformed");
  if (isBad || (alts.length > 1 && alts.includes("."))) return malformed("ALT", column.alt);
  return null;
}

function readGenotype(
  sample: SampleFields | null,
  altCount: number,
): Genotype | RecordFault | null {
  const fault = (code: string, message: string): RecordFault => ({
    code,
    message,
    field: column.format,
  });
  if (sample === null) return null;
  if (sample.valueCount > sample.keys.length) {
    const message = `sample ${showText(sample.name)} has ${sample.valueCount} values for ${sample.keys.length} FORMAT keys`;
    return fault("vcf-sample-values", message);
  }
  const text = sample.value("GT");
  if (text === undefined) return null;
  const genotype = parseGenotype(text);
  if (genotype === null) {
    return fault("vcf-gt-malformed", `GT is malformed: ${showText(text)}`);
  }
  const outside = genotype.find((index) => index !== null && index > altCount);
  if (outside === undefined) return genotype;
  const message = `GT names allele ${outside}; the record has ${altCount} ALT`;
  return fault("vcf-gt-out-of-range", message);
}

type ReportFlaw = (code: string, message: string, field: number, offset?: number) => void;

function makeFlawReporter(
  fields: readonly string[],
  line: number,
  context: RecordContext,
): ReportFlaw {
  return (code, message, field, offset = 0) => {
    const where = { file: context.file, line, column: columnOf(fields, field) + offset };
    context.report(makeProblem(code, "warning", message, { where }));
  };
}

/** 1-based column, in characters of the line, at which a field starts. */
export function columnOf(fields: readonly string[], field: number): number {
  return fields.slice(0, field).reduce((sum, { length }) => sum + length + 1, 1);
}

/** A quality is not used, so a bad one leaves the record readable. */
function checkQuality(text: string, flaw: ReportFlaw): void {
  if (isOfType(text, "Float")) return;
  const message = `QUAL is malformed: ${showText(text)}; it counts as missing`;
  flaw("vcf-qual-malformed", message, column.qual);
}

/** Checks the fields of the tumor that VAF and depth may come from. */
function checkFormat(
  sample: SampleFields | null,
  against: { header: VcfHeader; altCount: number; flaw: ReportFlaw },
): void {
  if (sample === null) return;
  const { header, altCount, flaw } = against;
  if (new Set(sample.keys).size !== sample.keys.length) {
    const message = "a FORMAT key stands twice; the first is used";
    flaw("vcf-format-key-repeated", message, column.format);
  }
  for (const key of supportKeys) {
    const value = sample.value(key);
    const definition = header.format.get(key);
    if (value === undefined || value === "" || definition === undefined) continue;
    const found = findValueFlaw(value, definition, altCount);
    if (found === null) continue;
    flaw(`format-value-${found.code}`, `FORMAT ${key} ${found.message}`, column.format);
  }
}

function failedFilters(text: string): string[] {
  return text.split(";").filter((name) => !["", ".", "PASS"].includes(name));
}

function splitItems(sample: SampleFields): FieldItems {
  return (key) => {
    const value = sample.value(key);
    return value === undefined || value === "" || value === "." ? null : value.split(",");
  };
}
