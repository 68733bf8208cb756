import { liesWithin, readStain } from "../constraints/stain.ts";
import type { Observation } from "../model/observation.ts";
import type { Reason } from "../model/verdict.ts";

/** Estrogen receptor in 1 to 10 % of cells is positive and of its own group (ASCO/CAP 2020, 10.1200/JCO.19.02309). */
export function findReceptorCaveats(alterations: readonly Observation[]): Reason[] {
  return alterations
    .filter(({ gene, alteration }) => {
      if (gene !== "ESR1" || alteration.kind !== "ihc") return false;
      const stain = readStain(alteration);
      // Percentages of stains are read to three decimals, so that this is 10 and no more.
      return stain.form === "number" && stain.unit === "%" && liesWithin(stain, 1, 10.001) === true;
    })
    .map(({ label }) => ({
      code: "er-low-positive",
      text: `${label}: 1 to 10 % is called low positive, for which data on the benefit of endocrine therapy are limited (ASCO/CAP 2020, 10.1200/JCO.19.02309).`,
    }));
}
