import { reasonToSetAside, type SetAsideReason } from "../assess/reason-to-set-aside.ts";
import { locusOf } from "../constraints/allele-text.ts";
import type { KnowledgeIndex } from "../knowledgebase/build-index.ts";
import type { SmallVariant } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import { segmentPlaces, type NameSegment } from "./segment-places.ts";

type Variant = Observation<SmallVariant>;

/** Variants that are counted and not kept: what they leave open, one that is kept leaves open too. */
export interface Folded {
  readonly reason: SetAsideReason;
  readonly count: number;
  /** The first few by id. */
  readonly examples: readonly Variant[];
}

export interface ObservationFold {
  /** True when the variant was folded; false when it has to be kept. */
  fold(observation: Variant): boolean;
  /** The line of a folded variant and its depth, -1 when the file states none; undefined when it was not folded. */
  find(id: string): { readonly depth: number; readonly line: number | null } | undefined;
  /** Puts a record with more reads in the place of a folded one of the same allele. */
  replace(observation: Variant): void;
  /** Null when nothing was folded. */
  folded(): Folded | null;
}

const maxExamples = 5;

/**
 * Keeps memory flat over a whole genome. A variant that the file does not annotate, and that is no allele of the
 * knowledgebase, meets nothing and leaves open the statements about the genes and regions that it touches. One of
 * all that touch the same ones is enough for that. For files that declare no annotation: in others a second record of
 * the allele may say what it does.
 */
export function foldObservations(
  index: Pick<KnowledgeIndex, "currentSymbol" | "knownAllele" | "testedPlaces">,
): ObservationFold {
  let nameSegment: NameSegment | null = null;
  const represented = new Set<string>();
  const places = new Map<string, { depth: number; line: number | null }>();
  let examples: Variant[] = [];
  let reason: SetAsideReason | null = null;

  const noteExample = (observation: Variant): void => {
    const last = examples.at(-1);
    if (last !== undefined && examples.length >= maxExamples && observation.id > last.id) return;
    examples = [...examples.filter(({ id }) => id !== observation.id), observation]
      .toSorted((a, b) => compareText(a.id, b.id))
      .slice(0, maxExamples);
  };
  const note = (observation: Variant): void => {
    const { line } = observation.provenance;
    places.set(observation.id, { depth: depthOf(observation), line });
    noteExample(observation);
  };

  return {
    fold(observation) {
      const { alteration } = observation;
      if (alteration.consequences.length > 0) return false;
      const place = locusOf(alteration.allele);
      nameSegment ??= segmentPlaces(index.testedPlaces(place.assembly));
      const segment = nameSegment(place);
      if (!represented.has(segment)) {
        represented.add(segment);
        return false;
      }
      reason ??= reasonToSetAside(observation, index);
      if (reason === null) return false;
      note(observation);
      return true;
    },
    find: (id) => places.get(id),
    replace: note,
    folded: () => (reason === null ? null : { reason, count: places.size, examples }),
  };
}

/** Reads at the place; -1 when the file does not state them. */
export function depthOf(observation: Variant): number {
  return observation.support.kind === "reads" ? (observation.support.depth ?? -1) : -1;
}
