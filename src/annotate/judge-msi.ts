/** Verdicts on values of microsatellite instability that a program gives without one. */
import type { SignatureStatus } from "../model/alteration.ts";

interface CutOff {
  readonly method: RegExp;
  /** Values from here on are high. */
  readonly highFrom: number;
  /** Values below are stable; between the two nothing is said. */
  readonly stableBelow: number;
  readonly source: string;
}

/**
 * MSIsensor on a panel: high from 10, stable below 3 (Middha 2017, PMID 30211344). MANTIS, step-wise difference: 0.4 (Kautto
 * 2017, PMID 27980218). PURPLE: 4 indels in repeats per megabase (Priestley 2019, PMID 31645765). MSIsensor2 and
 * MSIsensor-pro count otherwise and are not judged.
 */
const cutOffs: readonly CutOff[] = [
  { method: /^msisensor$/i, highFrom: 10, stableBelow: 3, source: "PMID 30211344" },
  { method: /^mantis$/i, highFrom: 0.4, stableBelow: 0.4, source: "PMID 27980218" },
  { method: /^purple$/i, highFrom: 4, stableBelow: 4, source: "PMID 31645765" },
];

/**
 * The status that the program's published cut-off gives, and where that is from. Null when the program has none that we know, or the
 * value lies between.
 */
export function judgeMsi({ value, method }: Pick<SignatureStatus, "value" | "method">): {
  status: "high" | "stable";
  source: string;
} | null {
  if (value === null || method === null) return null;
  const known = cutOffs.find((cutOff) => cutOff.method.test(method.trim()));
  if (known === undefined) return null;
  if (value >= known.highFrom) return { status: "high", source: known.source };
  return value < known.stableBelow ? { status: "stable", source: known.source } : null;
}
