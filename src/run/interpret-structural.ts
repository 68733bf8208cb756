import { isBeyondContig } from "../annotate/genome-build/contig-lengths.ts";
import { mergeEvents, type MergedEvent } from "../annotate/structural/merge-events.ts";
import { readFusionCall } from "../annotate/structural/read-fusion-call.ts";
import { readJunction } from "../annotate/structural/read-junction.ts";
import type { NoEvent, StructuralEvent } from "../annotate/structural/structural-event.ts";
import type { ExonChange, Fusion, InputNeed } from "../model/alteration.ts";
import type { Assembly } from "../model/locus.ts";
import { makeProblem } from "../model/problem.ts";
import type { Counts, NotAssessed, ReportInput } from "../model/report.ts";
import type { Breakpoint, FusionCall, StructuralCall } from "../read/structural/structural-call.ts";
import type { EvidenceContext } from "./interpret-evidence.ts";
import {
  readStructuralFiles,
  type FusionFile,
  type StructuralFile,
} from "./read-structural-files.ts";
import { screenCall } from "./variants/screen-call.ts";
import type { InterpretedEvidence, Stage } from "./stage.ts";

type ReadFile = StructuralFile | FusionFile;
type Interpreted = Partial<Record<ReadFile["list"], InterpretedEvidence>>;

/**
 * Structural variants and fusions together, because a rearrangement may be called in DNA and in RNA: calls of one event are one
 * observation. What is not used is set aside with its reason.
 */
export async function interpretStructural(
  stage: Stage,
  { variants }: EvidenceContext,
): Promise<Interpreted> {
  const files = await readStructuralFiles(stage, variants);
  const events = files.flatMap((file) => {
    tallyPassedOver(file, stage);
    return file.list === "fusions" ? fusionEvents(file, stage) : junctionEvents(file, stage);
  });
  const merged = mergeEvents(events, (gene) => stage.index.currentSymbol(gene) !== null);
  const result: Interpreted = {};
  for (const list of ["structuralVariants", "fusions"] as const) {
    const own = files.filter((file) => file.list === list);
    if (own.length > 0) result[list] = gather(list, own, { stage, merged });
  }
  return result;
}

/** An observation is given once, by the list of the file that its numbers are from. */
function gather(
  list: ReadFile["list"],
  files: readonly ReadFile[],
  { stage, merged }: { stage: Stage; merged: readonly MergedEvent[] },
): InterpretedEvidence {
  const sources = new Set(files.map(({ source }) => source));
  const isDna = list === "structuralVariants";
  const isReadable = !isDna || stage.request.models !== undefined;
  const needs: readonly InputNeed[] = isDna ? ["structural-variants", "fusions"] : ["fusions"];
  return {
    observations: merged
      .filter(({ best }) => sources.has(best.source))
      .map(({ observation }) => observation),
    available: new Set(isReadable ? needs : []),
    inputs: files.map(describeInput),
    counts: (matchedIds) => countRecords(files, merged, matchedIds),
    ...(isReadable ? {} : { notAssessed: [withoutModels] }),
  };
}

function describeInput({ list, table, assembly }: ReadFile): ReportInput {
  const role = list === "fusions" ? "fusions" : "structural-variants";
  const format = assembly === null ? table.format : `${table.format}, ${assembly}`;
  return { role, name: table.file, format, ...table.digest };
}

const withoutModels: NotAssessed = {
  code: "structural-variants-without-models",
  what: "Structural variants",
  reason: "Which genes a junction joins is told by gene models, and none were to be used.",
  settledBy: "A run without --no-models",
  statements: 0,
  genes: [],
};

/** A record counts once, whatever it joins. */
function countRecords(
  files: readonly ReadFile[],
  merged: readonly MergedEvent[],
  matchedIds: ReadonlySet<string>,
): Counts {
  const fates = new Map<string, boolean>();
  for (const { observation, calls } of merged) {
    for (const { source, line } of calls) {
      const key = `${source}:${line}`;
      fates.set(key, fates.get(key) === true || matchedIds.has(observation.id));
    }
  }
  let [read, refused, matched, used] = [0, 0, 0, 0];
  for (const { source, table } of files) {
    read += table.counts.read;
    refused += table.counts.refused;
    for (const line of new Set(table.rows.map((row) => row.line))) {
      const isMatched = fates.get(`${source}:${line}`);
      if (isMatched !== undefined) used += 1;
      if (isMatched === true) matched += 1;
    }
  }
  return { read, refused, matched, notMatched: used - matched, setAside: read - refused - used };
}

function tallyPassedOver({ table }: ReadFile, { tally }: Stage): void {
  for (const { code, reason, count, examples } of table.passedOver) {
    const entry = { code, what: whatIs(code), reason };
    for (const { label, line } of examples) {
      tally.add(entry, label, { file: table.file, line, sample: table.sample });
    }
    if (count > examples.length) tally.addUnnamed(entry, count - examples.length);
  }
}

/** `inserted sequence` of `inserted-sequence`. */
function whatIs(code: string): string {
  return `structural records: ${code.replaceAll("-", " ")}`;
}

function junctionEvents(file: StructuralFile, stage: Stage): StructuralEvent[] {
  const { table, assembly } = file;
  const models = stage.request.models?.(assembly);
  const nameGene = (name: string): string => stage.index.currentSymbol(name) ?? name;
  return table.rows.flatMap((row) => {
    if (isScreened(row, table, stage)) return [];
    const beyond = row.ends.find((end) => end !== null && isBeyondEnd(end, assembly));
    if (beyond) {
      reportBeyond(beyond, { file: table.file, line: row.line, assembly }, stage);
      return keepKnown(beyondContig, row, { file, label: labelOf(row), stage });
    }
    const found = models === undefined ? noModels : readJunction(row, { models, nameGene });
    return keepKnown(found, row, { file, label: labelOf(row), stage });
  });
}

const noModels: NoEvent = {
  code: "no-gene-models",
  what: "junctions that no gene model places",
  reason: "Which genes a junction joins is told by gene models, and none were to be used.",
};

function fusionEvents(file: FusionFile, stage: Stage): StructuralEvent[] {
  const { table, assembly } = file;
  const models = assembly === null ? null : (stage.request.models?.(assembly) ?? null);
  const nameGene = (name: string): string => stage.index.currentSymbol(name) ?? name;
  return table.rows.flatMap((row) => {
    if (isScreened({ ...row, genotype: "absent" }, table, stage)) return [];
    const label = `${row.fivePrime ?? "?"}::${row.threePrime ?? "?"}`;
    const places = [row.fivePrimeBreakpoint, row.threePrimeBreakpoint];
    const beyond = places.find((place) => isBeyondEnd(place, assembly));
    if (beyond) reportBeyond(beyond, { file: table.file, line: row.line, assembly }, stage);
    const placed = beyond ? { ...row, fivePrimeBreakpoint: null, threePrimeBreakpoint: null } : row;
    const found = readFusionCall(placed, { models, nameGene });
    return keepKnown("code" in found ? found : [found], row, { file, label, stage });
  });
}

const beyondContig: NoEvent = {
  code: "position-beyond-contig",
  what: "junctions that end behind a chromosome",
  reason: "A position lies behind the end of its chromosome, so that the junction is of no place.",
};

/** The base behind the last one stands for the telomere (VCF 4.3, 1.6.1). */
function isBeyondEnd(place: Breakpoint | null, assembly: Assembly | null): boolean {
  if (place === null || assembly === null) return false;
  return isBeyondContig(place.contig, place.position - 1, assembly);
}

function reportBeyond(
  { contig, position }: Breakpoint,
  { file, line, assembly }: { file: string; line: number; assembly: Assembly | null },
  { report }: Pick<Stage, "report">,
): void {
  const message = `${contig}:${position} lies behind the end of chromosome ${contig} in ${assembly}, and decides nothing`;
  report(
    makeProblem("position-beyond-contig", "warning", message, {
      where: { file, line },
      hint: "Check which genome build the file was called on.",
    }),
  );
}

/** Genotypes of structural variants are often left open by callers that write reads: only a reference genotype speaks. */
function isScreened(
  {
    line,
    failedFilters,
    genotype,
    support,
  }: Pick<StructuralCall, "line" | "failedFilters" | "genotype" | "support">,
  { file, sample }: ReadFile["table"],
  { request, tally }: Stage,
): boolean {
  const { junctionReads, spanningReads } = support;
  const isCounted = junctionReads !== null || spanningReads !== null;
  const reason = screenCall(
    {
      failedFilters,
      support: {
        genotype: genotype === "no call" ? "absent" : genotype,
        altReads: isCounted ? (junctionReads ?? 0) + (spanningReads ?? 0) : null,
        vaf: null,
      },
    },
    request,
  );
  if (reason !== null) tally.add(reason, `line ${line}`, { file, line, sample });
  return reason !== null;
}

const otherGenes: NoEvent = {
  code: "gene-not-in-knowledgebase",
  what: "rearrangements of genes without a statement",
  reason: "None of the genes is in the knowledgebase.",
};

/** The events of a call that are about a gene of the knowledgebase; the others are set aside. */
function keepKnown(
  found: readonly (Fusion | ExonChange)[] | NoEvent,
  row: StructuralCall | FusionCall,
  from: { file: ReadFile; label: string; stage: Stage },
): StructuralEvent[] {
  const { label, stage } = from;
  const { source, table } = from.file;
  const { file, caller, sample } = table;
  const { line, failedFilters } = row;
  const isKnown = (gene: string | null): boolean =>
    gene !== null && stage.index.currentSymbol(gene) !== null;
  const kept = "code" in found ? [] : found.filter((event) => genesOf(event).some(isKnown));
  if (kept.length === 0) {
    const reason = "code" in found ? found : otherGenes;
    stage.tally.add(reason, label, { file, line, sample });
  }
  const isReadThrough = "isReadThrough" in row && row.isReadThrough;
  const confidence = [row.support.confidence, isReadThrough ? "read-through" : null]
    .filter((word) => word !== null)
    .join("; ");
  const support = { ...row.support, confidence: confidence || null };
  const call = { source, caller, file, line, sample, support, failedFilters };
  return kept.map((alteration) => ({ alteration, call }));
}

function genesOf(event: Fusion | ExonChange): readonly (string | null)[] {
  return event.kind === "fusion" ? [event.fivePrime, event.threePrime] : [event.gene];
}

/** `7:55087058 to 7:55223522, DEL`. */
function labelOf({ ends: [here, there], type }: StructuralCall): string {
  const place = ({ contig, position }: typeof here): string => `${contig}:${position}`;
  return `${place(here)}${there === null ? "" : ` to ${place(there)}`}, ${type}`;
}
