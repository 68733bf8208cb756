import { daysBetween } from "../model/calendar-date.ts";
import type { DatedEntry, EntryOf } from "../model/response-event.ts";
import type { PeriodSummary, RecistSummary } from "../model/response-summary.ts";
import type { Reason } from "../model/verdict.ts";
import { findEarlyStop } from "./find-early-stop.ts";
import { findOtherTherapy } from "./therapy-key.ts";

/** What was given may not be what was chosen. */
export const therapyNotOfTarget = "therapy-not-of-target";

/** MetAction (NCT02142036) asked for six weeks on the line before. */
const leastDaysA = 42;
/** Assessments that were made are compared with this allowance, those that were planned exactly. */
const visitWindow = 7;
/** RECIST 1.1: the baseline is never more than four weeks before the start. */
const oldBaseline = 28;
/** RECIST 1.1: a target lesion measures 10 mm or more, a node 15 mm in its short axis. */
const leastLesion = 10;
const leastNode = 15;

/** What a reader has to know before the ratio or the responses of one patient are compared with others. */
export function findRatioFlags(
  entries: readonly DatedEntry[],
  periods: readonly PeriodSummary[],
  recist: RecistSummary,
): Reason[] {
  const a = periods.find(({ period }) => period === "A");
  const b = periods.find(({ period }) => period === "B");
  return [
    ...flagOtherTherapy(entries),
    ...flagShortA(a),
    ...[a, b].flatMap(flagStop),
    ...[a, b].flatMap(flagEarlyStop),
    ...flagScans(a, b),
    ...flagUnseen(b),
    ...flagBaseline(b, recist),
    ...flagSmallLesions(entries, recist),
    ...flagProgressions(entries, recist),
    ...flagUnmeasured(entries, recist),
    ...flagSeenAfter(entries, recist),
  ];
}

function flagOtherTherapy(entries: readonly DatedEntry[]): Reason[] {
  const other = findOtherTherapy(entries);
  if (other === null) return [];
  const text = `Period B was given as ${other.given}, and the target names ${other.chosen}: where these are not one therapy, the verdict is none on the target.`;
  return [{ code: therapyNotOfTarget, text }];
}

function flagShortA(a: PeriodSummary | undefined): Reason[] {
  if (a === undefined || a.endedBy !== "progression") return [];
  if (a.days === null || a.days >= leastDaysA) return [];
  return [
    {
      code: "short-period-a",
      text: `Period A lasted ${a.days} days, less than the 42 (6 weeks) that MetAction asked for: a short period A makes the ratio large.`,
    },
  ];
}

function flagStop(period: PeriodSummary | undefined): Reason[] {
  if (period?.stopped?.reason !== "progression" || period.endedBy === "progression") return [];
  const text = `Period ${period.period} was stopped for progression, and the day of the progression is not recorded.`;
  return [{ code: "progression-not-recorded", text }];
}

const endings = {
  progression: "its progression",
  death: "the death",
  censored: "the last assessment",
} as const;

/** Progression counts whenever it comes; that the therapy was over before it is for the reader to weigh. */
function flagEarlyStop(period: PeriodSummary | undefined): Reason[] {
  const stop = period === undefined ? null : findEarlyStop(period);
  if (period === undefined || stop === null || period.days === null || period.endedBy === null) {
    return [];
  }
  const off = period.days - stop.days;
  const text = `Therapy of period ${period.period} was stopped on day ${stop.days} (${stop.reason}), ${off} days before ${endings[period.endedBy]} on day ${period.days}: the period counts time without it.`;
  return [{ code: "stopped-before-end", text }];
}

function flagScans(a: PeriodSummary | undefined, b: PeriodSummary | undefined): Reason[] {
  if (a === undefined || b === undefined) return [];
  if (a.scanDays === null || b.scanDays === null) {
    const unknown = [a, b].filter(({ scanDays }) => scanDays === null).map(({ period }) => period);
    return [
      {
        code: "scan-intervals-unknown",
        text: `Days between assessments are not known of period ${unknown.join(" and ")}: unequal ones bias the ratio.`,
      },
    ];
  }
  const isPlanned = a.scanDays.from === "plan" && b.scanDays.from === "plan";
  const difference = Math.abs(a.scanDays.days - b.scanDays.days);
  if (difference <= (isPlanned ? 0 : visitWindow)) return [];
  return [
    {
      code: "unequal-scan-intervals",
      text: `Assessments were ${a.scanDays.days} days apart in period A and ${b.scanDays.days} in period B: progression is found the later, the rarer one looks, which biases the ratio.`,
    },
  ];
}

/** Two assessments or more are missing before the end, by the plan or by the pace of those that were made. */
const missedVisits = 2;

/** Trials censor what comes after two or more missed visits (FDA, Clinical Trial Endpoints for the Approval of Cancer Drugs, appendix 3, table A). */
function flagUnseen(b: PeriodSummary | undefined): Reason[] {
  if (b === undefined || b.scanDays === null || b.end === null) return [];
  if (b.endedBy !== "progression" && b.endedBy !== "death") return [];
  const days = daysBetween(b.lastSeen, b.end);
  if (days <= missedVisits * b.scanDays.days + visitWindow) return [];
  const text = `No assessment of period B is recorded in the ${days} days from ${b.lastSeen === b.start ? "its start" : b.lastSeen} to ${endings[b.endedBy]} on ${b.end}, with ${b.scanDays.days} days between assessments: two or more were missed or not recorded, and progression may have come before.`;
  return [{ code: "unseen-before-end", text }];
}

function flagBaseline(b: PeriodSummary | undefined, { baseline }: RecistSummary): Reason[] {
  if (b === undefined || baseline === null) return [];
  const days = daysBetween(baseline.date, b.start);
  if (days <= oldBaseline) return [];
  const text = `The baseline was measured ${days} days before period B; RECIST 1.1 asks for 28 at most.`;
  return [{ code: "old-baseline", text }];
}

function flagSmallLesions(entries: readonly DatedEntry[], { baseline }: RecistSummary): Reason[] {
  const first = entries.find(
    (entry): entry is EntryOf<"measurement"> =>
      entry.event === "measurement" && entry.date === baseline?.date,
  );
  const small = (first?.lesions ?? []).filter(
    ({ node, mm }) => mm < (node === true ? leastNode : leastLesion),
  );
  if (small.length === 0) return [];
  const text = `Too small at baseline for a target lesion (below 10 mm, or 15 mm in a node): ${small.map(({ id }) => id).join(", ")}.`;
  return [{ code: "small-target-lesion", text }];
}

function flagProgressions(entries: readonly DatedEntry[], { points }: RecistSummary): Reason[] {
  const told = entries.find((entry) => entry.event === "progression" && entry.period === "B");
  const measured = points.find(({ response }) => response === "PD");
  if (told === undefined || measured === undefined || told.date === measured.date) return [];
  const text = `Progression of period B is recorded on ${told.date}, and measurements show it on ${measured.date}; the earlier day counts.`;
  return [{ code: "progression-days-differ", text }];
}

/** Diameters alone do not show what progressed: a new lesion, or others, may be missing from the measurement. */
function flagUnmeasured(entries: readonly DatedEntry[], { points }: RecistSummary): Reason[] {
  const told = entries.find((entry) => entry.event === "progression" && entry.period === "B");
  if (told?.event !== "progression" || told.basis !== "imaging") return [];
  const measured = points.find(({ date }) => date === told.date);
  if (measured === undefined || measured.response === "PD" || measured.response === "NE") return [];
  const text = `Progression of period B by imaging is recorded on ${told.date}, and the measurement of that day shows ${measured.response}: a new lesion, or other lesions that progressed, may be missing from it. It counts as PD.`;
  return [{ code: "progression-not-measured", text }];
}

/** Whoever assessed the patient did not see what the measurements show. */
function flagSeenAfter(entries: readonly DatedEntry[], { points }: RecistSummary): Reason[] {
  const measured = points.find(({ response }) => response === "PD");
  if (measured === undefined) return [];
  const late = entries.find(
    (entry) => entry.event === "assessment" && entry.period === "B" && entry.date > measured.date,
  );
  if (late === undefined) return [];
  const text = `Period B is recorded as without progression on ${late.date}, and measurements show progression on ${measured.date}; the measurements count.`;
  return [{ code: "seen-after-progression", text }];
}
