import { type Stain, liesWithin, readStain } from "../../constraints/stain.ts";
import type { Observation } from "../../model/observation.ts";
import type { Reason } from "../../model/verdict.ts";

/**
 * Scores, from the first to below the second, that may be of 1 to 10 % of cells. Percentages are read to three decimals, so that 10.001 is 10 and no more.
 * H-score 30: a cell adds 3 at most. Allred 5: 2 for up to 10 % of cells and 3 for the intensity.
 */
const lowScores: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["%", [1, 10.001]],
  ["H-score", [3, 30.001]],
  ["Allred", [3, 5.001]],
]);

const limits =
  "for which data on the benefit of endocrine therapy are limited (ASCO/CAP 2020, 10.1200/JCO.19.02309).";

/** Estrogen receptor in 1 to 10 % of cells is positive and of its own group (ASCO/CAP 2020, 10.1200/JCO.19.02309). */
export function findReceptorCaveats(alterations: readonly Observation[]): Reason[] {
  return alterations.flatMap(({ gene, alteration, label }) => {
    if (gene !== "ESR1" || alteration.kind !== "ihc") return [];
    const stain = readStain(alteration);
    if (!mayBeLow(stain)) return [];
    const text =
      stain.unit === "%"
        ? `${label}: 1 to 10 % is called low positive, ${limits}`
        : `${label} may be of 10 % of cells or less, which is called low positive, ${limits}`;
    return [{ code: "er-low-positive", text }];
  });
}

function mayBeLow(stain: Stain): stain is Extract<Stain, { form: "number" }> {
  if (stain.form !== "number") return false;
  const range = lowScores.get(stain.unit);
  return range !== undefined && liesWithin(stain, ...range) === true;
}
