import { inferAssembly, type AssemblyDecision } from "../annotate/genome-build/infer-assembly.ts";
import { makeSiteEvidence } from "../annotate/genome-build/site-evidence.ts";
import { makeQuietTest } from "../annotate/models/make-quiet-test.ts";
import { makeRegionTable, type RegionInterval, type RegionTable } from "../io/region-table.ts";
import type { InputNeed, SmallVariant } from "../model/alteration.ts";
import { assemblies, type Assembly, type Locus } from "../model/locus.ts";
import type { Observation } from "../model/observation.ts";
import { makeProblem } from "../model/problem.ts";
import type { QuietPlace } from "../model/quiet-place.ts";
import type { ReportInput } from "../model/report.ts";
import { findVariantReader } from "../read/find-reader.ts";
import { makeQuietAnnotationTest, stronger } from "../read/vcf/quiet-annotation.ts";
import { listEvidence, type CaseRequest } from "./case-request.ts";
import { decodedRegions } from "./variants/decoded-regions.ts";
import { joinVariants } from "./variants/join-variants.ts";
import type { Stage } from "./stage.ts";
import {
  makeBurdenCounter,
  type BurdenCounter,
  type CountedBurden,
} from "./variants/count-burden.ts";
import { warnSameCodon } from "./variants/warn-same-codon.ts";
import { makeRecordTaker, type TakenRecords } from "./variants/take-records.ts";
import type {
  ChosenSample,
  RecordOptions,
  VariantFile,
  VariantHeader,
  VariantRecord,
} from "../read/variant-reader.ts";

/** What the variant file gave to the case. */
export interface InterpretedVariants {
  readonly header: VariantHeader;
  readonly tumorSample: ChosenSample | null;
  /** No other sample in the file: germline variants cannot be told apart. */
  readonly tumorOnly: boolean;
  readonly assembly: AssemblyDecision;
  readonly observations: readonly Observation<SmallVariant>[];
  readonly taken: TakenRecords;
  readonly available: ReadonlySet<InputNeed>;
  readonly counts: ReturnType<VariantFile["counts"]>;
  readonly filters: ReturnType<VariantFile["filters"]>;
  readonly reading: ReturnType<VariantFile["reading"]>;
  readonly input: ReportInput;
  /** Null: it was not asked for. */
  readonly burden: CountedBurden | null;
}

/** Reads the case's variant file; null when the case has none. */
export async function interpretVariants(stage: Stage): Promise<InterpretedVariants | null> {
  const { request } = stage;
  if (request.variants === undefined) return null;
  const reader = await findVariantReader(request.variants);
  const otherTumors = request.otherTumors ?? listOtherTumors(request);
  const file = await reader.open(request.variants, {
    ...request,
    otherTumors,
    report: stage.report,
  });
  warnUnreadSections(file.header, stage);
  const { assembly, taken: read, beside, burden } = await readRecords(file, stage);
  const facts = { assembly: assembly.name, phases: read.phases };
  const { observations, parts, idsOf } = joinVariants(read.observations(), facts, stage);
  const records = read.records.map(({ line, ids }) => ({ line, ids: ids.flatMap(idsOf) }));
  const taken = { ...read, records };
  request.onVariantRecords?.(records);
  const apart = observations.filter(({ id }) => !parts.has(id));
  warnSameCodon(apart, stage.report, request.models?.(assembly.name));
  const available = new Set<InputNeed>(["small-variants"]);
  if (file.header.annotation.length > 0 || request.models !== undefined)
    available.add("protein-annotation");
  return {
    header: file.header,
    tumorSample: file.header.tumorSample,
    tumorOnly: file.header.samples.length <= 1,
    assembly,
    observations,
    taken,
    available,
    counts: addCounts(file.counts(), { refused: taken.refused(), outside: beside }),
    burden,
    filters: file.filters(),
    reading: file.reading(),
    input: {
      role: "variants",
      name: request.variants.name,
      format: [reader.id, file.header.fileFormat].filter(Boolean).join(" "),
      ...file.digest(),
    },
  };
}

/** A file of several sections is read for its variants alone, unless it is given for the others as well. */
function warnUnreadSections({ alsoHolds = [] }: VariantHeader, { request, report }: Stage): void {
  const { variants } = request;
  if (variants === undefined) return;
  const given = listEvidence(request).filter(({ source }) => source.path === variants.path);
  const unread = alsoHolds.filter(({ input }) => given.every(({ kind }) => kind !== input));
  if (unread.length === 0) return;
  const sections = unread.flatMap((other) => other.sections.map((name) => `[${name}]`));
  const message = `the file is read for its variants alone; not read: ${sections.join(", ")}`;
  const options = unread.map(({ key }) => `--${key}`).join(", ");
  const keys = unread.map(({ key }) => key).join(", ");
  const hint = `Give it once more with ${options} (in a case file under the keys ${keys}).`;
  report(
    makeProblem("sections-not-read", "warning", message, { where: { file: variants.name }, hint }),
  );
}

/** Samples that other lesions of the case are read from. */
function listOtherTumors({ lesions }: CaseRequest): string[] {
  return (lesions?.others ?? []).flatMap(({ tumorSample }) => tumorSample ?? []);
}

function addCounts(
  counts: ReturnType<VariantFile["counts"]>,
  more: { readonly refused: number; readonly outside: number },
): ReturnType<VariantFile["counts"]> {
  return {
    ...counts,
    refused: counts.refused + more.refused,
    outside: counts.outside + more.outside,
  };
}

/** Where variants that are only named are looked up, when nothing names a build. */
const namesOnGRCh38: AssemblyDecision = {
  name: "GRCh38",
  decidedBy: "the names of the variants, which are read on the transcripts of GRCh38",
  evidence: ["no variant of the file has a place on a genome"],
};

/**
 * Records stream through when the header decides the genome build. Otherwise the candidates of both builds
 * wait until the reference bases at knowledgebase sites have decided.
 */
async function readRecords(file: VariantFile, stage: Stage): Promise<ReadRecords> {
  const { index, request } = stage;
  const evidence = makeSiteEvidence(index);
  const question = {
    asked: request.assembly,
    contigs: file.header.contigs,
    reference: file.header.reference,
    stated: file.header.assembly,
    report: stage.report,
  };
  const told = inferAssembly({ ...question, sites: null });
  const early = told ?? (file.header.isNamesOnly === true ? namesOnGRCh38 : null);
  const regions = decodedRegions(index, early);
  // The lines that decide an undecided build may lie anywhere.
  const burden =
    request.callableMb === undefined ? null : makeBurdenCounter({ includeFiltered: false });
  const useIndex = early !== null && request.noIndex !== true && burden === null;
  const isAnnotated = file.header.annotation.length > 0;
  const taker = makeRecordTaker(stage, { isAnnotated, isBuildKnown: early !== namesOnGRCh38 });
  const sites = siteRegions(stage);
  const waiting: VariantRecord[] = [];
  const how = {
    useIndex,
    countFilters: request.countFilters === true,
    ...(request.includeFiltered
      ? {}
      : { filteredWanted: makeRegionTable(listFilteredWanted(stage)) }),
    ...(early === null || burden !== null
      ? {}
      : makePassOver(early.name, { stage, sites, annotations: file.header.annotation })),
  };
  let beside = 0;
  const take = (record: VariantRecord, name: Assembly): void => {
    countBurden(record, name, { burden, stage });
    // Of a file that is read whole for its burden, what lies elsewhere is only counted.
    if (burden !== null && !touchesRegions(record, regions)) beside += 1;
    else taker.take(record, name);
  };
  for await (const record of file.records(burden === null ? regions : null, how)) {
    for (const call of record.calls) evidence.add(call, record.rawContig);
    if (early === null) waiting.push(record);
    else take(record, early.name);
  }
  const assembly =
    early === namesOnGRCh38 ? early : inferAssembly({ ...question, sites: evidence.sites() });
  for (const record of waiting) take(record, assembly.name);
  taker.checkReference();
  taker.compareWithNormal(file.header.normalSample);
  taker.setAsideFiltered(file.filters().undecoded);
  taker.setAsideQuiet(file.passedOver());
  taker.setAsideOthers(file.otherSamples?.() ?? 0);
  return { assembly, taken: taker, beside, burden };
}

interface ReadRecords {
  readonly assembly: AssemblyDecision;
  readonly taken: TakenRecords;
  /** Records outside the regions that were read for the burden alone. */
  readonly beside: number;
  readonly burden: CountedBurden | null;
}

function countBurden(
  { calls, named }: VariantRecord,
  assembly: Assembly,
  { burden, stage }: { readonly burden: BurdenCounter | null; readonly stage: Stage },
): void {
  if (burden === null) return;
  if (named !== undefined) burden.addUnknown();
  const { request, index } = stage;
  for (const call of calls) {
    burden.add(call, {
      assembly,
      knownAllele: index.knownAllele,
      models: request.models?.(assembly),
      reannotate: request.reannotate,
      currentSymbol: index.currentSymbol,
    });
  }
}

function touchesRegions({ calls, named }: VariantRecord, regions: RegionTable): boolean {
  if (named !== undefined) return true;
  return calls.some(({ given: { contig, position, ref } }) =>
    regions.overlaps(contig, position, position + ref.length - 1),
  );
}

function siteRegions({ index }: Stage): RegionTable {
  return makeRegionTable(assemblies.flatMap((assembly) => index.siteLoci(assembly)));
}

/**
 * Filtered records are decoded where an allele that the knowledgebase names may tell the genome build, and where a call that is not used
 * leaves open what is absent.
 */
function listFilteredWanted({ index }: Stage): Locus[] {
  return assemblies.flatMap((assembly) => [
    ...index.siteLoci(assembly),
    ...index.absenceLoci(assembly),
  ]);
}

/** Bases around a place that statements name within which an indel may be the one they mean, written otherwise. */
const siteMargin = 100;

/** The gene models say where nothing is read of a gene, and where a file is annotated its annotation has to say so as well. */
function makePassOver(
  assembly: Assembly,
  {
    stage: { index, request },
    sites,
    annotations,
  }: {
    readonly stage: Stage;
    readonly sites: RegionTable;
    readonly annotations: VariantHeader["annotation"];
  },
): Pick<RecordOptions, "passOver"> {
  const models = request.models?.(assembly);
  if (models === undefined) return {};
  const isAskedAbout = (gene: string): boolean => index.currentSymbol(gene) !== null;
  const isTested = (place: RegionInterval): boolean => index.isTested({ assembly, ...place });
  const byModels = makeQuietTest(models, { isAskedAbout, isTested });
  const byFile = makeQuietAnnotationTest(annotations, isAskedAbout);
  if (byFile === null && annotations.length > 0) return {};
  return {
    passOver: (span, line) => {
      if (sites.overlaps(span.contig, span.start - siteMargin, span.end + siteMargin)) return null;
      const place = byModels(span);
      if (place === null || byFile === null) return place;
      const stated = byFile(line);
      // Which of the two is used is seen when the record is decoded.
      if (request.reannotate) return place === stated ? place : null;
      return agree(place, stated);
    },
  };
}

/** What the file says of a place, unless the gene models say more. */
function agree(byModels: QuietPlace, byFile: QuietPlace | null): QuietPlace | null {
  if (byFile === null) return null;
  const isInGene = byModels === "untranslated" || byModels === "intron";
  return isInGene && stronger(byModels, byFile) !== byFile ? null : byFile;
}
