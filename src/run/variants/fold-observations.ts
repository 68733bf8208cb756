import { reasonToSetAside, type SetAsideReason } from "../../assess/reason-to-set-aside.ts";
import { locusOf } from "../../constraints/allele-text.ts";
import { makeRegionTable, type RegionTable } from "../../io/region-table.ts";
import type { KnowledgeIndex } from "../../knowledgebase/index/build-index.ts";
import type { SmallVariant } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
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
  /** One entry for each reason, in the order of their first variants. */
  folded(): readonly Folded[];
}

const maxExamples = 5;

/** Reasons of variants that by our own call do nothing to a product: away from the places of statements they meet nothing and leave nothing open. */
const settled: ReadonlySet<string> = new Set(["intronic", "utr", "flank"]);

/**
 * Keeps memory flat over a whole genome. A variant without a known consequence that is no allele of the knowledgebase meets
 * nothing and leaves open the statements about the genes and regions that it touches. One of all that touch the same ones
 * is enough for that, and none of those that our own call settles. For files that declare no annotation: in others a second
 * record of the allele may say what it does.
 */
export function foldObservations(
  index: Pick<
    KnowledgeIndex,
    "currentSymbol" | "isTested" | "knownAllele" | "siteLoci" | "testedPlaces"
  >,
): ObservationFold {
  let nameSegment: NameSegment | null = null;
  let sites: RegionTable | null = null;
  const represented = new Set<string>();
  const places = new Map<string, { depth: number; line: number | null }>();
  const groups = new Map<string, { reason: SetAsideReason; count: number; examples: Variant[] }>();

  const note = (observation: Variant, reason: SetAsideReason): void => {
    const { id, provenance } = observation;
    const isNew = !places.has(id);
    places.set(id, { depth: depthOf(observation), line: provenance.line });
    const group = groups.get(reason.code) ?? { reason, count: 0, examples: [] };
    groups.set(reason.code, group);
    if (isNew) group.count += 1;
    const last = group.examples.at(-1);
    if (last !== undefined && group.examples.length >= maxExamples && id > last.id) return;
    group.examples = [...group.examples.filter((other) => other.id !== id), observation]
      .toSorted((a, b) => compareText(a.id, b.id))
      .slice(0, maxExamples);
  };

  return {
    fold(observation) {
      const { alteration } = observation;
      if (alteration.allele === null) return false;
      const reason = reasonToSetAside(observation, index);
      if (alteration.consequences.length > 0) {
        if (reason === null || !settled.has(reason.code)) return false;
        const place = locusOf(alteration.allele);
        sites ??= makeRegionTable(index.siteLoci(place.assembly));
        // A statement may be about the bases beside an exon.
        if (sites.overlaps(place.contig, place.start, place.end)) return false;
        note(observation, reason);
        return true;
      }
      const place = locusOf(alteration.allele);
      nameSegment ??= segmentPlaces(index.testedPlaces(place.assembly));
      const segment = nameSegment(place);
      if (!represented.has(segment)) {
        represented.add(segment);
        return false;
      }
      if (reason === null) return false;
      note(observation, reason);
      return true;
    },
    find: (id) => places.get(id),
    replace(observation) {
      const reason = reasonToSetAside(observation, index);
      if (reason !== null) note(observation, reason);
    },
    folded: () => [...groups.values()],
  };
}

/** Reads at the place; -1 when the file does not state them. */
export function depthOf(observation: Variant): number {
  return observation.support.kind === "reads" ? (observation.support.depth ?? -1) : -1;
}
