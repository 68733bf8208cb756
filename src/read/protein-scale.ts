import { makeProblem, type ReportProblem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";
import type { Molecule } from "../model/alteration.ts";
import type { Scale } from "./protein-columns.ts";
import { showText } from "./show-text.ts";

/** A row whose numbers may still have to be brought to log2. */
export interface ScalableRow {
  /** NaN when missing. */
  value: number;
  /** NaN where missing. */
  readonly cohort: Float64Array;
}

export interface StatedScale {
  readonly scale: Scale;
  /** `declared`, or the column that states it. */
  readonly by: string;
}

export interface ScaleInput {
  readonly file: string;
  readonly molecule: Molecule;
  readonly rows: readonly ScalableRow[];
  /** Null: to be recognized from the values. */
  readonly stated: StatedScale | null;
  readonly report: ReportProblem;
}

/** No log2 intensity or ratio goes beyond: 2^50 exceeds every detector. */
const log2Limit = 50;
/** A declared log2 scale is believed up to here. */
const declaredLimit = 100;
/** Values above it can only be linear (contract of clinical 4.2: refuse or log-transform). */
const linearMaximum = 100;
/** Linear ratios to a reference lie around 1; log2 intensities do not. */
const ratioLike = 2;

/**
 * Decides the scale of a table, brings linear intensities to log2 in place, and turns the zeros of
 * intensities into missing values: an instrument writes 0 for what it did not see (clinical 4.3). Throws
 * Refusal "input" when the values fit no scale, or contradict the stated one.
 */
export function settleScale(input: ScaleInput): { name: string; decidedBy: string } {
  const { stated, rows } = input;
  const range = findRange(rows);
  if (range.count === 0) {
    return stated === null
      ? { name: "unknown", decidedBy: "the table holds no value" }
      : { name: stated.scale, decidedBy: stated.by };
  }
  if (stated !== null) {
    checkStated(input, stated, range);
    if (stated.scale === "log2-intensity") dropZeros(input, range);
    return { name: stated.scale, decidedBy: stated.by };
  }
  const span = `${range.count} values from ${short(range.min)} to ${short(range.max)}`;
  if (range.min < 0) {
    if (range.min < -log2Limit || range.max > log2Limit) throw noScale(input.file, span);
    return { name: "log2-ratio", decidedBy: `recognized: ${span}` };
  }
  if (range.max > linearMaximum || range.aboveLimit * 2 > range.count) {
    takeLogarithms(input, range, span);
    return { name: "log2-intensity", decidedBy: `log2 of linear intensities: ${span}` };
  }
  if (range.max > log2Limit) throw noScale(input.file, span);
  warnOfRatios(input, range);
  dropZeros(input, range);
  return { name: "log2-intensity", decidedBy: `recognized: ${span}` };
}

interface Range {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  /** Values above `log2Limit`: more than half of them puts the median there. */
  readonly aboveLimit: number;
  /** Values below `ratioLike`. */
  readonly belowRatio: number;
  readonly zeros: number;
}

function findRange(rows: readonly ScalableRow[]): Range {
  const range = { count: 0, min: Infinity, max: -Infinity, aboveLimit: 0, belowRatio: 0, zeros: 0 };
  const add = (value: number): void => {
    if (Number.isNaN(value)) return;
    range.count += 1;
    if (value < range.min) range.min = value;
    if (value > range.max) range.max = value;
    if (value > log2Limit) range.aboveLimit += 1;
    if (value < ratioLike) range.belowRatio += 1;
    if (value === 0) range.zeros += 1;
  };
  for (const row of rows) {
    add(row.value);
    for (const value of row.cohort) add(value);
  }
  return range;
}

/** Replaces every value that is present, case and cohort alike. */
function mapValues(rows: readonly ScalableRow[], change: (value: number) => number): void {
  for (const row of rows) {
    row.value = change(row.value);
    for (const [index, value] of row.cohort.entries()) row.cohort[index] = change(value);
  }
}

function takeLogarithms({ file, rows, report }: ScaleInput, { zeros }: Range, span: string): void {
  mapValues(rows, (value) => (value === 0 ? Number.NaN : Math.log2(value)));
  const message = `linear intensities (${span}) were log2-transformed; zeros that count as missing: ${zeros}`;
  report(makeProblem("scale-linear", "notice", message, { where: { file } }));
}

function dropZeros({ file, molecule, rows, report }: ScaleInput, { zeros }: Range): void {
  // The zero of log2(TPM + 1) is a measurement; that of a mass spectrometer is none.
  if (molecule === "rna" || zeros === 0) return;
  mapValues(rows, (value) => (value === 0 ? Number.NaN : value));
  const message = `zeros among log2 intensities that count as missing: ${zeros}`;
  report(makeProblem("zero-is-missing", "notice", message, { where: { file } }));
}

function checkStated({ file }: ScaleInput, stated: StatedScale, range: Range): void {
  if (stated.scale === "z") return;
  const worst = range.max > declaredLimit ? range.max : range.min;
  if (Math.abs(worst) <= declaredLimit) return;
  const message = `the scale is ${stated.scale} (${stated.by}), and a value is ${short(worst)}, which no log2 value is`;
  throw refuse("input", "scale-contradicted", message, {
    where: { file },
    hint: "Leave the scale undeclared to have linear intensities log2-transformed.",
  });
}

function warnOfRatios({ file, report }: ScaleInput, range: Range): void {
  if (range.belowRatio * 2 <= range.count) return;
  const message = `no value is below zero and most are below ${ratioLike}: taken as log2, but linear ratios look like this too`;
  const hint = "Declare the scale to be sure.";
  report(makeProblem("scale-uncertain", "warning", message, { where: { file }, hint }));
}

function noScale(file: string, span: string): Error {
  const message = `${span} are neither log2 values nor linear intensities`;
  return refuse("input", "scale-unknown", message, {
    where: { file },
    hint: "Declare the scale, or export values of one scale.",
  });
}

/** Four significant digits, the same everywhere. */
function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** The scale that the caller and the column's name state. Throws Refusal "usage" when they differ. */
export function stateScale(
  declared: Scale | undefined,
  column: { readonly name: string; readonly scale: Scale | null } | null,
): StatedScale | null {
  const named = column?.scale ?? null;
  if (declared !== undefined && named !== null && declared !== named) {
    const message = `column ${showText(column?.name ?? "")} states the scale ${named}, and ${declared} is declared`;
    throw refuse("usage", "scale-conflict", message);
  }
  if (declared !== undefined) return { scale: declared, by: "declared" };
  return named === null ? null : { scale: named, by: `column ${showText(column?.name ?? "")}` };
}
