import type { Observation } from "../../model/observation.ts";
import type { Target } from "../../model/report.ts";
import { lesionStates, type Reason } from "../../model/verdict.ts";
import type { CaseContext } from "../case-context.ts";
import { onlyLesion, trunkSupport } from "./compare-lesions.ts";

export interface LesionClaim {
  readonly lesion: Target["lesion"];
  /** Why the target is here. */
  readonly reasons: readonly Reason[];
  readonly caveats: readonly Reason[];
}

/** Of a target whose level nothing that was seen carries, but wild type. */
const ofAbsence: Target["lesion"] = {
  state: "not assessable",
  reason: {
    code: "lesion-not-compared",
    text: "Lesions are compared by what they have, and not by what they are without.",
  },
};

/** The lesion state of a target: that of the alteration that most lesions share, among those that carry its level. */
export function claimLesion(
  deciding: readonly Observation[],
  { lesionOf }: Pick<CaseContext, "lesionOf">,
): LesionClaim {
  if (lesionOf === null) return { lesion: onlyLesion, reasons: [], caveats: [] };
  if (deciding.length === 0) return { lesion: ofAbsence, reasons: [], caveats: [] };
  const judged = deciding.map((observation) => ({ observation, lesion: lesionOf(observation) }));
  const known = judged.flatMap(({ observation, lesion }) => {
    return lesion === null ? [] : [{ label: observation.label, lesion }];
  });
  for (const state of lesionStates) {
    const found = known.find(({ lesion }) => lesion.state === state);
    if (found === undefined) continue;
    const { label, lesion } = found;
    return { lesion, ...markLesion(label, lesion) };
  }
  return { lesion: onlyLesion, reasons: [], caveats: [] };
}

function markLesion(
  label: string,
  { state, reason }: Target["lesion"],
): Pick<LesionClaim, "reasons" | "caveats"> {
  if (state === "not assessable") return { reasons: [], caveats: [] };
  if (reason.code === trunkSupport) {
    const text = `${label} was seen in the primary tumor and in a metastasis, which supports a trunk alteration.`;
    return { reasons: [{ code: "trunk-support", text }], caveats: [] };
  }
  if (state === "shared") return { reasons: [], caveats: [] };
  const text = `${label} is not in every lesion of the patient: those without it may not respond to a therapy of it.`;
  return { reasons: [], caveats: [{ code: "lesion-private", text }] };
}
