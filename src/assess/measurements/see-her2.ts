import { isHybridization } from "../../constraints/stain.ts";
import type { IhcResult } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import { judgeHer2, type Her2Measured } from "../grids/her2-status.ts";
import type { ProteinMeasurement } from "./protein-measurement.ts";
import { describeStain, stainWord } from "./read-stain.ts";

/**
 * HER2 by the groups of ASCO/CAP where in situ hybridization was made: a row with the unit `ratio`, one with `copies`. Two rows
 * of one kind that differ decide nothing, and immunohistochemistry alone is read by its own rules.
 */
export function seeHer2(stains: readonly Observation<IhcResult>[]): ProteinMeasurement[] {
  const own = stains.filter(({ gene }) => gene === "ERBB2");
  const hybridized = own.filter(({ alteration }) => isHybridization(alteration));
  const copies = theOne(hybridized, "copies");
  const ratio = theOne(hybridized, "ratio");
  const [first] = hybridized;
  if (first === undefined || copies === null) return [];
  const measured = { ihc: scoreOf(own), ratio, copies };
  const { state, rule } = judgeHer2(measured);
  if (state === "not assessable") return [];
  const rows = hybridized.map(({ alteration }) => describeStain(alteration)).join(", ");
  return [
    {
      assay: "her2-status",
      seen: state,
      text: `HER2 is ${state} by ASCO/CAP (${rows}${measured.ihc === null ? "" : `, IHC ${measured.ihc}${measured.ihc > 0 ? "+" : ""}`}; ${rule})`,
      observation: null,
      support: first.support,
      provenance: first.provenance,
    },
  ];
}

function theOne(rows: readonly Observation<IhcResult>[], unit: "ratio" | "copies"): number | null {
  const values = new Set(
    rows.flatMap(({ alteration }) => (alteration.unit === unit ? Number(alteration.score) : [])),
  );
  const [value] = values;
  return value === undefined || values.size > 1 || !Number.isFinite(value) ? null : value;
}

const scores = new Map<string, 0 | 1 | 2 | 3>([
  ["0", 0],
  ["1+", 1],
  ["2+", 2],
  ["3+", 3],
]);

function scoreOf(rows: readonly Observation<IhcResult>[]): Her2Measured["ihc"] {
  const found = new Set(
    rows
      .filter(({ alteration }) => !isHybridization(alteration))
      .flatMap(({ alteration }) => scores.get(stainWord(alteration) ?? "") ?? []),
  );
  const [score] = found;
  return score === undefined || found.size > 1 ? null : score;
}
