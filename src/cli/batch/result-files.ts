import { join } from "node:path";
import { fileExists } from "../../io/file-exists.ts";
import { makeFolder } from "../../io/make-folder.ts";
import { readBytes, readText } from "../../io/read-files.ts";
import { removeFile } from "../../io/remove-file.ts";
import { sha256 } from "../../io/sha256.ts";
import { writeFileAtomic } from "../../io/write-output.ts";
import { type SampleStateFile, sampleStateSchema } from "../../model/batch.ts";
import type { SampleAnswer } from "./sample-task.ts";

/** The folder of results as one sample after the other is written into it. */
export interface ResultFiles {
  /** What an earlier run wrote of a sample, when all of it is still there as it was written. */
  findWhole(sample: string): Promise<SampleStateFile | null>;
  /** What was kept of a sample that is done. */
  readState(sample: string): Promise<SampleStateFile | null>;
  /** Puts the reports of a sample, or the account of its failure, in the place of what stood there. */
  write(sample: string, answer: Exclude<SampleAnswer, { kind: "kept" }>): Promise<void>;
}

/** Where `--resume` finds what it needs to know. */
const stateFolder = ".metaction";

/**
 * Opens a folder of results, and makes it when it is not there. The first sample that is written removes the `summaries` of an earlier run:
 * should this one be killed, they would tell of reports that do not stand there any more.
 */
export async function openResultFiles(
  folder: string,
  summaries: readonly string[],
): Promise<ResultFiles> {
  await makeFolder(join(folder, stateFolder));
  const statePath = (sample: string): string => join(folder, stateFolder, `${sample}.json`);
  const readState = async (sample: string): Promise<SampleStateFile | null> => {
    if (!(await fileExists(statePath(sample)))) return null;
    return parseState(await readText(statePath(sample)));
  };
  const put = async (name: string, text: string): Promise<void> =>
    await writeFileAtomic(join(folder, name), text, { noClobber: false });
  let removal: Promise<unknown> | null = null;
  const removeSummaries = async (): Promise<void> => {
    removal ??= Promise.all(summaries.map(async (name) => await removeFile(join(folder, name))));
    await removal;
  };
  return {
    readState,
    async findWhole(sample) {
      const state = await readState(sample);
      if (state === null || state.record.sample !== sample) return null;
      for (const { name, sha256: digest } of state.outputs) {
        const path = join(folder, name);
        if (!(await fileExists(path)) || sha256(await readBytes(path)) !== digest) return null;
      }
      return state;
    },
    async write(sample, answer) {
      await removeSummaries();
      const before = (await readState(sample))?.outputs ?? [];
      // First of all: from here on, until it stands again, nothing of this sample counts as done.
      await removeFile(statePath(sample));
      const errorFile = `${sample}.error.json`;
      const outputs =
        answer.kind === "made"
          ? answer.outputs
          : [{ name: errorFile, text: describeFailure(sample, answer) }];
      const names = new Set(outputs.map(({ name }) => name));
      const stale = [errorFile, ...before.map(({ name }) => name)];
      await Promise.all([
        ...outputs.map(async ({ name, text }) => await put(name, text)),
        ...stale
          .filter((name) => !names.has(name) && isFileOf(sample, name))
          .map(async (name) => await removeFile(join(folder, name))),
      ]);
      if (answer.kind === "made") {
        await writeFileAtomic(statePath(sample), `${JSON.stringify(answer.state)}\n`, {
          noClobber: false,
        });
      }
    },
  };
}

/** A state that somebody edited must not make the run remove another file. */
function isFileOf(sample: string, name: string): boolean {
  return name.startsWith(`${sample}.`) && !name.includes("/") && !name.includes("\\");
}

function parseState(text: string): SampleStateFile | null {
  try {
    return sampleStateSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Of another version, or not ours: the sample is made again.
    return null;
  }
}

function describeFailure(
  sample: string,
  { record, problems }: Extract<SampleAnswer, { kind: "failed" }>,
): string {
  return `${JSON.stringify({ sample, exitCode: record.exitCode, problems }, null, 2)}\n`;
}
