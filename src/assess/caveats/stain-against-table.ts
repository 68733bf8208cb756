/** A stain that bears a target out, while a table of proteins of the case shows the opposite: the verdict alone would hide the table. */
import type { Reason } from "../../model/verdict.ts";
import type { Measurement, Verification } from "../../model/verification.ts";
import { isFavorable } from "../verification/weigh-verdicts.ts";

/** Words of stains, and of the tables that show the opposite. A faint stain beside a low protein is none: HER2-low is just that. */
const opposites: readonly {
  readonly stained: ReadonlySet<string>;
  readonly table: ReadonlySet<string>;
}[] = [
  {
    stained: new Set(["3+", "positive", "overexpressed"]),
    table: new Set(["down", "not detected"]),
  },
  { stained: new Set(["0", "negative", "lost"]), table: new Set(["up"]) },
];

/**
 * One caveat for each gene. An absolute assay goes before a relative one, so that the verdict stays (spec, clinical R8.1), and says nothing of the table; of
 * a verdict that does not bear the target out the sentence tells both itself.
 */
export function findTableCaveats({
  state,
  measurements,
}: Pick<Verification, "state" | "measurements">): Reason[] {
  if (!isFavorable(state)) return [];
  const stains = measurements.filter(({ assay }) => assay === "ihc");
  const tables = measurements.filter(({ assay }) => assay === "protein");
  const genes = new Set(stains.map(({ gene }) => gene));
  return [...genes].flatMap((gene) => {
    const isOf = (each: Measurement): boolean => each.gene === gene;
    // With in situ hybridization 2+ is HER2-positive (ASCO/CAP), and without it open or HER2-low.
    const isPositive = measurements.some(
      (each) => isOf(each) && each.assay === "her2-status" && each.seen === "positive",
    );
    const found = opposites.flatMap(({ stained, table }) => {
      const [held, against] = [
        stains.filter(
          (each) => isOf(each) && stained.has(isPositive && each.seen === "2+" ? "3+" : each.seen),
        ),
        tables.filter((each) => isOf(each) && table.has(each.seen)),
      ];
      return held.length > 0 && against.length > 0 ? [[textsOf(held), textsOf(against)]] : [];
    });
    return found.map(([held = "", against = ""]) => ({
      code: "stain-against-table",
      text: `${held} counts here, and a table of proteins opposes it: ${against}. An amount beside a cohort is relative, and does not undo what a stain shows: make sure that both are of one lesion, how many tumor cells the table's sample held, and what its cohort is.`,
    }));
  });
}

/** Each once: every alteration of the gene is held to the same measurements. */
function textsOf(measurements: readonly Measurement[]): string {
  return [...new Set(measurements.map(({ text }) => text))].join(" and ");
}
