import { sha256 } from "../io/sha256.ts";
import type { ResponseEntry, ResponseLine } from "../model/response-event.ts";
import { effectiveEvents, findCorrectionFault } from "./effective-events.ts";
import { findHistoryFault } from "./find-history-fault.ts";
import { findRepeatedReading } from "./find-repeated-reading.ts";
import type { RecordHead } from "./read-record.ts";
import { makeLine } from "./record-line.ts";

interface Additions {
  /** What is to be appended, in one piece. */
  readonly text: string;
  /** The head after it. */
  readonly head: RecordHead;
}

/** The first entry that cannot be added, by its place from 0. */
interface Fault {
  readonly at: number;
  readonly message: string;
}

/**
 * Lines for entries that follow a sound record; each one is held to the calendar and to the events of its case, those before it in the
 * list included. All of them can be added, or none is.
 */
export function planAdditions(
  { lines, head }: { readonly lines: readonly ResponseLine[]; readonly head: RecordHead },
  entries: readonly ResponseEntry[],
  clock: { readonly recordedAt: string; readonly today: string },
): Additions | Fault {
  const all = [...lines];
  const cases = groupByCase(lines);
  const texts: string[] = [];
  let last = head;
  const spelled = new Set([...cases.keys()].map((id) => id.toLowerCase()));
  for (const [at, entry] of entries.entries()) {
    const ofCase = cases.get(entry.case) ?? [];
    const fault =
      (cases.has(entry.case) ? null : findSpellingFault(entry, spelled)) ??
      findClockFault(entry, clock.today) ??
      findCorrectionFault({ all, ofCase }, entry);
    if (fault !== null) return { at, message: fault };
    const seq = last.seq + 1;
    const text = makeLine({ seq, previous: last.sha256 }, clock.recordedAt, entry);
    // Only number and entry of an added line are asked for below.
    const line = { seq, entry, previous: last.sha256, recordedAt: clock.recordedAt, sha256: "" };
    all.push(line);
    ofCase.push(line);
    cases.set(entry.case, ofCase);
    spelled.add(entry.case.toLowerCase());
    const events = effectiveEvents(ofCase).get(entry.case) ?? [];
    const history = findHistoryFault(events) ?? findRepeatedReading(entry, events);
    if (history !== null) return { at, message: history };
    texts.push(text);
    last = { seq, sha256: sha256(text.slice(0, -1)) };
  }
  return { text: texts.join(""), head: last };
}

function groupByCase(lines: readonly ResponseLine[]): Map<string, ResponseLine[]> {
  const cases = new Map<string, ResponseLine[]>();
  for (const line of lines) {
    const ofCase = cases.get(line.entry.case);
    if (ofCase === undefined) cases.set(line.entry.case, [line]);
    else ofCase.push(line);
  }
  return cases;
}

/** A patient who is spelled in two ways would count twice. `spelled`: the ids of the record, in small letters. */
function findSpellingFault(entry: ResponseEntry, spelled: ReadonlySet<string>): string | null {
  if (!spelled.has(entry.case.toLowerCase())) return null;
  return "the record has this case in other capitals; one patient has one spelling";
}

function findClockFault(entry: ResponseEntry, today: string): string | null {
  if (entry.event === "void" || entry.date <= today) return null;
  return `the ${entry.event} of ${entry.date} lies in the future; only what has happened is recorded`;
}
