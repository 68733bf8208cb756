/** PD-L1 by immunohistochemistry. A cut-off belongs to one antibody, one score, one tumor and one drug. */

export interface PdL1Counts {
  /** Viable tumor cells with staining of the membrane. */
  readonly tumorPositive: number;
  /** Lymphocytes and macrophages with any staining. */
  readonly immunePositive: number;
  /** All viable tumor cells. */
  readonly tumorCells: number;
}

export const pdL1Scores = ["TPS", "CPS"] as const;

/** Tumor proportion score, 0 to 100; null without viable tumor cells. */
export function tumorProportionScore({ tumorPositive, tumorCells }: PdL1Counts): number | null {
  return tumorCells > 0 ? (100 * tumorPositive) / tumorCells : null;
}

/** Combined positive score, capped at 100; null without viable tumor cells. */
export function combinedPositiveScore(counts: PdL1Counts): number | null {
  const { tumorPositive, immunePositive, tumorCells } = counts;
  if (tumorCells <= 0) return null;
  return Math.min(100, (100 * (tumorPositive + immunePositive)) / tumorCells);
}

export interface PdL1Measured {
  readonly score: (typeof pdL1Scores)[number];
  readonly value: number;
  /** Antibody, as the laboratory names it; null: not said. */
  readonly clone: string | null;
}

export interface PdL1CutOff {
  readonly score: (typeof pdL1Scores)[number];
  /** Positive from here on. */
  readonly from: number;
  readonly clone: string;
}

export interface PdL1Verdict {
  readonly state: "positive" | "negative" | "not assessable";
  readonly text: string;
}

/** Never compares across antibodies or scores, and never with a cut-off whose antibody the laboratory did not name. */
export function judgePdL1(measured: PdL1Measured, cutOff: PdL1CutOff): PdL1Verdict {
  const asked = `${cutOff.score} ${cutOff.from} with ${cutOff.clone}`;
  const { clone, score, value } = measured;
  if (clone === null) {
    return { state: "not assessable", text: `the antibody is not named; the cut-off is ${asked}` };
  }
  if (!namesClone(clone, cutOff.clone) || score !== cutOff.score) {
    const text = `${score} with ${clone} is not compared with a cut-off of ${asked}`;
    return { state: "not assessable", text };
  }
  const state = value >= cutOff.from ? "positive" : "negative";
  const word = state === "positive" ? "reaches" : "is below";
  return { state, text: `${score} ${value} ${word} the cut-off of ${asked}` };
}

/** Laboratories write `22C3`, `22c3 pharmDx` and `Dako 28-8`: one word of theirs has to be the clone. */
function namesClone(named: string, clone: string): boolean {
  return named
    .split(/[\s(),;]+/)
    .map(plain)
    .includes(plain(clone));
}

function plain(word: string): string {
  return word.replaceAll("-", "").toUpperCase();
}
