import { nameMeasured, outlierId } from "../../annotate/name-measured.ts";
import type { OutlierCall } from "../../annotate/protein-outliers.ts";
import { describeSupport } from "../../match/describe-observation.ts";
import type { Molecule } from "../../model/alteration.ts";
import { compareText } from "../../model/order.ts";
import type { Reason } from "../../model/verdict.ts";
import type { ProteinMeasurement } from "./protein-measurement.ts";

/**
 * The protein and its phosphosites in the tables of the case. A table that cannot tell is left out where another one can; a protein
 * that no table has is not assessable, never low.
 */
export function seeOutliers(gene: string, outliers: readonly OutlierCall[]): ProteinMeasurement[] {
  const proteins = decidedOf(gene, "protein", outliers);
  const sites = decidedOf(gene, "phosphosite", outliers);
  const missing: ProteinMeasurement = {
    assay: "protein",
    seen: "not assessable",
    text: `${gene} protein is in no table of the case`,
    observation: null,
    support: null,
    provenance: null,
  };
  return [
    ...(proteins.length === 0 ? [missing] : proteins.map((call) => see(call, "protein"))),
    ...sites.map((call) => see(call, "phosphosite")),
  ].toSorted((a, b) => compareText(a.text, b.text));
}

function decidedOf(
  gene: string,
  molecule: Molecule,
  outliers: readonly OutlierCall[],
): OutlierCall[] {
  const calls = outliers.filter((call) => call.gene === gene && call.molecule === molecule);
  const decided = calls.filter(({ call }) => call !== "not assessable");
  return decided.length > 0 ? decided : calls;
}

const callWords = {
  up: "is high",
  down: "is low",
  none: "is measured and is no outlier",
} as const;

function see(outlier: OutlierCall, assay: "protein" | "phosphosite"): ProteinMeasurement {
  const { call, support, provenance, reason } = outlier;
  const what = nameMeasured(outlier);
  const text =
    call === "not assessable"
      ? `${what} cannot be assessed (${withoutFullStop(reason)})`
      : `${what} ${callWords[call]} (${describeSupport(support).join(", ")})`;
  const isFinding = call === "up" || call === "down";
  return {
    assay,
    seen: call,
    text,
    observation: isFinding ? outlierId(outlier) : null,
    support,
    provenance,
    call: outlier,
  };
}

function withoutFullStop({ text }: Reason): string {
  return text.endsWith(".") ? text.slice(0, -1) : text;
}
