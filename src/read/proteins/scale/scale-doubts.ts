/**
 * Other scales that would explain the values of a table as well as the one that was recognized. Each limit lies between what public
 * tables of its kind show (MaxQuant, DIA-NN, CPTAC, TCPA, TCGA) and the same tables brought to the other scale.
 */
import type { Measured } from "../../../model/alteration.ts";
import { findMixture } from "./scale-mixture.ts";
import {
  log2Limit,
  ratioLike,
  shorten,
  takeEvenly,
  type ValueRange,
} from "./protein-scale-range.ts";
import { quantile } from "../../../model/quantile.ts";
import { describeRows, type RowFacts, type RowsProfile } from "./rows-profile.ts";
import { showText } from "../../show-text.ts";
import type { ScalableRow } from "./scalable-row.ts";

export interface ScaleDoubt {
  readonly message: string;
  readonly hint: string;
}

export interface DoubtInput {
  readonly rows: readonly ScalableRow[];
  /** Names, the case first. */
  readonly samples: readonly string[];
  readonly range: ValueRange;
  readonly molecule: Measured;
  /** The molecule is stated by the caller or the format, and not only taken. */
  readonly isMoleculeStated: boolean;
  /** The values are intensities of a mass spectrometer or their logarithms, by their format. */
  readonly isIntensity: boolean;
}

/** Fewer rows have no distribution that tells anything. */
const fewestRows = 50;
/** Values of a row whose spread or sign is judged. */
const fewestOfJudged = 20;

/** What may be wrong with log2 ratios, linear intensities or log2 intensities, in this order of certainty. */
export function findScaleDoubts(
  kind: "ratio" | "linear" | "log2",
  input: DoubtInput,
): ScaleDoubt[] {
  const { range, rows } = input;
  const doubts =
    kind === "log2"
      ? [...doubtLinearRatios(range), ...doubtCounts(range), ...doubtSmallLogarithms(input)]
      : [];
  if (rows.length < fewestRows) return doubts;
  const profile = describeRows(rows);
  switch (kind) {
    case "ratio":
      return [...doubtZ(profile), ...doubtRatioSamples(input), ...doubtRatioRows(profile)];
    case "linear":
      return [...doubtLogRows(profile), ...doubtMolecule(input, profile)];
    case "log2":
      return [...doubts, ...doubtMixture(input), ...doubtLog10(profile, input)];
  }
}

/** Names the option with its value; the two other commands call it differently. */
function declareScale(scale: string): string {
  return `--protein-scale ${scale} (protein outliers and cohort build: --scale)`;
}

function doubtLinearRatios({ belowRatio, count }: ValueRange): ScaleDoubt[] {
  if (belowRatio * 2 <= count) return [];
  return [
    {
      message: `no value is below zero and most are below ${ratioLike}: taken as log2, but linear ratios look like this too`,
      hint: `Declare linear ratios with ${declareScale("intensity")}, log2 values with log2-intensity.`,
    },
  ];
}

/** Logarithms are hardly ever whole. */
function doubtCounts({ fractions, count }: ValueRange): ScaleDoubt[] {
  if (fractions > 0 || count < fewestOfJudged) return [];
  return [
    {
      message: "every value is a whole number: taken as log2, but spectral counts look like this",
      hint: `Declare counts with ${declareScale("counts")}, log2 values with log2-intensity.`,
    },
  ];
}

/** Deviations of rows of z scores differ by chance alone; those of log2 ratios differ twofold and more. */
function doubtZ({ rows }: RowsProfile): ScaleDoubt[] {
  const judged = rows.filter(({ count }) => count >= fewestOfJudged);
  if (judged.length < fewestRows) return [];
  const logs = Float64Array.from(judged, ({ deviation }) => Math.log(deviation)).sort();
  const middle = Math.exp(quantile(logs, 0.5));
  // The interquartile range of a normal distribution is 1.349 deviations.
  const spread = (quantile(logs, 0.75) - quantile(logs, 0.25)) / 1.349;
  const counts = Float64Array.from(judged, ({ count }) => count).sort();
  const byChance = 1 / Math.sqrt(2 * (quantile(counts, 0.5) - 1));
  if (middle < 0.6 || middle > 1.6 || spread > 1.5 * byChance) return [];
  return [
    {
      message: `all genes vary alike (deviation ${shorten(middle)}): taken as log2 ratios, but z scores look like this`,
      hint: `If they are, declare ${declareScale("z")}; z scores have no fold.`,
    },
  ];
}

/** A sample of which nothing is negative among log2 ratios of which a quarter is. */
function doubtRatioSamples({ range: { samples: all }, samples }: DoubtInput): ScaleDoubt[] {
  const ranges = [...all.entries()].filter(([, { count }]) => count >= fewestOfJudged);
  const positive = ranges.filter(([, { min }]) => min >= 0);
  const rest = ranges.filter(([, { min }]) => min < 0).map(([, range]) => range);
  const [first] = positive;
  if (first === undefined || sumOf(rest, "negative") * 4 < sumOf(rest, "count")) return [];
  return [
    {
      message: `samples without a value below zero: ${positive.length} of ${ranges.length} (${showText(samples[first[0]] ?? "")}), while the others are log2 ratios; linear ratios look like this`,
      hint: "Export all samples on one scale.",
    },
  ];
}

/** Rows of linear ratios have nothing below 0 and lie around 1. */
function doubtRatioRows({ rows }: RowsProfile): ScaleDoubt[] {
  const judged = rows.filter(({ count }) => count >= fewestOfJudged);
  const linear = judged.filter(({ min, mean }) => min >= 0 && mean > 0.5 && mean < 2);
  const rest = judged.filter(({ min }) => min < 0);
  if (linear.length * 5 < judged.length || judged.length < fewestRows) return [];
  if (sumOf(rest, "negative") * 4 < sumOf(rest, "count")) return [];
  return [
    {
      message: `${partOf(linear, judged)} have no value below zero and lie around 1, while the others are log2 ratios; linear ratios look like this`,
      hint: "Export all rows on one scale.",
    },
  ];
}

/** Logarithms vary by a few percent of themselves, what an instrument or a counter gives by a quarter and more. */
function doubtLogRows({ rows }: RowsProfile): ScaleDoubt[] {
  const logs = rows.filter(
    ({ max, mean, deviation }) => max <= log2Limit && mean >= 3 && deviation <= 0.15 * mean,
  );
  const high = rows.filter(({ mean }) => mean > 100);
  const variation = Float64Array.from(high, ({ mean, deviation }) => deviation / mean).sort();
  if (logs.length < 5 || logs.length * 10 < rows.length) return [];
  if (quantile(variation, 0.5) < 0.25) return [];
  const [low] = logs;
  const [other] = high;
  if (low === undefined || other === undefined) return [];
  return [
    {
      message: `${partOf(logs, rows)} vary like logarithms (${low.name} around ${shorten(low.mean)}), the others like linear values (${other.name} around ${shorten(other.mean)}): a mixture of scales looks like this`,
      hint: "Export all rows on one scale.",
    },
  ];
}

const million = 1e6;

/** What counts molecules of RNA has small numbers, or adds up to a million. */
function doubtMolecule(input: DoubtInput, { values }: RowsProfile): ScaleDoubt[] {
  const { range, molecule, isMoleculeStated } = input;
  if (molecule !== "protein" || isMoleculeStated) return [];
  const small = values.findLastIndex((value) => value <= 5) + 1;
  const middle = quantile(values, 0.5);
  const why =
    range.fractions === 0 && small * 100 >= values.length
      ? "all values are whole numbers, small ones among them, as counts are"
      : addsUpToMillion(input)
        ? "the values of each sample add up to a million, as TPM does"
        : middle < 500
          ? `half of the values are below ${shorten(middle)}, as of TPM or linear ratios`
          : null;
  if (why === null) return [];
  return [
    {
      message: `taken as intensities of proteins, with zeros as missing values; but ${why}`,
      hint: `Declare RNA with --protein-molecule rna (protein outliers: --molecule), counts of spectra with ${declareScale("counts")}, intensities with intensity.`,
    },
  ];
}

function addsUpToMillion({ range: { samples } }: DoubtInput): boolean {
  const near = samples.filter(({ sum }) => Math.abs(sum - million) <= million / 100).length;
  return near * 5 >= samples.length * 4;
}

function doubtMixture({ rows, samples, range }: DoubtInput): ScaleDoubt[] {
  const found = findMixture({ rows, samples, range, kind: "log2" }) ?? findFarSample(rows, samples);
  return found === null ? [] : [{ message: found, hint: "Export all values on one scale." }];
}

/** Nothing that is measured differs 32-fold between two samples as a whole. */
const farthest = 5;

function findFarSample(rows: readonly ScalableRow[], samples: readonly string[]): string | null {
  const looked = takeEvenly(rows);
  const medians = samples.flatMap((name, index) => {
    const values = Float64Array.from(looked, ({ value, cohort }) =>
      index === 0 ? value : (cohort[index - 1] ?? Number.NaN),
    );
    const present = values.filter((each) => !Number.isNaN(each) && each !== 0).sort();
    return present.length < fewestOfJudged ? [] : [{ name, middle: quantile(present, 0.5) }];
  });
  const sorted = medians.toSorted((a, b) => a.middle - b.middle);
  for (const [index, high] of sorted.entries()) {
    const low = sorted[index - 1];
    if (low === undefined || high.middle - low.middle < farthest) continue;
    return `half of the values of ${showText(low.name)} are below ${shorten(low.middle)}, half of those of ${showText(high.name)} above ${shorten(high.middle)}: samples on two scales look like this`;
  }
  return null;
}

/** A mass spectrometer counts more than 2^11 = 2,048 of some protein, and hardly 10^11 of any: the two logarithms do not overlap there. */
const leastOfLog2 = 11;

/** For tables of any size, where the format says that the values are nothing but intensities. */
function doubtSmallLogarithms({ range, isIntensity }: DoubtInput): ScaleDoubt[] {
  if (!isIntensity || range.max > leastOfLog2) return [];
  return [log10Doubt(`no value is above ${shorten(range.max)}`)];
}

function log10Doubt(found: string): ScaleDoubt {
  return {
    message: `${found}: taken as log2, but log10 intensities look like this`,
    hint: `If they are, declare ${declareScale("log10")}; if not, log2-intensity.`,
  };
}

/** Log10 intensities of a proteome span 5 units at most, log2 intensities 10 and more. */
function doubtLog10({ rows, values }: RowsProfile, { isIntensity }: DoubtInput): ScaleDoubt[] {
  if (isIntensity) return [];
  const [low, high] = [quantile(values, 0.01), quantile(values, 0.99)];
  if (low < 2.5 || high > 11 || high - low > 5) return [];
  const deviations = Float64Array.from(rows, ({ deviation }) => deviation).sort();
  if (deviations.length > 0 && quantile(deviations, 0.5) > 0.45) return [];
  return [log10Doubt(`nearly all values lie between ${shorten(low)} and ${shorten(high)}`)];
}

function sumOf(
  rows: readonly Pick<RowFacts, "negative" | "count">[],
  key: "negative" | "count",
): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

/** `rows 3 of 60`: of all rows, or of those that were looked at. */
function partOf(some: readonly RowFacts[], all: readonly RowFacts[]): string {
  return `${some.length} of ${all.length} rows`;
}
