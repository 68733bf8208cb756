import { streamSource, type ByteSource } from "../../../../src/io/byte-source.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import type { ProteinScale } from "../../../../src/model/protein-scales.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { readCohortMeta, type CohortSample } from "../../../../src/read/cohort/cohort-meta.ts";
import type { CohortFile, CohortQuestion } from "../../../../src/read/cohort/cohort.ts";
import { openCohort } from "../../../../src/read/cohort/open-cohort.ts";

/** A source that can be read again, as a file can. */
export function textSource(name: string, content: string | Uint8Array): ByteSource {
  const chunks = () =>
    streamSource(
      name,
      (async function* bytes() {
        yield Buffer.from(content);
      })(),
    ).chunks();
  return { name, path: null, open: null, chunks };
}

export async function metaOf(
  content: string,
): Promise<{ samples: ReadonlyMap<string, CohortSample>; problems: Problem[] }> {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const { samples } = await readCohortMeta(textSource("m.csv", content), { report, strict: false });
  return { samples, problems };
}

/** Reads reference samples of a text as the file `ref.csv`. */
export async function cohortOf(
  content: string | Uint8Array,
  facts: ReadonlyMap<string, CohortSample> = new Map(),
  scale?: ProteinScale,
): Promise<{ file: CohortFile; problems: Problem[] }> {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const source = textSource("ref.csv", content);
  return { file: await openCohort(source, { facts, scale, report, strict: false }), problems };
}

export const anyCase: CohortQuestion = {
  caseNames: new Set(),
  caseRows: [],
  aberrationNegative: false,
  currentSymbol: (name) => (name === "HER2" ? "ERBB2" : name),
};

/** The first problem of the refusal that the work ends in. */
export async function refusalOf(
  work: () => unknown,
): Promise<Problem & { readonly kind: Refusal["kind"] }> {
  try {
    await work();
  } catch (error) {
    const [problem] = error instanceof Refusal ? error.problems : [];
    if (error instanceof Refusal && problem !== undefined) return { ...problem, kind: error.kind };
    throw error;
  }
  throw new Error("nothing was refused");
}
