/** What every step of the assessment may ask about the case. */
import type { PlaceChange } from "../annotate/models/place-change.ts";
import type { KnowledgeIndex } from "../knowledgebase/index/build-index.ts";
import type { Clonality } from "../model/clonality.ts";
import type { Observation } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import type { PriorTherapy } from "../model/prior-therapy.ts";
import type { LesionVerdict } from "./lesions/compare-lesions.ts";
import type { ResistanceElsewhere } from "./lesions/find-resistance-elsewhere.ts";
import type { ProteinEvidence } from "./verification/protein-evidence.ts";

export interface CaseContext {
  /** By id, in the order of the ids. */
  readonly observations: ReadonlyMap<string, Observation>;
  /** Null: the case names no tumor type. */
  readonly caseDisease: string | null;
  /** True when no matched normal was given. */
  readonly tumorOnly: boolean;
  /** What the patient was given before. */
  readonly prior: readonly PriorTherapy[];
  /** Names changes by their reference proteins; undefined: they are compared as they are written. */
  readonly placeChange?: PlaceChange | undefined;
  readonly proteins: ProteinEvidence;
  /** Of a small variant; null of any other observation. */
  clonalityOf(observation: Observation): Clonality | null;
  /** Whether other lesions have an alteration; null: the case has one lesion. */
  readonly lesionOf: ((observation: Observation) => LesionVerdict | null) | null;
  /** Resistance of other lesions; empty where the case has one. */
  readonly resistanceElsewhere: readonly ResistanceElsewhere[];
  readonly index: Pick<
    KnowledgeIndex,
    | "currentSymbol"
    | "drug"
    | "geneRole"
    | "includesDisease"
    | "isTested"
    | "knownAllele"
    | "oncogenicChanges"
  >;
}

/** The observations with these ids that the case has, sorted by label and id. */
export function pickObservations(context: CaseContext, ids: Iterable<string>): Observation[] {
  return [...new Set(ids)]
    .flatMap((id) => context.observations.get(id) ?? [])
    .toSorted((a, b) => compareText(a.label, b.label) || compareText(a.id, b.id));
}

/** The part of an observation that a target or a blocked therapy shows. */
export function referTo(observation: Observation): {
  observation: string;
  label: string;
  gene: string | null;
} {
  return { observation: observation.id, label: observation.label, gene: observation.gene };
}
