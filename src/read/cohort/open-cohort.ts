import type { ByteSource } from "../../io/byte-source.ts";
import { readSource } from "../../io/read-files.ts";
import { isBuiltCohort, readBuiltCohort } from "./cohort-built.ts";
import { readCohortMatrix, type CohortMatrixOptions } from "./cohort-matrix.ts";
import type { CohortFile } from "./cohort.ts";

/** What the built files that were opened hold: a run over many samples compares all of them with the same ones. */
const built = new WeakMap<ByteSource, CohortFile>();

/** Reference samples of a built file or of a matrix; the content says which it is. Throws Refusal "input". */
export async function openCohort(
  source: ByteSource,
  options: CohortMatrixOptions,
): Promise<CohortFile> {
  const known = built.get(source);
  if (known !== undefined) return known;
  for await (const chunk of source.chunks()) {
    if (isBuiltCohort(chunk)) {
      const file = readBuiltCohort(await readSource(source), source.name);
      built.set(source, file);
      return file;
    }
    break;
  }
  return await readCohortMatrix(source, options);
}
