import { daysBetween } from "../model/calendar-date.ts";
import type { EntryOf } from "../model/response-event.ts";
import type { RecistResponse, RecistSummary, ResponsePoint } from "../model/response-summary.ts";
import type { NonTargetState } from "../model/response-terms.ts";
import { judgeRecist, type JudgedPoint } from "./judge-recist.ts";

type Measurement = EntryOf<"measurement">;

/** Short axis in mm below which a lymph node is not pathological, and from which it may be a target. */
const normalNode = 10;

/** Days from the start below which stable disease tells nothing: six weeks. */
const leastStable = 42;

const order: readonly RecistResponse[] = ["CR", "PR", "SD", "non-CR/non-PD", "PD", "NE"];
/** What tells something from six weeks on. */
const stable: ReadonlySet<RecistResponse> = new Set(["SD", "non-CR/non-PD"]);

/** The progression of period B that the record tells, beside what its measurements show. */
type ToldProgression = Pick<EntryOf<"progression">, "date" | "basis">;

/**
 * Responses of period B by RECIST 1.1. The baseline is the last measurement on the day of the start or before it; the best response is
 * the best of all time points until progression, measured or `told`, without confirmation: a later therapy may be behind what follows.
 * Stable disease, and non-target lesions that neither went nor grew, count from 42 days on. A progression that is told by imaging is itself
 * a time point, PD, in the place of what that day's diameters give: its lesions may be no targets. One by symptoms or a marker is none.
 */
export function summarizeRecist(
  measurements: readonly Measurement[],
  { start, told }: { readonly start: string | null; readonly told: ToldProgression | null },
): RecistSummary {
  const nothing = { baseline: null, points: [], best: null };
  if (start === null) return { ...nothing, reason: "period B was not started" };
  const baseline = measurements.findLast(({ date }) => date <= start);
  const later = measurements.filter(({ date }) => date > start);
  if (baseline === undefined) {
    return {
      ...nothing,
      reason: "no measurement on the day of the start of period B or before it",
    };
  }
  const points = judgePoints(baseline, later, start);
  const sum = sumOf(baseline) / 10;
  const facts = { date: baseline.date, sum, lesions: baseline.lesions.length };
  const best = bestOf(responsesUntil(told, points, start));
  const reason =
    best !== null
      ? told?.basis === "imaging" && best === "PD" && !points.some(isProgression)
        ? `progression by imaging is recorded on ${told.date}, and no response before it`
        : "best of all time points until progression; confirmation is not required"
      : points.length === 0
        ? "no measurement after the start of period B"
        : "no measurement between the start of period B and its progression";
  return { baseline: facts, points, best, reason };
}

type TimePoint = Pick<ResponsePoint, "date" | "day" | "response">;

function responsesUntil(
  told: ToldProgression | null,
  points: readonly ResponsePoint[],
  start: string,
): TimePoint[] {
  if (told === null) return [...points];
  const { date: last, basis } = told;
  if (basis !== "imaging") return points.filter(({ date }) => date <= last);
  const end: TimePoint = { date: last, day: daysBetween(start, last), response: "PD" };
  return [...points.filter(({ date }) => date < last), end];
}

function isProgression({ response }: TimePoint): boolean {
  return response === "PD";
}

function judgePoints(
  baseline: Measurement,
  later: readonly Measurement[],
  start: string,
): ResponsePoint[] {
  const base = sumOf(baseline);
  const hasTargets = baseline.lesions.some((lesion) => !isGone(lesion));
  let nadir = base;
  let wasGone = false;
  let others = baseline.nonTarget;
  return later.map((measurement) => {
    const current = sumOf(measurement);
    const nonTarget = readOthers(measurement.nonTarget, others);
    const isComplete = baseline.lesions.every(({ id }) =>
      measurement.lesions.some((each) => each.id === id),
    );
    const judged: JudgedPoint = judgeRecist({
      baseline: base,
      nadir,
      current,
      newLesions: measurement.newLesions,
      nonTarget,
      hasTargets,
      isAllGone: isComplete && measurement.lesions.every(isGone),
      isBack:
        wasGone &&
        (nonTarget === "present" || measurement.lesions.some((lesion) => !isGone(lesion))),
      isComplete,
    });
    const point: ResponsePoint = {
      date: measurement.date,
      day: daysBetween(start, measurement.date),
      sum: current / 10,
      fromBaseline: isComplete ? changeFrom(base, current) : null,
      fromNadir: isComplete ? changeFrom(nadir, current) : null,
      ...judged,
    };
    if (isComplete) nadir = Math.min(nadir, current);
    wasGone ||= judged.response === "CR";
    if (nonTarget !== "not evaluated") others = nonTarget;
    return point;
  });
}

/** `none` says nothing of lesions that were there before, or that were never looked at: then they were not evaluated. */
function readOthers(told: NonTargetState, before: NonTargetState): NonTargetState {
  return told === "none" && before !== "none" && before !== "gone" ? "not evaluated" : told;
}

/** In tenths of a millimeter. */
function sumOf({ lesions }: Measurement): number {
  return lesions.reduce((sum, { mm }) => sum + Math.round(mm * 10), 0);
}

function isGone({ node, mm }: Measurement["lesions"][number]): boolean {
  return node === true ? mm < normalNode : mm === 0;
}

function changeFrom(before: number, now: number): number | null {
  return before === 0 ? null : (now - before) / before;
}

function bestOf(points: readonly TimePoint[]): RecistResponse | null {
  const end = points.findIndex(isProgression);
  const counted = (end === -1 ? points : points.slice(0, end + 1)).map(({ response, day }) =>
    stable.has(response) && day < leastStable ? "NE" : response,
  );
  return order.find((response) => counted.includes(response)) ?? null;
}
