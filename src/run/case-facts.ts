import { makePlaceChange } from "../annotate/models/place-change.ts";
import type { CaseFacts } from "../match/match.ts";
import type { CaseRequest } from "./case-request.ts";
import type { GatheredEvidence } from "./interpret-evidence.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";

/**
 * What the variants and the files beside them say, as matching asks for it. `caseDisease`: id in the tree, null for none. `request`: holds the
 * gene models.
 */
export function makeCaseFacts(
  variants: InterpretedVariants | null,
  { observations, available, kinds, callability }: GatheredEvidence,
  { caseDisease, request }: { caseDisease: string | null; request: Pick<CaseRequest, "models"> },
): CaseFacts {
  const assembly = variants?.assembly.name ?? null;
  return {
    observations,
    available,
    caseDisease,
    assembly,
    covered: kinds.copyNumber?.covered,
    callability,
    phases: variants?.taken.phases,
    ...(assembly === null ? {} : { placeChange: makePlaceChange(request.models?.(assembly)) }),
  };
}
