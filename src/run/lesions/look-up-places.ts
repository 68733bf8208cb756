import { longestShift } from "../../annotate/alleles/may-be-shifted.ts";
import { annotateCall } from "../../annotate/annotate-call.ts";
import { placeCall } from "../../annotate/place-call.ts";
import type { PlaceReading } from "../../assess/lesions/judge-uncalled.ts";
import { makeRegionTable, type RegionInterval, type RegionTable } from "../../io/region-table.ts";
import type { Allele, Assembly } from "../../model/locus.ts";
import { findReader, findVariantReader } from "../../read/find-reader.ts";
import { caseNamesOf } from "../case-names.ts";
import { makeReferenceCheck } from "../variants/reference-check.ts";
import type { Stage } from "../stage.ts";
import { answerPlace } from "./answer-place.ts";
import { makePlaceNotes, type Placing, spanOf } from "./place-notes.ts";
import type { ReadLesion } from "./read-specimen.ts";
import type { VariantRecord } from "../../read/variant-reader.ts";

/** What is known of an allele that a lesion does not call; null: its variants cannot be read again. */
export type AskPlace = (allele: Allele) => PlaceReading | null;

/**
 * Reads the variant file and the gVCFs of a lesion once more, at the places of these alleles alone: also records that failed a filter, do not
 * hold the allele or state the reference. Problems were reported when the files were read first.
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
  const notes = makePlaceNotes(own);
  const models = request.models?.(assembly);
  if (own.length > 0) {
    const { knownAllele, currentSymbol } = index;
    const { reannotate } = request;
    const context = { assembly, models, knownAllele, currentSymbol, reannotate };
    const bases = models === undefined ? null : makeReferenceCheck(models, assembly);
    const placing: Placing = {
      place: (call) => placeCall(call, context),
      observe: (call) => annotateCall(call, context),
      isOfGenome: (call) => bases?.add(call) ?? true,
    };
    const places = makeRegionTable(own.map(placeOf));
    const reader = await findVariantReader(request.variants);
    const file = await reader.open(request.variants, { ...request, strict: false, report: ignore });
    for await (const record of file.records(places, { useIndex: request.noIndex !== true })) {
      notes.note(record, request.variants.name, placing);
    }
    for (const beside of await readBeside(lesion, places)) {
      for (const record of beside.records) notes.note(record, beside.file, placing);
    }
  }
  return (allele) => answerPlace(allele, notes, { lesion, bases: models?.bases });
}

/** A gVCF holds alleles that the file of variants leaves out, and blocks of the reference. */
async function readBeside(
  { request, variants }: ReadLesion,
  recordsAt: RegionTable,
): Promise<{ readonly file: string; readonly records: readonly VariantRecord[] }[]> {
  const read: { file: string; records: readonly VariantRecord[] }[] = [];
  const caseNames = caseNamesOf(request, variants);
  for (const { source, sample } of request.callable) {
    const reader = await findReader("callability", source);
    if (reader.input !== "callability") continue;
    const options = { sample, caseNames, report: ignore, strict: false, recordsAt };
    const { file, records = [] } = await reader.read(source, options);
    read.push({ file, records });
  }
  return read;
}

function ignore(): void {}

function placeOf(allele: Allele<Assembly>): RegionInterval {
  const { contig, start, end } = spanOf(allele);
  const margin = allele.ref.length === allele.alt.length ? 0 : longestShift;
  return { contig, start: Math.max(1, start - margin), end: end + margin };
}
