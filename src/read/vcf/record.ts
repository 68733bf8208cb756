import type { ReadSupport, VariantCall } from "../../model/observation.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import { makeProblem } from "../../model/problem.ts";
import { limitProblems } from "./limit-problems.ts";
import { showText } from "../show-text.ts";
import { classifyAlt } from "./alt.ts";
import { readAnnotations } from "./annotation.ts";
import { splitItems, withInfo } from "./field-items.ts";
import { failedFilters } from "./failed-filters.ts";
import { callAllele, parseGenotype, type Genotype } from "./genotype.ts";
import type { VcfHeader } from "./header.ts";
import { findValueFlaw, readInfo, type ReadInfo } from "./info.ts";
import { isOfType } from "./number.ts";
import { readOwnFilters } from "./own-filters.ts";
import { readPhase } from "./phase.ts";
import { readStructuralAlts } from "./structural.ts";
import { column, columnOf, findFaults, resolveBases, type RecordFault } from "./record-faults.ts";
import { readReferenceSite } from "./reference-site.ts";
import { noTags, opposeByInfo, readSupport, supportKeys, type SupportFields } from "./support.ts";
import type { AlleleInRecord, FieldItems } from "./support-rules.ts";
import type { SkippedAlt, VariantRecord } from "../variant-reader.ts";
import type { SampleFields, RecordContext, ReportFlaw } from "./record-context.ts";

/** Reads one record, whole or not at all; flaws that leave it usable are reported. */
export function readRecord(
  text: string,
  line: number,
  context: RecordContext,
): VariantRecord | RecordFault {
  const fields = context.structural === true ? tidy(text, context) : text.split("\t");
  const [fault] = findFaults(fields, context.header);
  if (fault !== undefined) return fault;
  const at = (index: number): string => fields[index] ?? "";
  const alts = at(column.alt).split(",");
  const sample = context.readSample(fields);
  const genotype = readGenotype(sample, alts.length);
  if (genotype !== null && "code" in genotype) return genotype;
  const flaw = makeFlawReporter(fields, line, context);
  const info = readFlawedInfo(fields, context.header, flaw);
  checkFormat(sample, { header: context.header, altCount: countAlts(fields), flaw });
  const position = Number(at(column.pos));
  const shared = {
    altCount: alts.length,
    failedFilters: failedFilters(at(column.filter)),
    annotations: readAnnotations(info, context.annotation, context.header.minorVersion),
    provenance: { file: context.file, line, sample: sample?.name ?? null },
  };
  const contig = normalizeContig(at(column.chrom)) ?? at(column.chrom);
  const ref = resolveBases(at(column.ref));
  if (ref !== at(column.ref)) flaw(...ambiguousRef(at(column.ref)), column.ref);
  const items = sample === null ? null : { name: sample.name, items: itemsOf(sample) };
  const normalOf = makeNormalReading(fields, { info, context });
  const ownFilters = readOwnFilters({ info, sample, altCount: alts.length }, context, flaw);
  const calls: VariantCall[] = [];
  const skipped: SkippedAlt[] = [];
  for (const [index, alt] of alts.entries()) {
    const kind = position === 0 ? telomere : classifyAlt(alt, ref);
    if (kind.kind === "skipped") skipped.push({ alt, code: kind.code, reason: kind.reason });
    if (kind.kind !== "allele") continue;
    const allele = { ref, alt, altIndex: index + 1, altCount: alts.length };
    const { support: numbers, informative } = readSupport(
      { info, sample: items },
      allele,
      context.tags,
    );
    const support: ReadSupport = {
      kind: "reads",
      ...opposeByInfo(
        { ...numbers, genotype: callAllele(genotype, allele.altIndex) },
        { info, sampleCount: context.header.samples.length },
        allele,
      ),
      ...normalOf(allele),
    };
    const given = { contig, position, ref, alt };
    const phase = readPhase(sample, allele.altIndex);
    const phased = phase === null ? {} : { phase };
    const told = informative === null ? {} : { informative };
    const own = ownFilters(index).filter((filter) => !shared.failedFilters.includes(filter));
    calls.push({
      given,
      altIndex: allele.altIndex,
      support,
      ...shared,
      failedFilters: [...shared.failedFilters, ...new Set(own)],
      ...phased,
      ...told,
    });
  }
  const rawContig = at(column.chrom);
  if (context.structural !== true) {
    if (calls.length > 0) return { line, calls, skipped, rawContig };
    const place = { position, ref, alts, info };
    const siteItems = items === null ? null : withInfo(items.items, info, context.header);
    const reference = readReferenceSite(place, { items: siteItems, genotype });
    return { line, calls, skipped, rawContig, reference };
  }
  const { failedFilters: failed } = shared;
  const value = (key: string): string | undefined => sample?.value(key);
  const structural = readStructuralAlts(
    { line, rawContig, position, id: at(column.id), ref, info, failedFilters: failed, value },
    alts.map((alt, index) => ({
      alt,
      index: index + 1,
      genotype: callAllele(genotype, index + 1),
    })),
  );
  return { line, calls, skipped, rawContig, structural };
}

/**
 * Reads of an allele in the matched normal, by the rules of the tumor; nothing where they do not tell. Its column is taken with the
 * first allele, and what is wrong with it is left to an audit. INFO is the tumor's.
 */
function makeNormalReading(
  fields: readonly string[],
  { info, context }: { readonly info: ReadInfo; readonly context: RecordContext },
): (allele: AlleleInRecord) => Pick<ReadSupport, "normal"> {
  let sample: SupportFields["sample"] | undefined;
  return (allele) => {
    if (sample === undefined) sample = readNormalItems(context.readNormal(fields));
    if (sample === null) return {};
    const { vaf, depth, altReads } = readSupport({ info, sample }, allele, noTags).support;
    const isTold = vaf !== null || altReads !== null;
    return isTold ? { normal: { sample: sample.name, vaf, depth, altReads } } : {};
  };
}

function readNormalItems(sample: SampleFields | null): SupportFields["sample"] {
  if (sample === null || sample.valueCount > sample.keys.length) return null;
  return { name: sample.name, items: itemsOf(sample) };
}

/**
 * novoBreak writes 29 columns of its own behind the sample, and, as TIGRA does, a point for the base of REF; symbolic alleles
 * need neither.
 */
function tidy(text: string, { header }: RecordContext): string[] {
  const fields = text.split("\t");
  const isSymbolic = fields[column.alt]?.startsWith("<") === true;
  if (isSymbolic && fields[column.ref] === ".") fields[column.ref] = "N";
  const hasOwnColumns = fields.length === header.columnCount + novoBreakColumns;
  return hasOwnColumns ? fields.slice(0, header.columnCount) : fields;
}

const novoBreakColumns = 29;

const telomere = {
  kind: "skipped",
  code: "telomere-position",
  reason: "Position 0 is the telomere, where no base is.",
} as const;

function readGenotype(
  sample: SampleFields | null,
  altCount: number,
): Genotype | RecordFault | null {
  if (sample === null) return null;
  const fault = (code: string, message: string): RecordFault => ({
    code,
    message,
    field: sample.field,
  });
  if (sample.valueCount > sample.keys.length) {
    const message = `sample ${showText(sample.name)} has ${sample.valueCount} values for ${sample.keys.length} FORMAT keys`;
    return fault("vcf-sample-values", message);
  }
  const text = sample.value("GT");
  if (text === undefined || (text === "./." && isOfPindel(sample.keys))) return null;
  const genotype = parseGenotype(text);
  if (genotype === null) {
    return fault("vcf-gt-malformed", `GT is malformed: ${showText(text)}`);
  }
  const outside = genotype.find((index) => index !== null && index > altCount);
  if (outside === undefined) return genotype;
  const message = `GT names allele ${outside}; the record has ${altCount} ALT`;
  return fault("vcf-gt-out-of-range", message);
}

/** cgpPindel writes `./.` for every sample: it counts reads, and calls no genotype. */
function isOfPindel(keys: readonly string[]): boolean {
  return keys[1] === "PP" && keys[2] === "NP" && keys.includes("PU") && keys.includes("NU");
}

/** Alternate alleles of a record; null where ALT is `.`, and counts by allele are open. */
export function countAlts(fields: readonly string[]): number | null {
  const alt = fields[column.alt] ?? "";
  return alt === "." ? null : alt.split(",").length;
}

/** Reads INFO, and reports what is wrong with it and with QUAL; neither makes a record unreadable. */
export function readFlawedInfo(
  fields: readonly string[],
  header: Pick<VcfHeader, "info">,
  flaw: ReportFlaw,
): ReadInfo {
  const info = readInfo(fields[column.info] ?? "", header.info, countAlts(fields));
  for (const { code, message, offset } of info.flaws) flaw(code, message, column.info, offset);
  checkQuality(fields[column.qual] ?? "", flaw);
  return info;
}

/** Reports the flaws of one record with line and column. */
export function makeFlawReporter(
  fields: readonly string[],
  line: number,
  context: Pick<RecordContext, "file" | "report">,
): ReportFlaw {
  const report = limitProblems(context.report, { file: context.file, line });
  return (code, message, field, offset = 0) => {
    const where = { file: context.file, line, column: columnOf(fields, field) + offset };
    report(makeProblem(code, "warning", message, { where }));
  };
}

function ambiguousRef(ref: string): [code: string, message: string] {
  return [
    "vcf-ref-ambiguous",
    `REF holds a code for several bases, which is read as N: ${showText(ref)}`,
  ];
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
  against: { header: VcfHeader; altCount: number | null; flaw: ReportFlaw },
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
    const found = findValueFlaw(value, definition, { altCount, ploidy: null });
    if (found === null) continue;
    flaw(`format-value-${found.code}`, `FORMAT ${key} ${found.message}`, sample.field);
  }
}

function itemsOf(sample: SampleFields): FieldItems {
  return (key) => splitItems(sample.value(key));
}
