/** What a score of immunohistochemistry says, so that scores of different forms are never compared by guess. */
import type { IhcResult } from "../model/alteration.ts";

export type Stain =
  | { readonly form: "grade"; readonly grade: number }
  | { readonly form: "number"; readonly value: number; readonly unit: string }
  | { readonly form: "word"; readonly word: string };

/** Reads `2+` as a grade, `50` with its unit as a number, all else as a word. */
export function readStain({ score, unit }: Pick<IhcResult, "score" | "unit">): Stain {
  const grade = /^([0-3])\+?$/.exec(score)?.[1];
  if (unit === null && grade !== undefined) return { form: "grade", grade: Number(grade) };
  const value = Number(score);
  if (unit !== null && Number.isFinite(value)) return { form: "number", value, unit };
  return { form: "word", word: score };
}

/** In situ hybridization counts genes: its rows lie among the stains of a pathologist, and show no protein. */
export function isHybridization({ assay, unit }: Pick<IhcResult, "assay" | "unit">): boolean {
  return unit === "ratio" || unit === "copies" || /ish\b/i.test(assay ?? "");
}

/** Least percentage of stained cells that counts as present (ASCO/CAP for ER and PR, PD-L1 TPS: 1 %; PMID 31928404). */
const presentFrom = 1;

/** Units of a share of cells. */
const shares: ReadonlySet<string> = new Set(["%", "TPS", "TC", "IC"]);

/** Whether the protein is there: null where the score has no answer. */
export function showsProtein(stain: Stain): boolean | null {
  switch (stain.form) {
    case "grade":
      return stain.grade > 0;
    case "number":
      if (stain.value === 0) return false;
      return !shares.has(stain.unit) || stain.value >= presentFrom ? true : null;
    case "word":
      if (["positive", "retained", "overexpressed"].includes(stain.word)) return true;
      return stain.word === "negative" || stain.word === "lost" ? false : null;
  }
}
