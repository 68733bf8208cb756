import { outlierId } from "../../annotate/proteins/name-measured.ts";
import type { OutlierCall, OutlierResult } from "../../annotate/proteins/protein-outliers.ts";

type Called = Pick<OutlierResult, "calls" | "observations">;

/**
 * The calls and observations of several tables, without those of a row of several genes where another table measures the gene, or the site,
 * by itself and can tell.
 */
export function preferOwnRows(outcomes: readonly Called[]): Called {
  const calls = outcomes.flatMap((outcome) => outcome.calls);
  const own = new Set(
    calls.filter(({ group, call }) => group === undefined && call !== "not assessable").map(keyOf),
  );
  const isLeft = (each: OutlierCall): boolean => each.group !== undefined && own.has(keyOf(each));
  const left = new Set(calls.filter(isLeft).map(outlierId));
  return {
    calls: calls.filter((each) => !isLeft(each)),
    observations: outcomes
      .flatMap(({ observations }) => observations)
      .filter(({ id }) => !left.has(id)),
  };
}

function keyOf({ gene, site, molecule }: OutlierCall): string {
  return [molecule, gene, site].join("\t");
}
