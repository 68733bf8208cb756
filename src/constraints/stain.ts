/** What a score of immunohistochemistry says, so that scores of different forms are never compared by guess. */
import type { IhcResult } from "../model/alteration.ts";
import { namesHybridization } from "../read/stains/hybridization.ts";

export type Stain =
  | { readonly form: "grade"; readonly grade: number }
  | ({ readonly form: "number"; readonly unit: string } & Amount)
  | { readonly form: "word"; readonly word: string };

/** A number, or a range of them: all from `from` to `to`, which are equal for a number. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  /** The range begins above `from`. */
  readonly isAbove: boolean;
  /** The range ends below `to`. */
  readonly isBelow: boolean;
}

/** Reads `2+` as a grade, `50`, `<1`, `>=50` and `1-49` with their unit as numbers, all else as a word. */
export function readStain({ score, unit }: Pick<IhcResult, "score" | "unit">): Stain {
  const grade = /^([0-3])\+?$/.exec(score)?.[1];
  if (unit === null && grade !== undefined) return { form: "grade", grade: Number(grade) };
  const amount = unit === null ? null : readAmount(score);
  if (unit !== null && amount !== null) return { form: "number", unit, ...amount };
  return { form: "word", word: score };
}

function readAmount(score: string): Amount | null {
  const range = /^(<=?|>=?)?(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?$/.exec(score);
  if (range === null) return null;
  const [, sign = "", first, last] = range;
  const value = Number(first);
  if (sign.startsWith("<")) return { from: 0, to: value, isAbove: false, isBelow: sign === "<" };
  const to = sign === "" ? Number(last ?? first) : Infinity;
  return { from: value, to, isAbove: sign === ">", isBelow: false };
}

/** Whether an amount is `atLeast` or more and below `below`; null where a range holds both. */
export function liesWithin(amount: Amount, atLeast: number, below: number): boolean | null {
  if (endsBelow(amount, atLeast) || amount.from >= below) return false;
  return amount.from >= atLeast && endsBelow(amount, below) ? true : null;
}

function endsBelow({ to, isBelow }: Amount, limit: number): boolean {
  return isBelow || limit === Infinity ? to <= limit : to < limit;
}

/**
 * In situ hybridization counts genes: its rows lie among the stains of a pathologist, and show no protein. Its results are numbers of signals and two
 * words; a grade beside `IHC and FISH` is of the stain.
 */
export function isHybridization({
  score,
  unit,
  assay,
}: Pick<IhcResult, "score" | "unit" | "assay">): boolean {
  if (unit === "ratio" || unit === "copies") return true;
  return namesHybridization(assay) && (score === "positive" || score === "negative");
}

/** Least percentage of stained cells, or CPS, that counts as present: below is negative (ASCO/CAP for ER and PR, PD-L1: 1; PMID 31928404). */
const presentFrom = 1;

/** Units with that limit: shares of cells, and the CPS of PD-L1. */
const limited: ReadonlySet<string> = new Set(["%", "TPS", "TC", "IC", "CPS"]);

/** By which percentages of stained tumor cells a protein is called lost and kept, where it is not by 1 %. */
interface OwnShare {
  readonly isLost: (share: Amount) => boolean;
  readonly keptFrom: number;
  /** Each without the percentage of the score itself. */
  readonly rules: { readonly lost: string; readonly kept: string; readonly open: string };
}

/**
 * Lost below 10 %, whatever the intensity (10.1007/s00428-025-04249-5; CAPItello-281 counts 90 % of cells without a stain). From there to half of the cells
 * trials differ, and it stays open.
 */
const pten: OwnShare = {
  isLost: (share) => endsBelow(share, 10),
  keptFrom: 50,
  rules: {
    lost: "below 10 % of cells counts as lost",
    kept: "50 % of cells or more counts as kept",
    open: "cut-offs of loss differ from 10 to 50 % of cells",
  },
};

/** A mismatch repair protein is lost where no tumor cell is stained; from which percentage on it is kept no rule says, so that the word of the pathologist decides. */
const mismatchRepair: OwnShare = {
  isLost: ({ to }) => to === 0,
  keptFrom: Infinity,
  rules: {
    lost: "no stained cell counts as lost",
    kept: "counts as kept",
    open: "a mismatch repair protein is lost at 0 %, and no percentage above counts as lost or retained",
  },
};

const ownShares: ReadonlyMap<string, OwnShare> = new Map([
  ["PTEN", pten],
  ["MLH1", mismatchRepair],
  ["MSH2", mismatchRepair],
  ["MSH6", mismatchRepair],
  ["PMS2", mismatchRepair],
]);

/** Units that are percentages of tumor cells; CPS and IC count immune cells. */
const ofTumorCells: ReadonlySet<string> = new Set(["%", "TPS", "TC"]);

/**
 * Between which percentages of stained tumor cells a score lies; null where it tells none. A stained cell adds 1 to 3 to an H-score, so that one of 30 is
 * of 10 to 30 % of the cells. Nothing that counts tumor cells is 0 where one is stained; IC counts immune cells alone.
 */
function boundShare(stain: Stain): Amount | null {
  if (stain.form !== "number") return null;
  if (ofTumorCells.has(stain.unit) || (stain.to === 0 && stain.unit !== "IC")) return stain;
  if (stain.unit !== "H-score") return null;
  const { from, to, isAbove, isBelow } = stain;
  return { from: from / 3, to: Math.min(to, 100), isAbove, isBelow: isBelow && to <= 100 };
}

/** True for two amounts of which none could be the other; ranges that share an amount may be of one result. */
export function areApart(one: Amount, other: Amount): boolean {
  return endsBefore(one, other) || endsBefore(other, one);
}

function endsBefore(one: Amount, other: Amount): boolean {
  return one.to < other.from || (one.to === other.from && (one.isBelow || other.isAbove));
}

/** True for two scores that may be of one percentage of stained tumor cells: 8 % and an H-score of 16. False where one of them tells none. */
export function mayBeOneShare(one: Stain, other: Stain): boolean {
  const [a, b] = [boundShare(one), boundShare(other)];
  return a !== null && b !== null && !areApart(a, b);
}

/** Null where the protein has no percentages of its own, or the stain is no number. */
function readOwnShare(
  stain: Stain,
  gene: string | null,
): { readonly shown: boolean | null; readonly rule: string } | null {
  const own = gene === null ? undefined : ownShares.get(gene);
  if (own === undefined || stain.form !== "number") return null;
  const { isLost, keptFrom, rules } = own;
  const share = boundShare(stain);
  if (share === null) {
    return { shown: null, rule: "this score does not tell the percentage of stained tumor cells" };
  }
  const told =
    stain.unit === "H-score" ? `${describeBounds(share)} of cells are stained, and ` : "";
  if (isLost(share)) return { shown: false, rule: `${told}${rules.lost}` };
  return share.from >= keptFrom
    ? { shown: true, rule: `${told}${rules.kept}` }
    : { shown: null, rule: `${told}${rules.open}` };
}

/** `at most 5 %`, `10 to 30 %`; without the decimals that a third has. */
function describeBounds({ from, to, isBelow }: Amount): string {
  const [least, most] = [from, to].map((share) => Number(share.toFixed(1)));
  if (to >= 100) return `at least ${least} %`;
  return from < 1 || isBelow
    ? `${isBelow ? "less than" : "at most"} ${most} %`
    : `${least} to ${most} %`;
}

/** How a number of a protein with percentages of its own was read, in words; null for every other stain. */
export function describeShareRule(stain: IhcResult): string | null {
  return readOwnShare(readStain(stain), stain.gene)?.rule ?? null;
}

/**
 * Least amounts that are positive by the unit of the score. Estrogen and progesterone receptors: 1 % of cells (ASCO/CAP), which an H-score of 3
 * proves, since a cell adds 3 at most; Allred 3 (Fitzgibbons 2014, Arch Pathol Lab Med). Claudin 18.2 and folate receptor alpha: the percentage that their labels count.
 */
const receptorFrom: ReadonlyMap<string, number> = new Map([
  ["%", 1],
  ["H-score", 3],
  ["Allred", 3],
]);
const labelFrom: ReadonlyMap<string, number> = new Map([["%", 75]]);
const positiveFrom = new Map([
  ["ESR1", receptorFrom],
  ["PGR", receptorFrom],
  ["CLDN18", labelFrom],
  ["FOLR1", labelFrom],
]);

/**
 * Whether a score, which is a result of some proteins as a word is, says that the protein is there: null where it does not tell, and for all other proteins.
 * Grade 0 is negative for each of them.
 */
export function resultByShare(stain: Stain, gene: string): boolean | null {
  if (stain.form === "grade") return stain.grade === 0 ? false : null;
  const own = readOwnShare(stain, gene);
  if (own !== null) return own.shown;
  const from = positiveFrom.get(gene);
  if (stain.form !== "number" || from !== receptorFrom) return null;
  // An H-score bounds the percentage: 1 and 2 may be of less than 1 % of cells, and of more.
  const share = stain.unit === "H-score" ? boundShare(stain) : stain;
  const least = from.get(stain.unit === "H-score" ? "%" : stain.unit);
  return share === null || least === undefined ? null : liesWithin(share, least, Infinity);
}

/** True for a number at or above the positive cut-off of its protein; false below it, where a range holds it, and where none is known. */
export function reachesPositive(stain: Stain, gene: string | null): boolean {
  if (gene === null || stain.form !== "number") return false;
  const from = positiveFrom.get(gene)?.get(stain.unit);
  return from !== undefined && liesWithin(stain, from, Infinity) === true;
}

/** Whether the protein is there: null where the score has no answer. `gene`: some proteins are lost by percentages of their own. */
export function showsProtein(stain: Stain, gene: string | null): boolean | null {
  const own = readOwnShare(stain, gene);
  if (own !== null) return own.shown;
  switch (stain.form) {
    case "grade":
      return stain.grade > 0;
    case "number":
      if (limited.has(stain.unit)) return liesWithin(stain, presentFrom, Infinity);
      if (stain.to === 0) return false;
      return stain.from > 0 || stain.isAbove ? true : null;
    case "word":
      if (["positive", "retained", "overexpressed"].includes(stain.word)) return true;
      return stain.word === "negative" || stain.word === "lost" ? false : null;
  }
}
