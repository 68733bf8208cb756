import {
  describeShareRule,
  isHybridization,
  mayBeOneShare,
  readStain,
} from "../../constraints/stain.ts";
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
  if (own.length > 0) return own.map((each) => see(each, own));
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

function see(
  { id, alteration, support, provenance }: Observation<IhcResult>,
  own: readonly Observation<IhcResult>[],
): ProteinMeasurement {
  const rule = describeShareRule(alteration);
  return {
    assay: "ihc",
    seen: stainWord(alteration) ?? (isToldByAnother(alteration, own) ? "not read" : "open"),
    text: `${describeStain(alteration)}${rule === null ? "" : `, where ${rule}`}`,
    observation: id,
    support,
    provenance,
    stained: alteration,
  };
}

/** Laboratories give a percentage and an H-score of the same cells: where one of them decides, the other that fits it leaves nothing open. */
function isToldByAnother(stain: IhcResult, own: readonly Observation<IhcResult>[]): boolean {
  return own.some(
    ({ alteration: other }) =>
      stainWord(other) !== null && mayBeOneShare(readStain(stain), readStain(other)),
  );
}
