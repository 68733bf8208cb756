import type { Match } from "../../match/match.ts";

/** Proteins whose cut-off belongs to an assay, a tumor and a drug (PD-L1: PMC7058818, table 4; 10.1038/s41379-019-0210-3). */
const withoutCommonCutOff: ReadonlyMap<string, string> = new Map([["CD274", "PD-L1"]]);

/**
 * The protein of which a statement asks for expression and states no cut-off, where none is common: what the source called expressed
 * need not be what the case shows. Null: there is none.
 */
export function openCutOff({ statement }: Pick<Match, "statement">): string | null {
  for (const constraint of statement.variant.constraints) {
    if (constraint.type !== "expression") continue;
    const name = withoutCommonCutOff.get(constraint.gene);
    if (name !== undefined) return name;
  }
  return null;
}
