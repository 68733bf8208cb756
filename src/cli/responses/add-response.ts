import { kindOfPath } from "../../io/find-near-file.ts";
import { writeToStream } from "../../io/write-output.ts";
import { refuse } from "../../model/refusal.ts";
import type { ResponseEntry } from "../../model/response-event.ts";
import { planAdditions } from "../../responses/plan-additions.ts";
import { listProblems } from "../print-problems.ts";
import { makeVoice, type Terminal } from "../terminal.ts";
import { allOptions, buildEntry } from "./build-entry.ts";
import { type EntryOptions, isGiven, nameOption } from "./entry-options.ts";
import { findUnknownTherapies } from "./find-unknown-therapies.ts";
import { readEntries } from "./read-entries.ts";
import { appendLines, readSoundStudy, recordName, whileLocked } from "./study-record.ts";

export interface AddOptions extends EntryOptions {
  readonly study: string;
  readonly json?: string;
  readonly kb: readonly string[];
  readonly verbose: boolean;
}

/** Adds what the options or a file tell to the record of a study: all of it, or nothing. `now` is the clock. */
export async function addResponse(
  options: AddOptions,
  terminal: Terminal,
  now = new Date(),
): Promise<void> {
  const { study, json, verbose } = options;
  if (json !== undefined) refuseBoth(options);
  const { entries, name } =
    json === undefined
      ? { entries: [await buildEntry(options)], name: null }
      : await readEntries(json, terminal);
  await checkFolder(study);
  const unknown = await findUnknownTherapies(entries, options.kb);
  const first = await whileLocked(study, async () => {
    const record = await readSoundStudy(study, { mayBeNew: true });
    const plan = planAdditions(record, entries, {
      recordedAt: `${now.toISOString().slice(0, 19)}Z`,
      today: localDay(now),
    });
    if ("at" in plan) throw cannotAdd(plan, name);
    await appendLines(study, plan.text, plan.head);
    return record.head.seq + 1;
  });
  // Each name has a line of its own: folded, only the first would be told.
  if (unknown.length > 0) listProblems(unknown, await makeVoice(terminal, {}));
  await writeToStream(terminal.stdout, describe(entries, { first, verbose }));
}

function refuseBoth(options: AddOptions): void {
  const told = allOptions.filter((option) => isGiven(options, option)).map(nameOption);
  if (options.event !== undefined) told.unshift("--event");
  if (told.length === 0) return;
  throw refuse("usage", "told-twice", `--json and ${told.join(", ")} are given`, {
    hint: "Give events by --json, or one by --event.",
  });
}

/** A record of a misspelled folder would be a second record. */
async function checkFolder(study: string): Promise<void> {
  if ((await kindOfPath(study)) === "folder") return;
  throw refuse("usage", "no-study", `there is no folder ${study}`, {
    hint: "--study names the folder of the study; make it first.",
  });
}

function cannotAdd({ at, message }: { at: number; message: string }, name: string | null) {
  if (name === null) {
    return refuse("usage", "event-refused", message, { hint: "Nothing was added." });
  }
  return refuse("input", "event-refused", message, {
    where: { file: name, pointer: `/${at}` },
    hint: "Nothing of the file was added.",
  });
}

/** Patients live by the calendar of the place, not by that of UTC. */
function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The numbers of the lines, by which they can be corrected; the case only when asked for. */
function describe(
  entries: readonly ResponseEntry[],
  { first, verbose }: { first: number; verbose: boolean },
): string {
  return entries
    .map(
      (entry, at) =>
        `${recordName}:${first + at}: ${entry.event}${verbose ? ` of ${entry.case}` : ""}\n`,
    )
    .join("");
}
