import { writeFileAtomic, writeToStream } from "../../io/write-output.ts";
import { refuse } from "../../model/refusal.ts";
import type { RatioOperator } from "../../model/response-summary.ts";
import { responseFormats } from "../../report/render/responses/response-formats.ts";
import { effectiveEvents } from "../../responses/effective-events.ts";
import { summarizeCase } from "../../responses/summarize-case.ts";
import { checkReplacing } from "../check-overwrites.ts";
import type { Terminal } from "../terminal.ts";
import { readSoundStudy, recordFiles, recordName } from "./study-record.ts";

export interface ShowResponseOptions {
  readonly study: string;
  readonly format: string;
  readonly threshold: number;
  readonly operator: RatioOperator;
  readonly output?: string;
}

/** Prints what the record of one patient comes to. A record with any fault is refused: its numbers could be of nobody. */
export async function showResponse(
  id: string,
  { study, format, threshold, operator, output }: ShowResponseOptions,
  terminal: Terminal,
): Promise<void> {
  await checkReplacing(output, recordFiles(study));
  const { lines, head } = await readSoundStudy(study);
  const cases = effectiveEvents(lines);
  const events = cases.get(id);
  if (events === undefined) {
    throw refuse(
      "usage",
      "case-not-in-record",
      "the record has no event of this case that counts",
      {
        hint: "Ids are compared letter by letter, and messages name none.",
      },
    );
  }
  const ofCase = lines.filter(({ entry }) => entry.case === id && entry.event !== "void");
  const summary = summarizeCase(id, events, {
    rule: { threshold, operator },
    record: {
      file: recordName,
      lines: lines.length,
      sha256: head.sha256,
      corrected: ofCase.length - events.length,
    },
  });
  const render = await responseFormats.find((each) => each.id === format)?.load();
  const text = render?.(summary) ?? "";
  if (output === undefined) await writeToStream(terminal.stdout, text);
  else await writeFileAtomic(output, text, { noClobber: false });
}
