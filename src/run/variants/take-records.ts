import { quietReasons, reasonToSetAside } from "../../assess/reason-to-set-aside.ts";
import { annotateCall } from "../../annotate/annotate-call.ts";
import { nameAllele } from "../../annotate/alleles/name-allele.ts";
import { nameCall } from "../../annotate/hgvs/name-call.ts";
import { isCommon, type SmallVariant } from "../../model/alteration.ts";
import type { Assembly } from "../../model/locus.ts";
import type { QuietPlace } from "../../model/quiet-place.ts";
import type { NamedCall, Observation, Phase, VariantCall } from "../../model/observation.ts";
import { makeRefusedRows } from "../../read/tables/table-refused-rows.ts";
import type { Folded } from "./fold-observations.ts";
import { makeKeptVariants } from "./keep-best.ts";
import { makeReferenceCheck, referenceMismatch, type ReferenceCheck } from "./reference-check.ts";
import { makeNormalComparison } from "./compare-with-normal.ts";
import { makeReadingNotebook, type ReadingNotes } from "./note-reading.ts";
import { filteredAs, screenCall } from "./screen-call.ts";
import type { Stage } from "../stage.ts";
import type { FilterCount } from "../../read/filter-count.ts";
import type { ChosenSample, VariantRecord } from "../../read/variant-reader.ts";
import type { KeptRecord } from "./kept-record.ts";

/** What is kept of the records that were taken. */
export interface TakenRecords {
  /** One for each allele that is kept; of repeats, the one with the most reads. */
  observations(): Observation<SmallVariant>[];
  /** Variants that are set aside whatever else the case holds, and are not among the observations. */
  folded(): readonly Folded[];
  /** Of kept observations whose allele the file phases, by id. */
  readonly phases: ReadonlyMap<string, Phase>;
  /** The records that have kept observations. */
  readonly records: readonly KeptRecord[];
  /** What the calls say about having been read, for the proof of absence. */
  readonly reading: ReadingNotes;
  /** To be called when all records were taken: holds REF to the sequence. Throws Refusal "identity". */
  checkReference(): void;
  /** To be called when all records were taken: warns where the normal has more of the alleles than the tumor. */
  compareWithNormal(normal: ChosenSample | undefined): void;
  /** Records of which nothing was kept. */
  setAside(): number;
  /** Records that name their variant by words that cannot be read. */
  refused(): number;
}

export interface RecordTaker extends TakenRecords {
  take(record: VariantRecord, assembly: Assembly): void;
  /** Records that were read no further than their FILTER. */
  setAsideFiltered(counts: readonly FilterCount[]): void;
  /** Records that were read no further than their place. */
  setAsideQuiet(counts: ReadonlyMap<QuietPlace, number>): void;
  /** Rows of other samples of a list. */
  setAsideOthers(count: number): void;
}

/**
 * Turns records into observations one by one; what is not kept goes to the tally with its reason. Of a file that is
 * `isAnnotated` every variant is kept: what it leaves open is its own. `isBuildKnown`: see `NamingContext`.
 */
export function makeRecordTaker(
  stage: Stage,
  { isAnnotated, isBuildKnown = true }: { isAnnotated: boolean; isBuildKnown?: boolean },
): RecordTaker {
  const kept = makeKeptVariants(stage, isAnnotated);
  const phases = new Map<string, Phase>();
  const records: KeptRecord[] = [];
  let setAside = 0;
  const unread = makeRefusedRows({ ...stage.request, report: stage.report });
  let reference: ReferenceCheck | null = null;
  const reading = makeReadingNotebook(stage.report);
  const comparison = makeNormalComparison();

  const takeCall = (call: VariantCall, assembly: Assembly): string | null => {
    const models = stage.request.models?.(assembly);
    if (models !== undefined) {
      reference ??= makeReferenceCheck(models, assembly);
      if (!reference.add(call)) {
        stage.tally.add(referenceMismatch, nameAllele(call.given), call.provenance);
        reading.noteMismatch(call);
        return null;
      }
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
    reading.note(call, {
      label: observation.label,
      isUsed: reason === null,
      isTelling: isTelling(observation, stage),
    });
    comparison.add(call, observation.alteration);
    if (reason !== null) {
      stage.tally.add(reason, observation.label, call.provenance);
      return null;
    }
    kept.add(withFilters(observation, call));
    if (!kept.has(observation.id)) return null;
    if (call.phase !== undefined) phases.set(observation.id, call.phase);
    return observation.id;
  };

  const takeNamed = (named: NamedCall, assembly: Assembly): string[] | "refused" => {
    const read = nameCall(named, {
      assembly,
      isBuildKnown,
      models: stage.request.models?.(assembly),
      currentSymbol: stage.index.currentSymbol,
      report: stage.report,
    });
    if ("problem" in read) {
      unread.add(read.problem);
      return "refused";
    }
    if ("call" in read) return [takeCall(read.call, assembly)].filter((id) => id !== null);
    const { observation } = read;
    const reason = screenCall(named, stage.request);
    if (reason !== null) {
      stage.tally.add(reason, observation.label, named.provenance);
      return [];
    }
    kept.add(withFilters(observation, named));
    return [observation.id];
  };

  const countUnread = (
    reason: Parameters<Stage["tally"]["addUnnamed"]>[0],
    count: number,
  ): void => {
    if (count > 0) stage.tally.addUnnamed(reason, count);
    setAside += count;
  };

  const tellSkipped = ({ rawContig, line, skipped }: VariantRecord): void => {
    for (const { code, reason, alt } of skipped) {
      const where = { file: stage.request.variants?.name ?? "-", line, sample: null };
      stage.tally.add({ code, what: skippedWhat, reason }, `${rawContig} ${alt}`, where);
    }
  };

  return {
    records,
    phases,
    reading,
    observations: kept.observations,
    folded: kept.folded,
    checkReference: () => reference?.finish(stage.report),
    compareWithNormal: (normal) => comparison.finish(normal, stage.report),
    setAside: () => setAside,
    refused: () => unread.count(),
    setAsideOthers: (count) => countUnread(otherSample, count),
    setAsideFiltered(counts) {
      for (const { failed, count } of counts) countUnread(filteredAs(failed), count);
    },
    setAsideQuiet(counts) {
      for (const [place, count] of counts) countUnread(quietReasons[place], count);
    },
    take(record, assembly) {
      tellSkipped(record);
      const named = record.named === undefined ? [] : takeNamed(record.named, assembly);
      if (named === "refused") return;
      const called = record.calls.flatMap((call) => takeCall(call, assembly) ?? []);
      const ids = [...called, ...named];
      if (ids.length === 0) setAside += 1;
      else records.push({ line: record.line, ids });
    },
  };
}

/** Codes of variants that change no product of a gene of the knowledgebase. */
const silent: ReadonlySet<string> = new Set([
  "flank",
  "gene-not-in-knowledgebase",
  "intronic",
  "splice-region",
  "synonymous",
  "utr",
]);

/** False for a variant of the population, or one that changes no product: no statement means it, present or absent. */
export function isTelling(
  observation: Observation<SmallVariant>,
  { index }: Pick<Stage, "index">,
): boolean {
  if (isCommon(observation.alteration)) return false;
  const reason = reasonToSetAside(observation, index);
  return reason === null || !silent.has(reason.code);
}

/** A call that failed a filter, and is used because the user asked for it, says so wherever it appears. */
function withFilters(
  observation: Observation<SmallVariant>,
  { failedFilters, support }: Pick<VariantCall, "failedFilters" | "support">,
): Observation<SmallVariant> {
  if (failedFilters.length === 0) return observation;
  return { ...observation, support: { ...support, failedFilters: [...failedFilters] } };
}

const otherSample = {
  code: "other-sample",
  what: "rows of other samples",
  reason: "The row is of another sample than the tumor of this case.",
};

const skippedWhat = "alleles that are no small variant";
