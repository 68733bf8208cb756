import type { DatedEntry, EntryOf } from "../model/response-event.ts";
import type { EventKind } from "../model/response-terms.ts";
import type {
  PeriodSummary,
  RatioRule,
  RecordFacts,
  ResponseSummary,
} from "../model/response-summary.ts";
import type { NumberedEvent } from "./effective-events.ts";
import { findEarlyEnd } from "./find-early-stop.ts";
import { findRatioFlags } from "./find-ratio-flags.ts";
import { chanceOfRatio, judgeRatio, type PeriodLengths } from "./judge-ratio.ts";
import { ratioCaveats } from "./ratio-caveats.ts";
import { summarizeMolecular } from "./summarize-molecular.ts";
import { summarizePeriods } from "./summarize-periods.ts";
import { summarizeRecist } from "./summarize-recist.ts";

/** What the events of one case come to. They are in the order of `effectiveEvents`. */
export function summarizeCase(
  id: string,
  events: readonly NumberedEvent[],
  { rule, record }: { rule: RatioRule; record: RecordFacts },
): ResponseSummary {
  const entries = events.map(({ entry }) => entry);
  const start = ofKind(entries, "start").find(({ period }) => period === "B")?.date ?? null;
  const told = ofKind(entries, "progression").find(({ period }) => period === "B") ?? null;
  const recist = summarizeRecist(ofKind(entries, "measurement"), { start, told });
  const periods = summarizePeriods(entries, recist.points);
  const target = ofKind(entries, "target").at(-1) ?? null;
  const verifications = ofKind(entries, "verification");
  const isBefore = ({ date }: DatedEntry): boolean => start === null || date <= start;
  const toxicities = ofKind(entries, "toxicity");
  const isOfB = ({ date }: DatedEntry): boolean => start !== null && date >= start;
  return {
    case: id,
    rule,
    target,
    verifications,
    verification: verifications.findLast(isBefore)?.result ?? target?.verification ?? null,
    tier: target?.tier ?? null,
    periods,
    verdict: judgeRatio(lengthsOf(periods), rule),
    flags: findRatioFlags(entries, periods, recist),
    chance: chanceOfRatio(rule.threshold),
    caveats: ratioCaveats,
    recist,
    toxicities: toxicities.filter(isOfB),
    earlierToxicities: toxicities.filter((entry) => !isOfB(entry)),
    molecular: summarizeMolecular(ofKind(entries, "ctdna"), start),
    rebiopsies: ofKind(entries, "rebiopsy"),
    death: ofKind(entries, "death").at(-1) ?? null,
    record,
  };
}

/** What the ratio is computed from. A period B after whose start nobody saw the patient is known to have lasted 0 days. */
export function lengthsOf(periods: readonly PeriodSummary[]): PeriodLengths {
  const a = periods.find(({ period }) => period === "A");
  const b = periods.find(({ period }) => period === "B");
  return {
    daysA: a?.days ?? null,
    isEndedA: a?.endedBy === "progression",
    stoppedA: a === undefined ? null : findEarlyEnd(a),
    daysB: b === undefined ? null : (b.days ?? 0),
    isEndedB: b?.endedBy === "progression" || b?.endedBy === "death",
  };
}

function ofKind<Kind extends Exclude<EventKind, "void">>(
  entries: readonly DatedEntry[],
  kind: Kind,
): EntryOf<Kind>[] {
  return entries.filter((entry): entry is EntryOf<Kind> => entry.event === kind);
}
