import { describeShareRule, isHybridization } from "../../constraints/stain.ts";
import type { IhcResult } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import type { ProteinMeasurement } from "./protein-measurement.ts";
import { describeStain, stainWord } from "./read-stain.ts";

/** What stains show of the protein of a gene; where there is none, that it was not measured. */
export function seeStains(
  gene: string,
  stains: readonly Observation<IhcResult>[],
): ProteinMeasurement[] {
  const own = stains.filter((each) => each.gene === gene && !isHybridization(each.alteration));
  if (own.length > 0) return own.map(see);
  return [
    {
      assay: "ihc",
      seen: "not measured",
      text: `${gene} was not stained`,
      observation: null,
      support: null,
      provenance: null,
    },
  ];
}

function see({ id, alteration, support, provenance }: Observation<IhcResult>): ProteinMeasurement {
  const rule = describeShareRule(alteration);
  return {
    assay: "ihc",
    seen: stainWord(alteration) ?? "not read",
    text: `${describeStain(alteration)}${rule === null ? "" : `, where ${rule}`}`,
    observation: id,
    support,
    provenance,
    stained: alteration,
  };
}
