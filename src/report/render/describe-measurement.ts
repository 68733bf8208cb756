/** The measurements that were held to the alterations of a target, as rows of a table. */
import type { Target } from "../../model/report.ts";
import type { VerificationState } from "../../model/verdict.ts";
import { describePlace } from "./describe-place.ts";
import { placeOf } from "../../model/problem.ts";

export interface MeasurementRow {
  /** Unique in the target. */
  readonly key: string;
  readonly text: string;
  /** Label of the alteration. */
  readonly alteration: string;
  readonly verdict: VerificationState | null;
  readonly rule: string;
  readonly place: string;
}

export function measurementRows({ verification, alterations }: Target): MeasurementRow[] {
  const labels = new Map(alterations.map(({ observation, label }) => [observation, label]));
  return verification.measurements.map((measurement, index) => ({
    key: String(index),
    text: measurement.text,
    alteration: labels.get(measurement.alteration) ?? measurement.alteration,
    verdict: measurement.verdict,
    rule: measurement.rule ?? "none",
    place: describePlace(placeOf(measurement.provenance)),
  }));
}
