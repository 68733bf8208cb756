import { nameMeasured, outlierId } from "../../annotate/name-measured.ts";
import { outlierThresholds } from "../../annotate/outlier-thresholds.ts";
import type { OutlierCall } from "../../annotate/protein-outliers.ts";
import { describeSupport } from "../../match/describe-observation.ts";
import { compareText } from "../../model/order.ts";
import type { Reason } from "../../model/verdict.ts";
import type { ProteinMeasurement } from "./protein-measurement.ts";

/**
 * The protein of a gene and its phosphosites in the tables of the case. A table that cannot tell is left
 * out where another one can, and so is a site that cannot be assessed, of which a protein has dozens; a protein that no table has is
 * not assessable, never low.
 */
export function seeOutliers(gene: string, outliers: readonly OutlierCall[]): ProteinMeasurement[] {
  const own = outliers.filter((call) => call.gene === gene);
  const seen = assays.flatMap((assay) => {
    const calls = own.filter(({ molecule }) => molecule === assay);
    const names = [...new Set(calls.map(nameMeasured))];
    return names
      .flatMap((name) => preferDecided(calls.filter((call) => nameMeasured(call) === name)))
      .filter(({ call }) => assay !== "phosphosite" || call !== "not assessable")
      .map((call) => see(call, assay));
  });
  const missing: ProteinMeasurement = {
    assay: "protein",
    seen: "not assessable",
    text: `${gene} protein is in no table of the case`,
    observation: null,
    support: null,
    provenance: null,
  };
  const hasProtein = seen.some(({ assay }) => assay === "protein");
  return [...(hasProtein ? [] : [missing]), ...seen].toSorted((a, b) =>
    compareText(a.text, b.text),
  );
}

/** The molecules that rules read. */
const assays = ["protein", "phosphosite"] as const;

function preferDecided(calls: readonly OutlierCall[]): readonly OutlierCall[] {
  const decided = calls.filter(({ call }) => call !== "not assessable");
  return decided.length > 0 ? decided : calls;
}

const callWords = {
  up: "is high",
  down: "is low",
  none: "is measured and is no outlier",
} as const;

/** Share of the reference samples that show a protein, from which its absence in the case tells something (verification rule V18). */
const detectedShare = 0.9;

/** The protein is in the table without a value of the case, and nearly all of a sufficient cohort have one. */
function isUndetected({ molecule, reason, support: { n, missing } }: OutlierCall): boolean {
  return (
    molecule === "protein" &&
    reason.code === "not-measured" &&
    n >= outlierThresholds.cohortToCall &&
    n >= detectedShare * (n + missing)
  );
}

function see(outlier: OutlierCall, assay: (typeof assays)[number]): ProteinMeasurement {
  const { call, support, provenance } = outlier;
  const undetected = isUndetected(outlier);
  return {
    assay,
    seen: undetected ? "not detected" : call,
    text: `${nameMeasured(outlier)} ${undetected ? describeUndetected(outlier) : describe(outlier)}`,
    observation: call === "up" || call === "down" ? outlierId(outlier) : null,
    support,
    provenance,
    call: outlier,
  };
}

function describe({ call, support, reason }: OutlierCall): string {
  return call === "not assessable"
    ? `cannot be assessed (${withoutFullStop(reason)})`
    : `${callWords[call]} (${describeSupport(support).join(", ")})`;
}

function describeUndetected({ support: { n, missing } }: OutlierCall): string {
  return `was not detected, and ${n} of ${n + missing} reference samples have a value`;
}

function withoutFullStop({ text }: Reason): string {
  return text.endsWith(".") ? text.slice(0, -1) : text;
}
