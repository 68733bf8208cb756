import { annotateCall } from "../../annotate/annotate-call.ts";
import { placeCall } from "../../annotate/place-call.ts";
import {
  type AlleleRecord,
  type OtherChange,
  type PlaceReading,
} from "../../assess/lesions/judge-uncalled.ts";
import { holdsAllele } from "../../assess/lesions/weigh-reads.ts";
import { makeRegionTable, type RegionInterval } from "../../io/region-table.ts";
import { alleleKey } from "../../model/alteration.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import type { Allele, Assembly } from "../../model/locus.ts";
import type { InformativeReads, VariantCall } from "../../model/observation.ts";
import { findReader, findVariantReader } from "../../read/find-reader.ts";
import { caseNamesOf } from "../case-names.ts";
import { makeReferenceCheck } from "../variants/reference-check.ts";
import type { Stage } from "../stage.ts";
import type { ReadLesion } from "./read-specimen.ts";
import type { VariantRecord } from "../../read/variant-reader.ts";

/** What is known of an allele that a lesion does not call; null: its variants cannot be read again. */
export type AskPlace = (allele: Allele) => PlaceReading | null;

/** Reads at a stretch, and the record and field that state them. */
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
    const models = request.models?.(assembly);
    const { knownAllele, currentSymbol } = index;
    const { reannotate } = request;
    const context = { assembly, models, knownAllele, currentSymbol, reannotate };
    const bases = models === undefined ? null : makeReferenceCheck(models, assembly);
    const placing: Placing = {
      file: request.variants.name,
      place: (call) => placeCall(call, context),
      observe: (call) => annotateCall(call, context),
      isOfGenome: (call) => bases?.add(call) ?? true,
    };
    const places = makeRegionTable(own.map(placeOf));
    for await (const record of file.records(places, { useIndex: request.noIndex !== true })) {
      notes.note(record, placing);
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
      sample,
      caseNames: caseNamesOf(request, variants),
      report: ignore,
      strict: false,
      depthsAt,
    });
    for (const { contig, start, end, depth, line, from } of table.depths ?? []) {
      found.push({ contig, start, end, reads: depth, where: `${table.file}:${line}, ${from}` });
    }
  }
  return found;
}

interface NotedCall {
  readonly allele: Allele;
  readonly call: VariantCall;
  readonly where: string;
  observe(): OtherChange["observation"];
}

/** How the calls of a file are read. */
interface Placing {
  readonly file: string;
  place(call: VariantCall): Allele;
  observe(call: VariantCall): OtherChange["observation"];
  /** False where REF contradicts the genome: such a call is not used, for presence or for absence. */
  isOfGenome(call: VariantCall): boolean;
}

interface Notes {
  note(record: VariantRecord, placing: Placing): void;
  add(depths: readonly Depth[]): void;
  readonly calls: ReadonlyMap<string, NotedCall>;
  /** Calls that a read holds, whatever their filters; they may overlap an allele asked for. */
  readonly held: readonly NotedCall[];
  /** Records whose REF is not that of the genome. */
  readonly unused: readonly (RegionInterval & { readonly where: string })[];
  readonly depths: readonly Depth[];
}

function makeNotes(own: readonly Allele[]): Notes {
  const wanted = new Set(own.map(alleleKey));
  const calls = new Map<string, NotedCall>();
  const held: NotedCall[] = [];
  const unused: (RegionInterval & { readonly where: string })[] = [];
  const depths: Depth[] = [];
  return {
    calls,
    held,
    unused,
    depths,
    add: (more) => void depths.push(...more),
    note({ calls: called, reference, rawContig, line }, placing) {
      const { file, place, observe, isOfGenome } = placing;
      const where = line === null ? file : `${file}:${line}`;
      const contig = normalizeContig(rawContig);
      if (reference !== undefined && reference.informative !== null && contig !== null) {
        const { position: start, end, informative } = reference;
        depths.push({ contig, start, end, ...tellReads(informative, where) });
      }
      for (const call of called) {
        if (!isOfGenome(call)) {
          unused.push({ ...spanOf(call.given), where });
          continue;
        }
        const noted = { allele: place(call), call, where, observe: () => observe(call) };
        const reads = readsOf(noted);
        if (reads !== null) depths.push({ ...spanOf({ ...call.given }), ...reads });
        if (wanted.has(alleleKey(noted.allele))) calls.set(alleleKey(noted.allele), noted);
        if (holdsAllele(call.support)) held.push(noted);
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
    record: same === undefined ? null : recordOf(same),
    depth: told,
    coveredBy: isRead ? files : null,
    others: findOthers(allele, notes.held),
    // A record that is used tells of the allele itself.
    unused: same === undefined ? (notes.unused.find(overlaps(span))?.where ?? null) : null,
  };
}

/** Its depth is of the reads that could have shown the allele: those counted by allele where they are. */
function recordOf({ call, where }: NotedCall): AlleleRecord {
  const depth = call.informative?.reads ?? call.support.depth;
  return { ...call.support, depth, failedFilters: call.failedFilters, where };
}

function readsOf({ call, where }: NotedCall): PlaceReading["depth"] {
  if (call.informative !== undefined) return tellReads(call.informative, where);
  const { depth } = call.support;
  return depth === null ? null : { reads: depth, where };
}

function tellReads(
  { reads, from }: InformativeReads,
  where: string,
): NonNullable<PlaceReading["depth"]> {
  return { reads, where: `${where}, ${from}` };
}

function overlaps({ contig, start, end }: RegionInterval): (each: RegionInterval) => boolean {
  return (each) => each.contig === contig && each.start <= end && start <= each.end;
}

/** That of the record of the allele; else the least of records that cover every base of it together. */
function depthOf(
  same: NotedCall | undefined,
  depths: readonly Depth[],
  { contig, start, end }: RegionInterval,
): PlaceReading["depth"] {
  const own = same === undefined ? null : readsOf(same);
  if (own !== null) return own;
  const touching = depths
    .filter(overlaps({ contig, start, end }))
    .toSorted((a, b) => a.start - b.start);
  let next = start;
  for (const each of touching) if (each.start <= next) next = Math.max(next, each.end + 1);
  if (next <= end) return null;
  const [first, ...others] = touching;
  if (first === undefined) return null;
  const least = others.reduce((low, each) => (each.reads < low.reads ? each : low), first);
  return { reads: least.reads, where: least.where };
}

/** An allele may stand in another file as parts, as a part of a larger one, or beside another change of its bases. */
function findOthers(allele: Allele, held: readonly NotedCall[]): OtherChange[] {
  const key = alleleKey(allele);
  const isOver = overlaps(spanOf(allele));
  return held
    .filter((noted) => alleleKey(noted.allele) !== key && isOver(spanOf(noted.allele)))
    .map((noted) => ({ observation: noted.observe(), record: recordOf(noted) }));
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
