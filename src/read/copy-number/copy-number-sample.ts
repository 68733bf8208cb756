import { chooseOwnSample, mayBeOwn, type AskedSample, type SampledFile } from "../own-sample.ts";

/** Which of the samples of a file is read, decided while its rows come. */
export interface SampleChoice {
  /** The column of a matrix whose columns are samples. Throws as `settle` does. */
  ofColumns(samples: readonly string[]): string | null;
  /** True for a row that may be of the sample; its name is noted. */
  mayTake(sample: string): boolean;
  /** The sample; null when there was no row. Throws Refusal "identity" for one that is not there, "usage" for several. */
  settle(): string | null;
}

/** More names than these are not kept for messages. */
const mostNames = 10_000;

/** The case's sample in a file of copy numbers, as `chooseOwnSample` decides it. */
export function makeSampleChoice(
  asked: AskedSample & Pick<SampledFile, "report">,
  where: SampledFile["where"],
): SampleChoice {
  const seen = new Set<string>();
  let first: string | null = null;
  const note = (sample: string): void => {
    first ??= sample;
    if (mayBeOwn(sample, asked) || seen.size < mostNames) seen.add(sample);
  };
  const settle = (): string | null =>
    chooseOwnSample(
      [...seen].filter((name) => name !== ""),
      asked,
      { where, report: asked.report, ...copyNumberFile },
    );
  return {
    ofColumns(samples) {
      for (const name of samples) note(name);
      return settle();
    },
    mayTake(sample) {
      note(sample);
      if (sample === "" || mayBeOwn(sample, asked)) return true;
      return asked.sample === undefined && sample === first;
    },
    settle,
  };
}

/** How a problem of the sample of a file of copy numbers is named. */
export const copyNumberFile = { kind: "copy-number", key: "cnv" } as const;
