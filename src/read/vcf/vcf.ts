import { readOpenedText, type OpenedText } from "../../io/open-text.ts";
import { splitBlocks } from "../../io/split-blocks.ts";
import { nearest } from "../../model/nearest.ts";
import { makeProblem, type Problem, type ReportProblem } from "../../model/problem.ts";
import { Refusal, refuse } from "../../model/refusal.ts";
import { showText } from "../show-text.ts";
import { readAnnotationFields } from "./annotation.ts";
import { makeAudit, withReservedKeys } from "./audit.ts";
import { checkHeader } from "./check-header.ts";
import { splitHeader } from "./header-lines.ts";
import { readHeader, type VcfHeader } from "./header.ts";
import { makePlainCallTest } from "./plain-call.ts";
import { makeJump, type Jump } from "./jump.ts";
import { column } from "./record-faults.ts";
import { readRecords } from "./records.ts";
import { makeThreadedScan, type ThreadedScan } from "./scan-threads.ts";
import { makeSampleReader } from "./sample-fields.ts";
import { siteKeys } from "./reference-site.ts";
import { structuralKeys } from "./structural-support.ts";
import { describeSupport, supportKeys, type InfoTags } from "./support.ts";
import { findNormalSample } from "./normal-sample.ts";
import { chooseSampleBeside, chooseTumorSample } from "./tumor-sample.ts";
import type {
  ChosenSample,
  VariantFile,
  VariantReader,
  VariantReadOptions,
} from "../variant-reader.ts";

/** Variant Call Format 4.0 to 4.5, plain, gzip or BGZF. */
export const vcf: VariantReader = {
  input: "variants",
  id: "vcf",
  title: "Variant Call Format 4.0 to 4.5, plain, gzip or BGZF",
  extensions: [".vcf", ".vcf.gz", ".vcf.bgz"],
  columns: [
    { name: "CHROM", meaning: "chromosome: 7, chr7 or NC_000007.14", required: true },
    { name: "POS", meaning: "1-based position of the first base of REF", required: true },
    { name: "ID", meaning: "not used", required: true },
    { name: "REF", meaning: "reference bases", required: true },
    { name: "ALT", meaning: "alternate bases; several are split", required: true },
    { name: "QUAL", meaning: "not used", required: true },
    { name: "FILTER", meaning: "failed filters; PASS or . is none", required: true },
    {
      name: "INFO",
      meaning:
        "CSQ, ANN, BCSQ, FUNCOTATION, IMPACT or AAChange annotation; AS_FilterStatus: failed filters of each ALT",
      required: true,
    },
    { name: "FORMAT", meaning: "names of the sample's fields", required: false },
    { name: "sample", meaning: "GT, FT, AD, AF, DP or the caller's own fields", required: false },
  ],
  detect: (head) => /^(?:##fileformat=VCF|#CHROM\tPOS\tID\tREF\tALT)/.test(head),
  open: openVcf,
};

async function openVcf(
  source: Parameters<VariantReader["open"]>[0],
  options: VariantReadOptions,
): Promise<VariantFile> {
  const threading = { ...options, threads: options.threads ?? null };
  return readOpenedText(source, options, (text) =>
    readOpened(text, options, {
      jump: makeJump(source, text, threading),
      threaded: makeThreadedScan(source, text, threading),
    }),
  );
}

async function readOpened(
  text: OpenedText,
  options: VariantReadOptions,
  { jump, threaded }: { readonly jump: Jump; readonly threaded: ThreadedScan },
): Promise<VariantFile> {
  const { name } = text;
  const { report } = options;
  const lines = await splitHeader(splitBlocks(text.chunks(), { name }), { name, report });
  const header = readHeader(lines, { name, report });
  const isAudit = options.audit === true;
  if (isAudit) checkHeader(lines, { name, header, report });
  const settle = isAudit ? makeReporting(report) : (decide: () => ChosenSample | null) => decide();
  if (options.structural !== true && isUnfiltered(header)) report(unfiltered(name));
  const tags = chooseTags(header, options);
  for (const tag of namedTags(tags)) settle(() => checkTag(tag, header, name));
  const { beside } = options;
  const about = { where: { file: name }, kind: "structural-variant", key: "sv", report } as const;
  const tumorSample = settle(() =>
    beside === undefined
      ? chooseTumorSample(header, { name, asked: options.tumorSample })
      : chooseSampleBeside(header, beside, about),
  );
  const normal = findNormal(header, tumorSample, options);
  const annotation = readAnnotationFields(header);
  const known = isAudit ? withReservedKeys(header) : header;
  const reading = readRecords(lines, {
    file: name,
    header: known,
    annotation,
    tags,
    report,
    jump,
    threaded,
    textStart: text.markSize + lines.textSize,
    strict: options.strict,
    allowTruncated: options.allowTruncated,
    ...(options.structural === true ? { structural: true } : {}),
    readSample: makeSampleReader(header, tumorSample?.name ?? null, [
      ...supportKeys,
      ...(options.structural === true ? structuralKeys : siteKeys),
    ]),
    readNormal: makeSampleReader(header, normal?.name ?? null, supportKeys),
    isPlainCall: makePlainCallTest(findColumn(header, tumorSample)),
    audit: isAudit
      ? makeAudit({ file: name, header: known, tumorSample: tumorSample?.name ?? null, report })
      : null,
  });
  return {
    header: {
      fileFormat: header.fileFormat,
      contigs: header.contigs,
      reference: header.reference,
      samples: header.samples,
      tumorSample,
      ...(normal === null ? {} : { normalSample: normal }),
      annotation,
      supportRule: describeSupport(header.format, tags, tumorSample?.name ?? null),
      ...(options.structural === true ? { programs: listPrograms(header) } : {}),
    },
    records: reading.records,
    reading: reading.reading,
    counts: reading.counts,
    filters: reading.filters,
    passedOver: reading.passedOver,
    digest: () => threaded.digest() ?? jump.digest(),
  };
}

/** The normal whose reads are read as well: for an audit and for junctions nobody asks. */
function findNormal(
  header: VcfHeader,
  tumor: ChosenSample | null,
  { audit, structural, otherTumors }: VariantReadOptions,
): ChosenSample | null {
  if (audit === true || structural === true || tumor === null) return null;
  return findNormalSample(header, { tumor: tumor.name, others: otherTumors ?? [] });
}

/** Text of `##source`, then keys of plain header lines and of INFO, which tell a caller where it does not name itself. */
function listPrograms({ meta, info }: VcfHeader): string[] {
  const sources = meta.flatMap(({ key, value }) => (key === "source" ? [value.slice(0, 200)] : []));
  const keys = meta.flatMap(({ key, items }) => (items === null ? [key] : []));
  return [...sources, ...keys, ...info.keys()];
}

/**
 * For an audit: what the options leave open is reported, and the file is read on. An undecided sample is a warning,
 * because naming it is all that is missing.
 */
function makeReporting(
  report: ReportProblem,
): (decide: () => ChosenSample | null) => ChosenSample | null {
  return (decide) => {
    try {
      return decide();
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== "usage") throw error;
      for (const problem of error.problems) {
        const isOpen = problem.code === "tumor-sample-undecided";
        report(isOpen ? { ...problem, severity: "warning" } : problem);
      }
      return null;
    }
  };
}

/** True for what Mutect2 says of its candidates until FilterMutectCalls has been over them, which replaces the line. */
function isUnfiltered({ meta }: VcfHeader): boolean {
  return meta.some(({ key, value }) => key === "filtering_status" && /\bunfiltered\b/i.test(value));
}

function unfiltered(file: string): Problem {
  const message = `the header of ${file} says that its calls were not filtered: false ones among them count as found`;
  return makeProblem("calls-unfiltered", "warning", message, {
    where: { file },
    hint: "Run FilterMutectCalls of GATK over the file first.",
  });
}

/**
 * The INFO keys that the user named; of LoFreq, which calls one sample and writes no column of it, its own where none is named. In other files INFO/AF may
 * be that of a population.
 */
function chooseTags(
  { meta, samples, info }: VcfHeader,
  { tumorAfTag, tumorDpTag }: Pick<VariantReadOptions, "tumorAfTag" | "tumorDpTag">,
): InfoTags {
  const isLoFreq =
    samples.length === 0 &&
    meta.some(({ key, value }) => key === "source" && /^lofreq\b/i.test(value));
  const own = (key: string): string | undefined => (isLoFreq && info.has(key) ? key : undefined);
  return { af: tumorAfTag ?? own("AF"), dp: tumorDpTag ?? own("DP") };
}

function namedTags({ af, dp }: InfoTags): string[] {
  return [af, dp].flatMap((tag) => tag ?? []);
}

/** Null: nothing is chosen by it. Throws Refusal "usage" when the header does not declare the tag. */
function checkTag(tag: string, header: VcfHeader, name: string): null {
  if (header.info.has(tag)) return null;
  const close = nearest(tag, header.info.keys(), 1)[0];
  throw refuse(
    "usage",
    "info-tag-missing",
    `the header of ${name} declares no INFO key ${showText(tag)}`,
    {
      where: { file: name },
      ...(close === undefined ? {} : { hint: `Did you mean ${showText(close)}?` }),
    },
  );
}

/** From 0; null where the file has no sample. */
function findColumn({ samples }: VcfHeader, sample: ChosenSample | null): number | null {
  return sample === null ? null : column.format + 1 + samples.indexOf(sample.name);
}
