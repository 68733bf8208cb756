import { basename } from "node:path";
import { refuseRepeatedKeys } from "../../io/json/repeated-keys.ts";
import { readStream, readText } from "../../io/read-files.ts";
import { makeProblem, type Problem } from "../../model/problem.ts";
import { Refusal, refuse } from "../../model/refusal.ts";
import { type ResponseEntry, responseEntrySchema } from "../../model/response-event.ts";
import type { Terminal } from "../terminal.ts";

/** More faults than these say nothing new about a file that is wrong. */
const shownFaults = 20;

export interface ReadEntries {
  readonly entries: readonly ResponseEntry[];
  /** Name of the file, for messages. */
  readonly name: string;
}

/** Entries of a file, or of standard input for `-`: one JSON object, a list of them, or one a line. Throws Refusal "input" with every fault. */
export async function readEntries(path: string, { stdin }: Terminal): Promise<ReadEntries> {
  const name = path === "-" ? "standard input" : basename(path);
  const text = path === "-" ? await readStream(stdin, name) : await readText(path);
  const values = parseValues(text, name);
  const problems: Problem[] = [];
  const entries = values.flatMap((value, at) => {
    const parsed = responseEntrySchema.safeParse(value);
    if (parsed.success) return [parsed.data];
    for (const issue of parsed.error.issues) {
      const pointer = ["", at, ...issue.path.map(String)].join("/");
      problems.push(
        makeProblem("event-invalid", "error", issue.message, { where: { file: name, pointer } }),
      );
    }
    return [];
  });
  if (problems.length > 0) throw new Refusal("input", problems.slice(0, shownFaults));
  if (entries.length === 0) {
    throw refuse("input", "no-events", `${name} holds no event`, { where: { file: name } });
  }
  return { entries, name };
}

function parseValues(text: string, name: string): unknown[] {
  const whole = parse(text);
  if (whole !== undefined) refuseRepeatedKeys(text, name);
  if (whole !== undefined) return Array.isArray(whole) ? whole : [whole];
  return text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    const value = parse(line);
    if (value !== undefined) {
      refuseRepeatedKeys(line, name, at + 1);
      return [value];
    }
    throw refuse("input", "events-not-json", `${name} is neither JSON nor one JSON object a line`, {
      where: { file: name, line: at + 1 },
      hint: "metaction schema response prints what a line holds: an entry is its member entry.",
    });
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
