import type { CaseFacts } from "../match/match.ts";
import type { GatheredEvidence } from "./interpret-evidence.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";

/** What the variants and the files beside them say, as matching asks for it. `caseDisease`: id in the tree, null for none. */
export function makeCaseFacts(
  variants: InterpretedVariants | null,
  { observations, available, kinds, callability }: GatheredEvidence,
  caseDisease: string | null,
): CaseFacts {
  return {
    observations,
    available,
    caseDisease,
    assembly: variants?.assembly.name ?? null,
    covered: kinds.copyNumber?.covered,
    callability,
    phases: variants?.taken.phases,
  };
}
