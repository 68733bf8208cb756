import type { KinaseActivity } from "../../annotate/proteins/kinase-activity.ts";
import { nameMeasured } from "../../annotate/proteins/name-measured.ts";
import type { OutlierCall } from "../../annotate/proteins/protein-outliers.ts";
import { formatDecimal, formatProbability } from "../../match/format-measure.ts";
import type { ProteinMeasurement } from "./protein-measurement.ts";

/**
 * The activity of a kinase by its substrates, and as a laboratory gives it. A given score has no cohort and no unit that a rule could read, so
 * it is shown and decides nothing.
 */
export function seeKinases(
  gene: string,
  kinases: readonly KinaseActivity[],
  outliers: readonly OutlierCall[],
): ProteinMeasurement[] {
  const scored = kinases.filter(({ kinase }) => kinase === gene).map(seeScore);
  const given = outliers
    .filter((call) => call.gene === gene && call.molecule === "kinase-activity")
    .map(seeGiven);
  return [...scored, ...given];
}

function seeScore(activity: KinaseActivity): ProteinMeasurement {
  const { kinase, seen, score, substrates, reason, file, sample, cohort } = activity;
  const count = `substrate sites: ${substrates.length}`;
  const numbers =
    score === null
      ? reason.text.replace(/\.$/, "")
      : `z ${formatDecimal(score.z)}, q ${formatProbability(score.q)}, ${count}`;
  return {
    assay: "kinase-activity",
    seen,
    text: `${kinase} kinase activity is ${words[seen]} (${numbers})`,
    observation: null,
    support: {
      kind: "value",
      value: score?.z ?? null,
      text: `${numbers}: ${substrates.join(", ")}`,
      unit: "z",
      method: `kinase-substrate enrichment against ${cohort}, by folds of sites that are not corrected for their proteins`,
    },
    provenance: { file, line: null, sample },
  };
}

const words = {
  high: "high",
  low: "low",
  between: "neither high nor low",
  "too few substrates": "not assessable",
} as const;

function seeGiven(call: OutlierCall): ProteinMeasurement {
  const { support, provenance, reason } = call;
  const value = support.value === null ? "not given" : formatDecimal(support.value);
  return {
    assay: "kinase-activity",
    seen: call.call === "not assessable" ? "as given" : call.call,
    text: `${nameMeasured(call)} ${value} (${reason.text.replace(/\.$/, "")})`,
    observation: null,
    support,
    provenance,
  };
}
