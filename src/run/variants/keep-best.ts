import type { SmallVariant } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import type { Stage } from "../stage.ts";
import { depthOf, foldObservations, type Folded } from "./fold-observations.ts";

/** The variants of a case so far: one for each allele. */
export interface KeptVariants {
  /** Of repeats the one with the most reads is kept, the first of equals; the other goes to the tally. */
  add(observation: Observation<SmallVariant>): void;
  /** Whether the variant is among the observations. */
  has(id: string): boolean;
  observations(): Observation<SmallVariant>[];
  /** Variants that are set aside whatever else the case holds, and are not among the observations. */
  folded(): readonly Folded[];
}

const duplicate = {
  code: "duplicate-record",
  what: "records that repeat an allele",
  reason: "The same allele stands in another record with at least as many reads, which is used.",
};

/** `isAnnotated`: every variant is kept whole, for what the file leaves open is its own. */
export function makeKeptVariants(
  { index, tally }: Pick<Stage, "index" | "tally">,
  isAnnotated: boolean,
): KeptVariants {
  const kept = new Map<string, Observation<SmallVariant>>();
  const fold = foldObservations(index);
  return {
    has: (id) => kept.has(id),
    observations: () => [...kept.values()],
    folded: () => fold.folded(),
    add(observation) {
      const other = kept.get(observation.id);
      const folded = other === undefined ? fold.find(observation.id) : undefined;
      if (other === undefined && folded === undefined) {
        if (isAnnotated || !fold.fold(observation)) kept.set(observation.id, observation);
        return;
      }
      const isBetter = depthOf(observation) > (folded?.depth ?? (other ? depthOf(other) : -1));
      if (isBetter && other !== undefined) kept.set(observation.id, observation);
      if (isBetter && folded !== undefined) fold.replace(observation);
      const { provenance } = observation;
      const beaten = other?.provenance.line ?? folded?.line ?? null;
      const where = { ...provenance, line: isBetter ? beaten : provenance.line };
      tally.add(duplicate, observation.label, where);
    },
  };
}
