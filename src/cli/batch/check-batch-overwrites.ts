import { basename, join, resolve } from "node:path";
import { isSameFile } from "../../io/same-file.ts";
import { refuse } from "../../model/refusal.ts";
import { batchFiles } from "../../report/render/cohort/batch-files.ts";
import { renderers } from "../../report/render/renderers.ts";
import { caseFiles } from "./case-files.ts";
import type { PlannedSample } from "./plan-samples.ts";

/**
 * Refusal "usage" when the run would write over the sheet or over a file that a sample is read from, as `P1.tsv` in the folder
 * of results would be. Inputs are looked for by their names, so that the cost grows with their number alone.
 */
export async function checkBatchOverwrites(
  samples: readonly PlannedSample[],
  options: {
    readonly sheet: string;
    readonly folder: string;
    readonly formats: readonly string[];
    /** What every sample is read with. */
    readonly shared: readonly (string | undefined)[];
  },
): Promise<void> {
  const extensions = renderers
    .filter(({ id }) => options.formats.includes(id))
    .map(({ extension }) => extension);
  const written = new Map(
    [
      ...batchFiles.map(({ name }) => name),
      ...samples.flatMap(({ caseFile }) =>
        [...extensions, ".error.json"].map((extension) => `${caseFile.id}${extension}`),
      ),
    ].map((name) => [name.toLowerCase(), name]),
  );
  const inputs = new Set([
    resolve(options.sheet),
    ...options.shared.flatMap((path) => (path === undefined ? [] : [resolve(path)])),
    ...samples.flatMap(({ caseFile, folder }) =>
      caseFiles(caseFile).map(({ file }) => resolve(folder, file)),
    ),
  ]);
  for (const input of inputs) {
    const name = written.get(basename(input).toLowerCase());
    if (name === undefined || !(await isSameFile(join(options.folder, name), input))) continue;
    throw refuse("usage", "output-is-input", `output ${name} would replace the input ${input}`, {
      hint: "Name another folder after -O.",
    });
  }
}
