import { intronicReason } from "../assess/reason-to-set-aside.ts";
import { annotateCall } from "../annotate/annotate-call.ts";
import type { SmallVariant } from "../model/alteration.ts";
import type { Assembly } from "../model/locus.ts";
import type { Observation, Phase, VariantCall } from "../model/observation.ts";
import type { FilterCount, VariantRecord } from "../read/reader.ts";
import { depthOf, foldObservations, type Folded } from "./fold-observations.ts";
import { makeReferenceCheck, type ReferenceCheck } from "./reference-check.ts";
import { makeReadingNotebook, type ReadingNotes } from "./note-reading.ts";
import { filteredAs, screenCall } from "./screen-call.ts";
import type { Stage } from "./stage.ts";

/** What is kept of the records that were taken. */
export interface TakenRecords {
  /** One for each allele that is kept; of repeats, the one with the most reads. */
  observations(): Observation<SmallVariant>[];
  /** Variants that are set aside whatever else the case holds, and are not among the observations. */
  folded(): readonly Folded[];
  /** Of kept observations whose allele the file phases, by id. */
  readonly phases: ReadonlyMap<string, Phase>;
  /** Ids of the kept observations of each record that has any. */
  readonly idsByRecord: readonly (readonly string[])[];
  /** What the calls say about having been read, for the proof of absence. */
  readonly reading: ReadingNotes;
  /** To be called when all records were taken: holds REF to the sequence. Throws Refusal "identity". */
  checkReference(): void;
  /** Records of which nothing was kept. */
  setAside(): number;
}

export interface RecordTaker extends TakenRecords {
  take(record: VariantRecord, assembly: Assembly): void;
  /** Records that were read no further than their FILTER. */
  setAsideFiltered(counts: readonly FilterCount[]): void;
  /** Records that were read no further than their place, inside introns. */
  setAsideIntronic(count: number): void;
}

const duplicate = {
  code: "duplicate-record",
  what: "records that repeat an allele",
  reason: "The same allele stands in another record with at least as many reads, which is used.",
};

/**
 * Turns records into observations one by one; what is not kept goes to the tally with its reason. Of a file that is
 * `isAnnotated` every variant is kept: what it leaves open is its own.
 */
export function makeRecordTaker(
  stage: Stage,
  { isAnnotated }: { isAnnotated: boolean },
): RecordTaker {
  const kept = new Map<string, Observation<SmallVariant>>();
  const phases = new Map<string, Phase>();
  const fold = foldObservations(stage.index);
  const idsByRecord: string[][] = [];
  let setAside = 0;
  let reference: ReferenceCheck | null = null;
  const reading = makeReadingNotebook();

  const takeCall = (call: VariantCall, assembly: Assembly): string | null => {
    const models = stage.request.models?.(assembly);
    if (models !== undefined) {
      reference ??= makeReferenceCheck(models, assembly);
      reference.add(call);
    }
    const observation = annotateCall(call, {
      assembly,
      knownAllele: stage.index.knownAllele,
      models,
      reannotate: stage.request.reannotate,
      currentSymbol: stage.index.currentSymbol,
      report: stage.report,
    });
    const reason = screenCall(call, stage.request);
    reading.note(call, reason === null);
    if (reason !== null) {
      stage.tally.add(reason, observation.label, call.provenance);
      return null;
    }
    keepBest(withFilters(observation, call));
    if (!kept.has(observation.id)) return null;
    if (call.phase !== undefined) phases.set(observation.id, call.phase);
    return observation.id;
  };

  const keepBest = (observation: Observation<SmallVariant>): void => {
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
    stage.tally.add(duplicate, observation.label, where);
  };

  return {
    idsByRecord,
    phases,
    reading,
    observations: () => [...kept.values()],
    folded: () => fold.folded(),
    checkReference: () => reference?.finish(stage.report),
    setAside: () => setAside,
    setAsideFiltered(counts) {
      for (const { failed, count } of counts) {
        stage.tally.addUnnamed(filteredAs(failed), count);
        setAside += count;
      }
    },
    setAsideIntronic(count) {
      if (count > 0) stage.tally.addUnnamed(intronicReason(), count);
      setAside += count;
    },
    take(record, assembly) {
      for (const skipped of record.skipped) {
        stage.tally.add(
          { code: skipped.code, what: skippedWhat, reason: skipped.reason },
          `${record.rawContig} ${skipped.alt}`,
          { file: stage.request.variants?.name ?? "-", line: record.line, sample: null },
        );
      }
      const ids = record.calls.flatMap((call) => takeCall(call, assembly) ?? []);
      if (ids.length === 0) setAside += 1;
      else idsByRecord.push(ids);
    },
  };
}

/** A call that failed a filter, and is used because the user asked for it, says so wherever it appears. */
function withFilters(
  observation: Observation<SmallVariant>,
  { failedFilters, support }: VariantCall,
): Observation<SmallVariant> {
  if (failedFilters.length === 0) return observation;
  return { ...observation, support: { ...support, failedFilters: [...failedFilters] } };
}

const skippedWhat = "alleles that are no small variant";
