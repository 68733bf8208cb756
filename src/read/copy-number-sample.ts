import { nearest } from "../model/nearest.ts";
import { refuse, type Refusal } from "../model/refusal.ts";
import type { CopyNumberReadOptions } from "./copy-numbers.ts";
import { showText } from "./show-text.ts";

/** Which of the samples of a file is read, decided while its rows come. */
export interface SampleChoice {
  /** The column of a matrix whose columns are samples. Throws as `settle` does. */
  ofColumns(samples: readonly string[]): string;
  /** True for a row that may be of the sample; its name is noted. */
  mayTake(sample: string): boolean;
  /** The sample; null when there was no row. Throws Refusal "identity" for one that is not there, "usage" for several. */
  settle(): string | null;
}

/** More names than these are not kept for messages. */
const mostNames = 10_000;
const mostNamed = 5;

/**
 * The sample that is asked for, else the tumor sample of the case where the file has it, else the only one. Names are compared
 * exactly.
 */
export function makeSampleChoice(
  { sample: asked, tumorSample }: Pick<CopyNumberReadOptions, "sample" | "tumorSample">,
  where: { readonly file: string; readonly line: number },
): SampleChoice {
  const seen = new Set<string>();
  let first: string | null = null;
  const note = (sample: string): void => {
    first ??= sample;
    const isWanted = sample === asked || sample === tumorSample;
    if (isWanted || seen.size < mostNames) seen.add(sample);
  };
  const settle = (): string | null => {
    if (seen.size === 0) return null;
    if (asked !== undefined) {
      if (seen.has(asked)) return asked;
      throw notFound(asked, [...seen], where);
    }
    if (tumorSample !== undefined && seen.has(tumorSample)) return tumorSample;
    if (seen.size === 1) return first;
    throw undecided([...seen], where);
  };
  return {
    ofColumns(samples) {
      for (const name of samples) note(name);
      const chosen = settle();
      if (chosen === null) throw undecided([], where);
      return chosen;
    },
    mayTake(sample) {
      note(sample);
      if (asked !== undefined) return sample === asked;
      return sample === first || sample === tumorSample;
    },
    settle,
  };
}

function nameSome(names: readonly string[], count: number): string {
  const list = names.slice(0, mostNamed).map(showText).join(", ");
  return count <= mostNamed ? `it has ${list}` : `its ${count} samples include ${list}`;
}

function notFound(
  asked: string,
  samples: readonly string[],
  where: { readonly file: string; readonly line: number },
): Refusal {
  const near = nearest(asked, samples, 3);
  const named = nameSome(near.length > 0 ? near : samples, samples.length);
  const message = `the copy-number file has no sample ${showText(asked)}; ${named}`;
  return refuse("identity", "copy-number-sample-missing", message, {
    where,
    hint: "Name it exactly as the file does.",
  });
}

function undecided(
  samples: readonly string[],
  where: { readonly file: string; readonly line: number },
): Refusal {
  const message = `which sample of the copy-number file is the case is not said; ${nameSome(samples, samples.length)}`;
  return refuse("usage", "copy-number-sample-undecided", message, {
    where,
    hint: 'Say it in the case file: "cnv": [{ "file": ..., "sample": ... }].',
  });
}
