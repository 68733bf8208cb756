import { placeCall } from "../../annotate/place-call.ts";
import type { PlaceReading } from "../../assess/lesions/judge-uncalled.ts";
import { nameAllele } from "../../annotate/name-allele.ts";
import { makeRegionTable, type RegionInterval } from "../../io/region-table.ts";
import { alleleKey } from "../../model/alteration.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import type { Allele, Assembly } from "../../model/locus.ts";
import type { VariantCall } from "../../model/observation.ts";
import { findReader, findVariantReader } from "../../read/find-reader.ts";
import type { VariantRecord } from "../../read/reader.ts";
import { screenCall } from "../screen-call.ts";
import type { Stage } from "../stage.ts";
import type { ReadLesion } from "./read-specimen.ts";

/** What is known of an allele that a lesion does not call; null: its variants cannot be read again. */
export type AskPlace = (allele: Allele) => PlaceReading | null;

/** Reads at a stretch, and the record that states them. */
interface Depth extends RegionInterval {
  readonly reads: number;
  readonly where: string;
}

/** Bases around an indel within which another caller may write the same one. */
const indelMargin = 50;

/**
 * Reads the variant file and the gVCFs of a lesion once more, at the places of these alleles alone: also records that failed a filter, do not
 * hold the allele or state the reference. Problems were reported when the file was read first.
 */
export async function lookUpPlaces(
  lesion: ReadLesion,
  alleles: readonly Allele[],
  { index }: Pick<Stage, "index">,
): Promise<AskPlace> {
  const { request, variants } = lesion;
  if (request.variants === undefined || variants === null || request.variants.path === null) {
    return () => null;
  }
  const assembly = variants.assembly.name;
  const own = alleles.filter((allele) => allele.assembly === assembly);
  const notes = makeNotes(own);
  if (own.length > 0) {
    const reader = await findVariantReader(request.variants);
    const file = await reader.open(request.variants, { ...request, strict: false, report: ignore });
    const context = { assembly, models: request.models?.(assembly), ...index };
    const places = makeRegionTable(own.map(placeOf));
    for await (const record of file.records(places, { useIndex: request.noIndex !== true })) {
      notes.note(record, (call) => placeCall(call, context), request.variants.name);
    }
    notes.add(await readDepths(lesion, own));
  }
  return (allele) => answer(allele, notes, lesion);
}

function ignore(): void {}

async function readDepths(
  { request, variants }: ReadLesion,
  own: readonly Allele[],
): Promise<Depth[]> {
  const depthsAt = makeRegionTable(own.map(spanOf));
  const found: Depth[] = [];
  for (const { source, sample } of request.callable) {
    const reader = await findReader("callability", source);
    if (reader.input !== "callability") continue;
    const table = await reader.read(source, {
      sample: sample ?? variants?.tumorSample?.name,
      report: ignore,
      strict: false,
      depthsAt,
    });
    for (const { contig, start, end, depth, line } of table.depths ?? []) {
      found.push({ contig, start, end, reads: depth, where: `${table.file}:${line}` });
    }
  }
  return found;
}

interface NotedCall {
  readonly allele: Allele;
  readonly call: VariantCall;
  readonly where: string;
}

interface Notes {
  note(record: VariantRecord, place: (call: VariantCall) => Allele, file: string): void;
  add(depths: readonly Depth[]): void;
  readonly calls: ReadonlyMap<string, NotedCall>;
  /** Calls that are findings, and may overlap an allele asked for. */
  readonly used: readonly NotedCall[];
  readonly depths: readonly Depth[];
}

function makeNotes(own: readonly Allele[]): Notes {
  const wanted = new Set(own.map(alleleKey));
  const calls = new Map<string, NotedCall>();
  const used: NotedCall[] = [];
  const depths: Depth[] = [];
  return {
    calls,
    used,
    depths,
    add: (more) => void depths.push(...more),
    note({ calls: called, reference, rawContig, line }, place, file) {
      const where = line === null ? file : `${file}:${line}`;
      const contig = normalizeContig(rawContig);
      if (reference !== undefined && reference.depth !== null && contig !== null) {
        const { position: start, end, depth } = reference;
        depths.push({ contig, start, end, reads: depth, where });
      }
      for (const call of called) {
        const noted = { allele: place(call), call, where };
        const { depth } = call.support;
        if (depth !== null) depths.push({ ...spanOf({ ...call.given }), reads: depth, where });
        if (wanted.has(alleleKey(noted.allele))) calls.set(alleleKey(noted.allele), noted);
        if (screenCall(call, { includeFiltered: false }) === null) used.push(noted);
      }
    },
  };
}

function answer(allele: Allele, notes: Notes, { evidence, facts }: ReadLesion): PlaceReading {
  const same = notes.calls.get(alleleKey(allele));
  const span = spanOf(allele);
  const isRead = evidence.callability?.isRead(span) === true;
  const files = evidence.callability?.files ?? "";
  const stated = depthOf(same, notes.depths, span);
  const told =
    stated === null && isRead && facts.depth !== undefined
      ? { reads: facts.depth, where: `${files}, the least depth as the case states it` }
      : stated;
  return {
    record:
      same === undefined
        ? null
        : { ...same.call.support, failedFilters: same.call.failedFilters, where: same.where },
    depth: told,
    coveredBy: isRead ? files : null,
    other: findOther(allele, notes.used),
  };
}

/** That of the record of the allele; else the least of records that cover every base of it together. */
function depthOf(
  same: NotedCall | undefined,
  depths: readonly Depth[],
  { contig, start, end }: RegionInterval,
): PlaceReading["depth"] {
  const own = same?.call.support.depth ?? null;
  if (same !== undefined && own !== null) return { reads: own, where: same.where };
  const touching = depths
    .filter((each) => each.contig === contig && each.start <= end && start <= each.end)
    .toSorted((a, b) => a.start - b.start);
  let next = start;
  for (const each of touching) if (each.start <= next) next = Math.max(next, each.end + 1);
  if (next <= end) return null;
  const [first, ...others] = touching;
  if (first === undefined) return null;
  const least = others.reduce((low, each) => (each.reads < low.reads ? each : low), first);
  return { reads: least.reads, where: least.where };
}

/** An allele of several bases may stand in another file as parts, or as a part of a larger one. */
function findOther(allele: Allele, used: readonly NotedCall[]): string | null {
  if (allele.ref.length === 1 && allele.alt.length === 1) return null;
  const span = spanOf(allele);
  const key = alleleKey(allele);
  const found = used.find((noted) => {
    const at = spanOf(noted.allele);
    if (alleleKey(noted.allele) === key || at.contig !== span.contig) return false;
    return at.start <= span.end && span.start <= at.end;
  });
  return found === undefined ? null : `${nameAllele(found.allele)} (${found.where})`;
}

function spanOf({
  contig,
  position,
  ref,
}: Pick<Allele, "contig" | "position" | "ref">): RegionInterval {
  return { contig, start: position, end: position + ref.length - 1 };
}

function placeOf(allele: Allele<Assembly>): RegionInterval {
  const { contig, start, end } = spanOf(allele);
  const margin = allele.ref.length === allele.alt.length ? 0 : indelMargin;
  return { contig, start: Math.max(1, start - margin), end: end + margin };
}
