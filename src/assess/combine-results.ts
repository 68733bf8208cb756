/** HER2 by stain and in situ hybridization, and the four mismatch repair proteins, each as one result: also where nothing is ranked by it. */
import { readHer2, type ReadHer2 } from "../constraints/read-her2.ts";
import { isHybridization } from "../constraints/stain.ts";
import type { KnowledgeIndex } from "../knowledgebase/index/build-index.ts";
import type { IhcResult, SignatureStatus } from "../model/alteration.ts";
import type { CombinedResult } from "../model/combined-result.ts";
import type { Observation } from "../model/observation.ts";
import { compareMmrToMsi } from "./grids/mmr-against-msi.ts";
import { isBreast } from "./her2-scoring.ts";
import { describeStain } from "./measurements/read-stain.ts";
import { readMismatchRepair } from "./measurements/see-mismatch-repair.ts";

interface CombinedCase {
  readonly observations: readonly Observation[];
  readonly caseDisease: string | null;
  readonly index: Pick<KnowledgeIndex, "includesDisease">;
}

/** In the order HER2, MMR; none where the case has no such assays. */
export function combineResults(given: CombinedCase): CombinedResult[] {
  const stains = given.observations.filter(isStain);
  const signatures = given.observations.filter(isSignature);
  return [...combineHer2(stains, given), ...combineMismatchRepair(stains, signatures)];
}

/** Only where there is something to put together: in situ hybridization, or a stain of 2+ that asks for it. */
function combineHer2(
  stains: readonly Observation<IhcResult>[],
  given: CombinedCase,
): CombinedResult[] {
  const rows = stains.filter(({ gene }) => gene === "ERBB2");
  const status = readHer2(rows.map(({ alteration }) => alteration));
  const hasHybridization = rows.some(({ alteration }) => isHybridization(alteration));
  if (!hasHybridization && status.ihc !== 2) return [];
  const { state, rule } = judgeHer2(status, hasHybridization);
  const low = status.isLow && state === "negative" ? ", of the group called HER2-low" : "";
  const criteria = isBreast(given) ? "" : "; the criteria are those of breast cancer";
  const seen = rows.map(({ alteration }) => describeStain(alteration)).join(", ");
  return [
    {
      marker: "HER2",
      state,
      text: `HER2 ${state} by ASCO/CAP${low} (${rule}${criteria}): ${seen}`,
      observations: rows.map(({ id }) => id),
    },
  ];
}

function judgeHer2(
  { state, rule, differs, isHybridized }: ReadHer2,
  hasHybridization: boolean,
): { readonly state: CombinedResult["state"]; readonly rule: string } {
  if (differs) return { state: "not assessable", rule: "results of in situ hybridization differ" };
  if (hasHybridization && !isHybridized) {
    return { state: "not assessable", rule: "a ratio without copies cannot be grouped" };
  }
  return { state, rule };
}

function combineMismatchRepair(
  stains: readonly Observation<IhcResult>[],
  signatures: readonly Observation<SignatureStatus>[],
): CombinedResult[] {
  const { results, pattern, msi, text } = readMismatchRepair({ stains, signatures });
  if (results.size === 0) return [];
  const observations = [
    ...[...results.values()].map(({ id }) => id),
    ...(msi === null ? [] : [msi.observation.id]),
  ];
  const made = (state: CombinedResult["state"]): CombinedResult[] => [
    { marker: "MMR", state, text: `MMR ${state}: ${text}`, observations },
  ];
  if (pattern === null) return made("not assessable");
  if (msi !== null && compareMmrToMsi(pattern, msi.state).state === "discordant") {
    return made("discordant");
  }
  return made(pattern.type === "retained" ? "proficient" : "deficient");
}

function isStain(observation: Observation): observation is Observation<IhcResult> {
  return observation.alteration.kind === "ihc";
}

function isSignature(observation: Observation): observation is Observation<SignatureStatus> {
  return observation.alteration.kind === "signature";
}
