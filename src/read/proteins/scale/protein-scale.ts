import type { Measured } from "../../../model/alteration.ts";
import { makeProblem, type ReportProblem } from "../../../model/problem.ts";
import type { ProteinScale } from "../../../model/protein-scales.ts";
import { refuse } from "../../../model/refusal.ts";
import { findFilledIn } from "./filled-in.ts";
import { findRange, log2Limit, shorten, type ValueRange } from "./protein-scale-range.ts";
import { findScaleDoubts } from "./scale-doubts.ts";
import { findMixture, showExtremes, type MixtureInput } from "./scale-mixture.ts";
import { showText } from "../../show-text.ts";
import { hasStandardRows, hasStandardSamples } from "./standardized-rows.ts";
import type { ScalableRow } from "./scalable-row.ts";

export interface StatedScale {
  readonly scale: ProteinScale;
  /** `declared`, the column that states it, or the format. */
  readonly by: string;
}

export interface ScaleInput {
  readonly file: string;
  readonly molecule: Measured;
  /** The molecule is stated by the caller or the format; absent: it is only taken. */
  readonly isMoleculeStated?: boolean;
  /** The format has intensities of a mass spectrometer or their logarithms, and nothing else. */
  readonly isIntensity?: boolean;
  /** Names of the samples, the case first, for messages. */
  readonly samples?: readonly string[];
  readonly rows: readonly ScalableRow[];
  /** Null: to be recognized from the values. */
  readonly stated: StatedScale | null;
  readonly report: ReportProblem;
}

/** A scale as it is after reading, with the rule that decided it. */
export interface SettledScale {
  readonly name: string;
  readonly decidedBy: string;
}

/** A declared log2 scale is believed up to here. */
const declaredLimit = 100;
/** Values above it can only be linear (contract of clinical 4.2: refuse or log-transform). */
const linearMaximum = 100;

/** Linear scales: what is added before the logarithm is taken, and what the result is called. */
const linear = {
  /** An instrument writes 0 for what it did not see (clinical 4.3). */
  intensity: { added: 0, name: "log2-intensity", values: "linear intensities" },
  /** The zero of a count is a measurement: the molecule was looked for and not found. */
  tpm: { added: 1, name: "log2-tpm", values: "TPM or a like linear unit" },
  counts: { added: 1, name: "log2-counts", values: "counts" },
} as const;
type LinearScale = keyof typeof linear;

/**
 * Decides the scale of a table and brings linear values to log2 in place: intensities with their zeros as missing values, counts and TPM as
 * log2(x + 1) with their zeros as values. Throws Refusal "input" when the values fit no scale, are a mixture of scales, or contradict
 * the stated one.
 */
export function settleScale(input: ScaleInput): SettledScale {
  const { stated, rows } = input;
  const range = findRange(rows);
  if (range.count === 0) {
    return stated === null
      ? { name: "unknown", decidedBy: "the table holds no value" }
      : {
          name: nameEmpty(stated.scale),
          decidedBy: stated.by,
        };
  }
  return stated === null ? recognize(input, range) : applyStated(input, stated, range);
}

/** What a table without a value would be after reading. */
function nameEmpty(scale: ProteinScale): string {
  if (isLinear(scale)) return linear[scale].name;
  return scale === "log10" ? "log2-intensity" : scale;
}

function recognize(input: ScaleInput, range: ValueRange): SettledScale {
  const { rows } = input;
  const { span } = range;
  if (range.min < 0) {
    refuseMixture(input, range, "ratio");
    if (range.min < -log2Limit || range.max > log2Limit) throw noScale(input, range);
    if (hasStandardRows(rows)) {
      return { name: "z", decidedBy: `recognized: the rows have mean 0 and deviation 1; ${span}` };
    }
    if (hasStandardSamples(range.samples)) {
      return {
        name: "z",
        decidedBy: `recognized: the samples have mean 0 and deviation 1; ${span}`,
      };
    }
    reportDoubts(input, range, "ratio");
    return { name: "log2-ratio", decidedBy: `recognized: ${span}` };
  }
  if (range.max > linearMaximum || range.aboveLimit * 2 > range.count) {
    refuseMixture(input, range, "linear");
    reportDoubts(input, range, "linear");
    return takeLogarithms(input, { scale: linearScaleOf(input, range), range, by: null });
  }
  if (range.max > log2Limit) throw noScale(input, range);
  reportDoubts(input, range, "log2");
  dropFilledIn(input);
  dropZeros(input, range);
  return { name: "log2-intensity", decidedBy: `recognized: ${span}` };
}

function refuseMixture(input: ScaleInput, range: ValueRange, kind: MixtureInput["kind"]): void {
  const { file, rows, samples = [] } = input;
  const found = findMixture({ rows, samples, range, kind });
  if (found === null) return;
  throw refuse("input", "scale-mixed", `an impossible mixture of scales: ${found}`, {
    where: { file },
    hint: "Export all values on one scale, and no column that is no sample; where they are on one, declare it with --protein-scale.",
  });
}

/** Who declares a scale may know better; a mixture is said all the same. */
function warnOfMixture(input: ScaleInput, range: ValueRange, scale: ProteinScale): void {
  const { file, rows, samples = [], report } = input;
  if (scale === "z" || scale === "score") return;
  const kind = isLinear(scale) ? "linear" : range.min < 0 ? "ratio" : "log2";
  const found = findMixture({ rows, samples, range, kind });
  if (found === null) return;
  const message = `the scale is declared as ${scale}, but values are on two scales: ${found}`;
  report(makeProblem("scale-mixed", "warning", message, { where: { file } }));
}

function reportDoubts(
  input: ScaleInput,
  range: ValueRange,
  kind: Parameters<typeof findScaleDoubts>[0],
): void {
  const { file, rows, molecule, samples = [], report } = input;
  const { isMoleculeStated = false, isIntensity = false } = input;
  const stated = { molecule, isMoleculeStated, isIntensity };
  const doubts = findScaleDoubts(kind, { rows, samples, range, ...stated });
  for (const { message, hint } of doubts) {
    report(makeProblem("scale-uncertain", "warning", message, { where: { file }, hint }));
  }
}

function linearScaleOf({ molecule }: ScaleInput, { fractions }: ValueRange): LinearScale {
  if (molecule !== "rna") return "intensity";
  return fractions === 0 ? "counts" : "tpm";
}

function applyStated(input: ScaleInput, stated: StatedScale, range: ValueRange): SettledScale {
  const { scale, by } = stated;
  if (by === "declared") warnOfMixture(input, range, scale);
  if (isLinear(scale)) {
    if (range.min < 0) throw contradicted(input.file, stated, `${shorten(range.min)}, below zero`);
    return takeLogarithms(input, { scale, range, by });
  }
  if (scale !== "z" && scale !== "score") {
    const worst = range.max > declaredLimit ? range.max : range.min;
    if (Math.abs(worst) > declaredLimit) {
      throw contradicted(input.file, stated, `${shorten(worst)}, which no log2 value is`);
    }
  }
  if (scale === "log10") return takeLog10(input, { range, by });
  if (scale === "log2-intensity") {
    dropFilledIn(input);
    dropZeros(input, range);
  }
  return { name: scale, decidedBy: by };
}

function isLinear(scale: ProteinScale): scale is LinearScale {
  return Object.hasOwn(linear, scale);
}

/** Replaces every value that is present, case and cohort alike. */
function mapValues(rows: readonly ScalableRow[], change: (value: number) => number): void {
  for (const row of rows) {
    row.value = change(row.value);
    const { cohort } = row;
    for (let index = 0; index < cohort.length; index += 1) {
      cohort[index] = change(cohort[index] ?? Number.NaN);
    }
  }
}

function takeLogarithms(
  input: ScaleInput,
  { scale, range, by }: { scale: LinearScale; range: ValueRange; by: string | null },
): SettledScale {
  const { file, rows, report } = input;
  const { added, name, values } = linear[scale];
  if (scale === "intensity") dropFilledIn(input);
  const { span, zeros } = range;
  if (added === 0) mapValues(rows, (value) => (value === 0 ? Number.NaN : Math.log2(value)));
  else mapValues(rows, (value) => Math.log2(value + added));
  const [formula, treated] =
    added === 0 ? ["log2", "that count as missing"] : ["log2(x + 1)", "that count as values"];
  const message = `${values} (${span}) were ${formula}-transformed; zeros ${treated}: ${zeros}`;
  report(makeProblem("scale-linear", "notice", message, { where: { file } }));
  const stated = by === null ? "" : `, ${by}`;
  return { name, decidedBy: `${formula} of ${values}${stated}: ${span}` };
}

/** What is below zero in places is a ratio. */
function takeLog10(
  input: ScaleInput,
  { range, by }: { range: ValueRange; by: string },
): SettledScale {
  const isRatio = range.min < 0;
  if (!isRatio) {
    dropFilledIn(input);
    dropZeros(input, range);
  }
  mapValues(input.rows, (value) => value * Math.log2(10));
  return {
    name: isRatio ? "log2-ratio" : "log2-intensity",
    decidedBy: `log2 of log10 values, ${by}: ${range.span}`,
  };
}

/** A constant that a program wrote for what it did not find is no measurement, and no low one (clinical 4.3: never imputed for a call). */
function dropFilledIn({ file, molecule, rows, samples = [], report }: ScaleInput): void {
  if (molecule === "rna") return;
  const filled = findFilledIn(rows, samples);
  if (filled === null) return;
  for (const row of rows) {
    if (filled.has(0, row.value)) row.value = Number.NaN;
    const { cohort } = row;
    for (let index = 0; index < cohort.length; index += 1) {
      if (filled.has(index + 1, cohort[index] ?? Number.NaN)) cohort[index] = Number.NaN;
    }
  }
  const message = `${filled.text}: taken as put in for missing values, and counted as missing`;
  const hint =
    "Give the table without imputation, and leave cells empty where nothing was measured.";
  report(makeProblem("values-filled-in", "warning", message, { where: { file }, hint }));
}

function dropZeros({ file, molecule, rows, report }: ScaleInput, { zeros }: ValueRange): void {
  // The zero of log2(TPM + 1) is a measurement; that of a mass spectrometer is none.
  if (molecule === "rna" || zeros === 0) return;
  mapValues(rows, (value) => (value === 0 ? Number.NaN : value));
  const message = `zeros among logarithms of intensities that count as missing: ${zeros}`;
  report(makeProblem("zero-is-missing", "notice", message, { where: { file } }));
}

function contradicted(file: string, { scale, by }: StatedScale, value: string): Error {
  const message = `the scale is ${scale} (${by}), and a value is ${value}`;
  return refuse("input", "scale-contradicted", message, {
    where: { file },
    hint: "Leave the scale undeclared to have linear intensities log2-transformed.",
  });
}

function noScale({ file, rows, samples = [] }: ScaleInput, range: ValueRange): Error {
  const message = `${range.span} are neither log2 values nor linear intensities: ${showExtremes({ rows, samples, range })}`;
  return refuse("input", "scale-unknown", message, {
    where: { file },
    hint: "Export values of one scale, or declare it with --protein-scale.",
  });
}

/** The scale that the caller and the column's name state. Throws Refusal "usage" when they differ. */
export function stateScale(
  declared: ProteinScale | undefined,
  column: { readonly name: string; readonly scale: ProteinScale | null } | null,
): StatedScale | null {
  const named = column?.scale ?? null;
  if (declared !== undefined && named !== null && declared !== named) {
    const message = `column ${showText(column?.name ?? "")} states the scale ${named}, and ${declared} is declared`;
    throw refuse("usage", "scale-conflict", message);
  }
  if (declared !== undefined) return { scale: declared, by: "declared" };
  return named === null ? null : { scale: named, by: `column ${showText(column?.name ?? "")}` };
}
