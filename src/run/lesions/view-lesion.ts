import { expectedCopies } from "../../annotate/copy-number/expected-copies.ts";
import { makePlaceChange, type PlaceChange } from "../../annotate/models/place-change.ts";
import { expectVaf } from "../../assess/lesions/expect-vaf.ts";
import type { Allele } from "../../model/locus.ts";
import type { Observation } from "../../model/observation.ts";
import { makeClonalityOf } from "../variants/judge-variant-clonality.ts";
import type { AskPlace } from "./look-up-places.ts";
import type { ReadLesion } from "./read-specimen.ts";
import type { LesionView } from "../../assess/lesions/lesion-view.ts";

/** Copies in normal cells where the sex that decides is not known. */
const usualCopies = 2;

/** What the assessment may ask of a lesion. */
export function viewLesion(
  lesion: ReadLesion,
  readingOf: AskPlace,
  minAltReads: number,
): LesionView {
  const { facts, request, variants, evidence } = lesion;
  const { kinds, observations, available } = evidence;
  const purity = request.purity ?? kinds.status?.purity?.value ?? null;
  const highestVaf = findHighestVaf(observations);
  return {
    id: facts.id,
    observations: new Map(observations.map((observation) => [observation.id, observation])),
    available,
    covered: kinds.copyNumber?.covered,
    assembly: variants?.assembly.name ?? null,
    readingOf,
    expectedAt({ assembly, contig, position, ref }: Allele) {
      const place = { assembly, contig, start: position, end: position + ref.length - 1 };
      const [normal = usualCopies, ...others] = expectedCopies(place, request.sex);
      return expectVaf({
        given: facts.expectedVaf,
        purity,
        highestVaf,
        copies: kinds.copyNumber?.copiesAt?.(place) ?? null,
        normalCopies: others.length > 0 || normal === 0 ? usualCopies : normal,
      });
    },
    clonalityOf: makeClonalityOf(request, kinds),
    minAltReads,
    placeChange: placeChangeOf(lesion),
  };
}

/** Null where nothing is called with one. */
function findHighestVaf(observations: readonly Observation[]): number | null {
  let highest: number | null = null;
  for (const { support } of observations) {
    if (support.kind !== "reads" || support.vaf === null) continue;
    highest = Math.max(highest ?? 0, support.vaf);
  }
  return highest;
}

/** Names changes by the reference proteins of the build of the lesion's variants. */
export function placeChangeOf({ request, variants }: ReadLesion): PlaceChange {
  const models = variants === null ? undefined : request.models?.(variants.assembly.name);
  return makePlaceChange(models);
}
