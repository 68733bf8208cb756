import { nameMeasured, outlierId } from "../../annotate/proteins/name-measured.ts";
import type { OutlierCall } from "../../annotate/proteins/protein-outliers.ts";
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
    // An alias that may mean one of several genes may be it.
    text: `${gene} protein has no row of its own in a table of the case`,
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

function see(outlier: OutlierCall, assay: (typeof assays)[number]): ProteinMeasurement {
  const { call, support, provenance, reason, group } = outlier;
  const what = nameMeasured(outlier);
  const isNotDetected = call === "down" && support.detection !== undefined;
  const word = isNotDetected
    ? "was not detected"
    : call === "not assessable"
      ? ""
      : callWords[call];
  const text =
    call === "not assessable"
      ? `${what} cannot be assessed (${withoutFullStop(reason)})`
      : `${what} ${word} (${describeSupport(support).join(", ")})`;
  return {
    assay,
    seen: isNotDetected ? "not detected" : call,
    text,
    observation: call === "up" || call === "down" ? outlierId(outlier) : null,
    support,
    provenance,
    call: outlier,
    ...(group === undefined ? {} : { group }),
  };
}

function withoutFullStop({ text }: Reason): string {
  return text.endsWith(".") ? text.slice(0, -1) : text;
}
