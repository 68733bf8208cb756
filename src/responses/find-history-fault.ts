import type { DatedEntry } from "../model/response-event.ts";
import type { EventKind, Period } from "../model/response-terms.ts";
import type { NumberedEvent } from "./effective-events.ts";

type Of<Kind extends EventKind> = Extract<DatedEntry, { event: Kind }>;

/**
 * Why the events of one case cannot have happened so, as a sentence; null when they can. They are in the order of
 * `effectiveEvents`. Only what is certain is refused: a day that is unusual is a flag of the summary.
 */
export function findHistoryFault(events: readonly NumberedEvent[]): string | null {
  const entries = events.map(({ entry }) => entry);
  const death = entries.find((entry) => entry.event === "death");
  if (death !== undefined) {
    const later = entries.find((entry) => entry.date > death.date);
    if (later !== undefined) return `${nameEvent(later)} is after the death on ${death.date}`;
  }
  return (
    findRepeated(entries) ??
    findPeriodFault(entries, "A") ??
    findPeriodFault(entries, "B") ??
    findOverlap(entries) ??
    findLateTarget(entries) ??
    findLesionFault(entries) ??
    findStrayLesion(entries)
  );
}

/** Once in a case; a therapy period is started, stopped and ended by progression once. */
function findRepeated(entries: readonly DatedEntry[]): string | null {
  const seen = new Set<string>();
  for (const entry of entries) {
    const key = onceKey(entry);
    if (key === null) continue;
    if (seen.has(key)) {
      return `the record has ${nameKind(entry)} already; correct that line (--corrects) instead of adding another`;
    }
    seen.add(key);
  }
  return null;
}

function onceKey(entry: DatedEntry): string | null {
  switch (entry.event) {
    case "start":
    case "progression":
    case "stop":
      return `${entry.event} ${entry.period}`;
    case "death":
      return "death";
    case "measurement":
      return `measurement ${entry.date}`;
    default:
      return null;
  }
}

function findPeriodFault(entries: readonly DatedEntry[], period: Period): string | null {
  const ofPeriod = entries.filter((entry) => "period" in entry && entry.period === period);
  const start = ofPeriod.find((entry) => entry.event === "start");
  for (const entry of ofPeriod) {
    if (start === undefined)
      return `${nameEvent(entry)} is told of period ${period}, which has no start; add its start first`;
    if (entry.date < start.date)
      return `${nameEvent(entry)} is before the start of period ${period} on ${start.date}`;
  }
  const progression = ofPeriod.find((entry) => entry.event === "progression");
  const late = ofPeriod.find(
    (entry) =>
      entry.event === "assessment" && progression !== undefined && entry.date > progression.date,
  );
  if (late !== undefined && progression !== undefined) {
    return `${nameEvent(late)} without progression is after the progression of ${progression.date}`;
  }
  return null;
}

/** Period A is over before B begins: otherwise neither tells of one therapy. */
function findOverlap(entries: readonly DatedEntry[]): string | null {
  const startB = entries.find((entry) => entry.event === "start" && entry.period === "B");
  if (startB === undefined) return null;
  const late = entries.find(
    (entry) => "period" in entry && entry.period === "A" && entry.date > startB.date,
  );
  return late === undefined
    ? null
    : `${nameEvent(late)} is after the start of period B on ${startB.date}`;
}

function findLateTarget(entries: readonly DatedEntry[]): string | null {
  const startB = entries.find((entry) => entry.event === "start" && entry.period === "B");
  const late = entries.find(
    (entry) => entry.event === "target" && startB !== undefined && entry.date > startB.date,
  );
  return late === undefined || startB === undefined
    ? null
    : `${nameEvent(late)} is after the start of period B on ${startB.date}`;
}

/** RECIST 1.1: at most five target lesions, two of an organ; all lymph nodes count as one organ. */
const mostOfOrgan = 2;

function findLesionFault(entries: readonly DatedEntry[]): string | null {
  const known = new Map<string, { organ: string; isNode: boolean }>();
  for (const entry of entries.filter(
    (each): each is Of<"measurement"> => each.event === "measurement",
  )) {
    const ids = new Set<string>();
    const organs = new Map<string, number>();
    for (const { id, organ, node } of entry.lesions) {
      if (ids.has(id)) return `${nameEvent(entry)} names the lesion ${id} twice`;
      ids.add(id);
      const place = node === true ? "lymph node" : organ.toLowerCase();
      const count = (organs.get(place) ?? 0) + 1;
      organs.set(place, count);
      if (count > mostOfOrgan) {
        return `${nameEvent(entry)} has more than ${mostOfOrgan} target lesions of one organ (${place})`;
      }
      const earlier = known.get(id);
      const now = { organ: organ.toLowerCase(), isNode: node === true };
      if (earlier !== undefined && (earlier.organ !== now.organ || earlier.isNode !== now.isNode)) {
        return `the lesion ${id} is of ${earlier.isNode ? "a node of " : ""}${earlier.organ}, and of ${now.isNode ? "a node of " : ""}${now.organ} on ${entry.date}`;
      }
      known.set(id, now);
    }
  }
  return null;
}

/** Target lesions are chosen at baseline: another one is a new lesion, and no part of the sum. */
function findStrayLesion(entries: readonly DatedEntry[]): string | null {
  const start = entries.find((entry) => entry.event === "start" && entry.period === "B");
  const measurements = entries.filter(
    (entry): entry is Of<"measurement"> => entry.event === "measurement",
  );
  if (start === undefined) return null;
  const baseline = measurements.findLast(({ date }) => date <= start.date);
  if (baseline === undefined) return null;
  const ids = new Set(baseline.lesions.map(({ id }) => id));
  for (const measurement of measurements.filter(({ date }) => date > start.date)) {
    const stray = measurement.lesions.find(({ id }) => !ids.has(id));
    if (stray !== undefined) {
      return `the lesion ${stray.id} of ${measurement.date} is no target lesion of the baseline of ${baseline.date}; tell it by --new-lesions yes`;
    }
  }
  return null;
}

function nameKind(entry: DatedEntry): string {
  if ("period" in entry) return `a ${entry.event} of period ${entry.period}`;
  return entry.event === "measurement" ? `a measurement of ${entry.date}` : `a ${entry.event}`;
}

function nameEvent(entry: DatedEntry): string {
  return `the ${entry.event} of ${entry.date}`;
}
