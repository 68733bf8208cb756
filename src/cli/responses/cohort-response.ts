import { writeFileAtomic, writeToStream } from "../../io/write-output.ts";
import type { RatioOperator } from "../../model/response-summary.ts";
import { responseCohortFormats } from "../../report/render/responses/response-formats.ts";
import { effectiveEvents } from "../../responses/effective-events.ts";
import { summarizeCohort } from "../../responses/summarize-cohort.ts";
import { checkReplacing } from "../check-overwrites.ts";
import type { Terminal } from "../terminal.ts";
import { readSoundStudy, recordFiles, recordName } from "./study-record.ts";

export interface CohortResponseOptions {
  readonly study: string;
  readonly format: string;
  readonly threshold: number;
  readonly operator: RatioOperator;
  readonly modified: boolean;
  readonly output?: string;
}

/** Prints what the record of a whole study comes to; no case is named. */
export async function cohortResponse(
  options: CohortResponseOptions,
  terminal: Terminal,
): Promise<void> {
  const { study, format, threshold, operator, modified, output } = options;
  await checkReplacing(output, recordFiles(study));
  const { lines, head } = await readSoundStudy(study);
  const cohort = summarizeCohort(effectiveEvents(lines), {
    rule: { threshold, operator },
    isModified: modified,
    record: { file: recordName, lines: lines.length, sha256: head.sha256 },
  });
  const render = await responseCohortFormats.find(({ id }) => id === format)?.load();
  const text = render?.(cohort) ?? "";
  if (output === undefined) await writeToStream(terminal.stdout, text);
  else await writeFileAtomic(output, text, { noClobber: false });
}
