import { formatPercent } from "../../match/format-measure.ts";
import type { Clonality } from "../../model/clonality.ts";
import type { Reason } from "../../model/verdict.ts";
import { impossibleAbove } from "./judge-clonality.ts";

/** What a board must weigh of the clonality of one variant; `label` names it. */
export function findClonalityCaveats(
  label: string,
  clonality: Clonality | null,
  tumorOnly: boolean,
): Reason[] {
  const fraction = clonality?.fraction ?? null;
  if (clonality === null || fraction === null) return [];
  const caveats: Reason[] = [];
  if (clonality.state === "subclonal") {
    const germline = tumorOnly ? " This holds for a somatic variant only." : "";
    const text = `${label}: only a part of the tumor cells carries it, about ${formatPercent(fraction.estimate)}; a therapy of it may not reach the others.${germline}`;
    caveats.push({ code: "subclonal", text });
  }
  if (fraction.uncapped > impossibleAbove) {
    const text =
      `${label}: its cancer cell fraction computes to ${fraction.uncapped.toFixed(2)}, above ${impossibleAbove}: the purity, the copies or the ` +
      `${fraction.mutatedCopies} mutated copies assumed cannot be right, or it is a germline variant; shown as 1.`;
    caveats.push({ code: "cell-fraction-impossible", text });
  }
  return caveats;
}
