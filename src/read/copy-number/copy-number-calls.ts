import { refuse } from "../../model/refusal.ts";
import type { CopyNumberCall } from "./copy-numbers.ts";
import { showText } from "../show-text.ts";

/**
 * Discrete values of cBioPortal and of GISTIC's thresholded table (cBioPortal, file formats, "Discrete copy number data"): -2 deep
 * deletion, -1 shallow loss, 1 low-level gain, 2 high-level amplification. -1.5 is a deletion of both copies in a part of the gene.
 */
const discrete: ReadonlyMap<number, CopyNumberCall> = new Map([
  [-2, "homozygous-deletion"],
  [-1.5, "partial-deletion"],
  [-1, "loss"],
  [0, "neutral"],
  [1, "gain"],
  [2, "amplification"],
]);

/** Words of gene lists. "Deletion" alone means both copies, as in OncoKB's annotator (CNA: Amplification, Deletion, Gain, Loss). */
const words: ReadonlyMap<string, CopyNumberCall> = new Map([
  ["amplification", "amplification"],
  ["amplified", "amplification"],
  ["amp", "amplification"],
  ["highlevelamplification", "amplification"],
  ["gain", "gain"],
  ["lowlevelgain", "gain"],
  ["duplication", "gain"],
  ["neutral", "neutral"],
  ["normal", "neutral"],
  ["diploid", "neutral"],
  ["loss", "loss"],
  ["shallowdeletion", "loss"],
  ["heterozygousdeletion", "loss"],
  ["hetloss", "loss"],
  ["homozygousdeletion", "homozygous-deletion"],
  ["deletion", "homozygous-deletion"],
  ["deepdeletion", "homozygous-deletion"],
  ["homdel", "homozygous-deletion"],
  ["homozygousloss", "homozygous-deletion"],
]);

/** The call of a discrete value. Throws Refusal "input" for a value that is none. */
export function callOfValue(value: number): CopyNumberCall {
  const call = discrete.get(value);
  if (call !== undefined) return call;
  throw refuse("input", "call-unknown", `${value} is no discrete copy number`, {
    hint: "These are -2, -1.5, -1, 0, 1 and 2.",
  });
}

/** True for a value that states a call. */
export function isDiscrete(value: number): boolean {
  return discrete.has(value);
}

/** The call that a word or a discrete value states, without case, blanks and dashes. Throws Refusal "input" for any other text. */
export function callOfText(text: string): CopyNumberCall {
  const trimmed = text.trim();
  if (/^[-+]?\d+(?:\.\d+)?$/.test(trimmed)) return callOfValue(Number(trimmed));
  const call = words.get(trimmed.toLowerCase().replaceAll(/[ _-]+/g, ""));
  if (call !== undefined) return call;
  throw refuse("input", "call-unknown", `${showText(text)} names no change of copy number`, {
    hint: "Write amplification, gain, neutral, loss or homozygous deletion.",
  });
}
