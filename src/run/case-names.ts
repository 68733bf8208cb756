import type { CaseNames } from "../read/own-sample.ts";
import type { CaseRequest } from "./case-request.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";

/** What files beside the variants may call the case; `variants`: null for a case without a variant file. */
export function caseNamesOf(
  { id, tumorSample }: Pick<CaseRequest, "id" | "tumorSample">,
  variants: Pick<InterpretedVariants, "tumorSample"> | null,
): CaseNames {
  return { id, tumorSample: variants?.tumorSample?.name ?? tumorSample };
}
