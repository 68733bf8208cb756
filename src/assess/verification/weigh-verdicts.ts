import { assayWords } from "../../knowledgebase/schema/verification-assays.ts";
import { verificationStates, type VerificationState } from "../../model/verdict.ts";

/** The verdict of one measurement, and what it was made with. */
export interface WeighedVerdict {
  readonly state: VerificationState;
  readonly assay: keyof typeof assayWords;
}

const speaksFor: ReadonlySet<VerificationState> = new Set(["verified", "supported"]);
const speaksAgainst: ReadonlySet<VerificationState> = new Set(["not supported", "contradicted"]);
const isSilent: ReadonlySet<VerificationState> = new Set([
  "not assessed",
  "not assessable",
  "not informative",
]);

/** True for a verdict that bears an alteration out. */
export function isFavorable(state: VerificationState): boolean {
  return speaksFor.has(state);
}

/** True for a verdict that does not bear it out, and for one that leaves two results standing. */
export function isAdverse(state: VerificationState): boolean {
  return speaksAgainst.has(state) || state === "discordant";
}

/** True for a verdict that says something about the alteration. */
export function isTelling(state: VerificationState): boolean {
  return !isSilent.has(state);
}

/**
 * One state from several measurements of one alteration, and those that it rests on. An absolute assay goes before a relative one;
 * measurements that oppose each other are `discordant`, and both are told, but that a relative one does not support what an
 * absolute one shows opposes nothing. An absolute measurement that leaves it open is not outvoted by another that bears it out: the state is
 * `equivocal`, and both are told. `verdicts` is not empty.
 */
export function weighVerdicts<T extends WeighedVerdict>(
  verdicts: readonly T[],
): { readonly state: VerificationState; readonly decisive: readonly T[] } {
  const telling = verdicts.filter(({ state }) => isTelling(state));
  const absolute = telling.filter(({ assay }) => assayWords[assay].isAbsolute);
  const favorable = telling.filter(({ state }) => isFavorable(state));
  const isShown = favorable.some((verdict) => absolute.includes(verdict));
  // What a relative measurement does not support, an absolute one may still have shown (spec, clinical R8.1).
  const against = (isShown ? absolute : telling).filter(({ state }) => speaksAgainst.has(state));
  const opposed = favorable.length > 0 && against.length > 0;
  if (opposed) return { state: "discordant", decisive: telling };
  const pool = [absolute, telling, verdicts].find(({ length }) => length > 0) ?? verdicts;
  if (pool.some(({ state }) => state === "discordant")) {
    return { state: "discordant", decisive: pool };
  }
  const open = absolute.filter(({ state }) => state === "equivocal");
  const borneOut = absolute.filter(({ state }) => isFavorable(state));
  if (open.length > 0 && borneOut.length > 0) {
    return { state: "equivocal", decisive: [...open, ...borneOut] };
  }
  const state = verificationStates.find((each) => pool.some((verdict) => verdict.state === each));
  if (state === undefined) throw new Error("there is no verdict to weigh");
  return { state, decisive: pool.filter((verdict) => verdict.state === state) };
}
