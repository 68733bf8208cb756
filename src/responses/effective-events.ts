import type { DatedEntry, ResponseLine } from "../model/response-event.ts";

/** An event that counts, with the number of its line. */
export interface NumberedEvent {
  readonly seq: number;
  readonly entry: DatedEntry;
}

/**
 * The events that count, by case and in the order of their days (of one day, in the order of the file): without voided lines, and
 * with a correction in the place of what it corrects.
 */
export function effectiveEvents(lines: readonly ResponseLine[]): Map<string, NumberedEvent[]> {
  const replaced = new Set(lines.flatMap((line) => targetOf(line) ?? []));
  const cases = new Map<string, NumberedEvent[]>();
  for (const { seq, entry } of lines) {
    if (entry.event === "void" || replaced.has(seq)) continue;
    const events = cases.get(entry.case) ?? [];
    events.push({ seq, entry });
    cases.set(entry.case, events);
  }
  for (const events of cases.values()) events.sort(byDay);
  return cases;
}

/** The number of the line that a line takes out of the record. */
function targetOf({ entry }: ResponseLine): number | undefined {
  return entry.event === "void" ? entry.voids : entry.corrects;
}

function byDay(a: NumberedEvent, b: NumberedEvent): number {
  if (a.entry.date !== b.entry.date) return a.entry.date < b.entry.date ? -1 : 1;
  return a.seq - b.seq;
}

/**
 * Why an entry cannot take a line out of the record, as a sentence; null when it can, or takes none. `all` are the lines of a sound
 * record, `ofCase` those of the entry's case.
 */
export function findCorrectionFault(
  { all, ofCase }: { all: readonly ResponseLine[]; ofCase: readonly ResponseLine[] },
  entry: ResponseLine["entry"],
): string | null {
  const isVoid = entry.event === "void";
  const seq = isVoid ? entry.voids : entry.corrects;
  if (seq === undefined) return null;
  const target = all[seq - 1];
  if (target === undefined) return `there is no line ${seq} in the record`;
  if (target.entry.case !== entry.case) return `line ${seq} is about another case`;
  if (target.entry.event === "void") {
    return `line ${seq} takes another one out and cannot be taken out itself; add the event again`;
  }
  if (!isVoid && target.entry.event !== entry.event) {
    return `line ${seq} is of the event ${target.entry.event}, not ${entry.event}`;
  }
  const earlier = ofCase.find((line) => targetOf(line) === seq);
  return earlier === undefined ? null : `line ${seq} was taken out by line ${earlier.seq} already`;
}
