import { readHer2 } from "../../constraints/read-her2.ts";
import { isHybridization } from "../../constraints/stain.ts";
import type { IhcResult } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import type { ProteinMeasurement } from "./protein-measurement.ts";
import { describeStain } from "./read-stain.ts";

/**
 * HER2 by the groups of ASCO/CAP where in situ hybridization was made: a row with the unit `ratio`, one with `copies`, or the word of
 * the laboratory. Two rows of one kind that differ decide nothing, and immunohistochemistry alone is read by its own rules.
 */
export function seeHer2(stains: readonly Observation<IhcResult>[]): ProteinMeasurement[] {
  const own = stains.filter(({ gene }) => gene === "ERBB2");
  const hybridized = own.filter(({ alteration }) => isHybridization(alteration));
  const [first] = hybridized;
  const { state, rule, ihc, isHybridized, differs } = readHer2(
    own.map(({ alteration }) => alteration),
  );
  const isDecided = isHybridized && !differs && state !== "not assessable";
  if (first === undefined || !isDecided) return [];
  const rows = hybridized.map(({ alteration }) => describeStain(alteration)).join(", ");
  return [
    {
      assay: "her2-status",
      seen: state,
      text: `HER2 is ${state} by ASCO/CAP (${rows}${ihc === null ? "" : `, IHC ${ihc}${ihc > 0 ? "+" : ""}`}; ${rule})`,
      observation: null,
      support: first.support,
      provenance: first.provenance,
    },
  ];
}
