import { mayBeShifted } from "../../annotate/alleles/may-be-shifted.ts";
import type { BasesAt } from "../../annotate/models/transcript.ts";
import type {
  AlleleRecord,
  OtherChange,
  PlaceReading,
} from "../../assess/lesions/judge-uncalled.ts";
import type { RegionInterval } from "../../io/region-table.ts";
import { alleleKey } from "../../model/alteration.ts";
import type { Allele } from "../../model/locus.ts";
import {
  type NotedCall,
  type NotedDepth,
  type PlaceNotes,
  readsOf,
  spanOf,
} from "./place-notes.ts";
import type { ReadLesion } from "./read-specimen.ts";

/** What the notes of a lesion say of one allele that it does not call. `bases`: of the genome, where they are known. */
export function answerPlace(
  allele: Allele,
  notes: PlaceNotes,
  {
    lesion: { evidence, facts },
    bases,
  }: { readonly lesion: ReadLesion; readonly bases: BasesAt | undefined },
): PlaceReading {
  const same = notes.calls.get(alleleKey(allele));
  const span = spanOf(allele);
  const isRead = evidence.callability?.isRead(span) === true;
  const files = evidence.callability?.files ?? "";
  const stated = depthOf(same, notes.depths, span);
  const told =
    stated === null && isRead && facts.depth !== undefined
      ? { reads: facts.depth, where: `${files}, the least depth as the case states it` }
      : stated;
  const isThere = overlaps(span);
  return {
    record: same === undefined ? null : recordOf(same),
    depth: told,
    coveredBy: isRead ? files : null,
    others: findOthers(allele, notes.held),
    shifted: findShifted(allele, notes.held, bases),
    unnamed: notes.unnamed.filter(isThere),
    // A record that is used tells of the allele itself.
    unused: same === undefined ? (notes.unused.find(isThere)?.where ?? null) : null,
  };
}

/** Its depth is of the reads that could have shown the allele: those counted by allele where they are. */
function recordOf({ call, where }: NotedCall): AlleleRecord {
  const depth = call.informative?.reads ?? call.support.depth;
  return { ...call.support, depth, failedFilters: call.failedFilters, where };
}

function overlaps({ contig, start, end }: RegionInterval): (each: RegionInterval) => boolean {
  return (each) => each.contig === contig && each.start <= end && start <= each.end;
}

/** That of the record of the allele; else the least of records that cover every base of it together. */
function depthOf(
  same: NotedCall | undefined,
  depths: readonly NotedDepth[],
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

/** An indel may stand in another file at another place of a repeat. */
function findShifted(
  allele: Allele,
  held: readonly NotedCall[],
  bases: BasesAt | undefined,
): OtherChange[] {
  const key = alleleKey(allele);
  return held
    .filter((noted) => alleleKey(noted.allele) !== key && mayBeShifted(allele, noted.allele, bases))
    .map((noted) => ({ observation: noted.observe(), record: recordOf(noted) }));
}
