/** Mismatch repair proteins beside microsatellites: two assays of one thing, both printed. */
import type { MmrPattern } from "./mmr-pattern.ts";

export const msiStates = ["MSI-H", "MSI-L", "MSS"] as const;
export type MsiState = (typeof msiStates)[number];

/** How many of the tested colorectal cancers with a pattern were MSI-H (10.1038/modpathol.2011.55, table 2). */
const seenWith: ReadonlyMap<string, { readonly high: number; readonly tested: number }> = new Map([
  ["MLH1/PMS2", { high: 28, tested: 29 }],
  ["PMS2", { high: 1, tested: 2 }],
  ["MSH2/MSH6", { high: 9, tested: 12 }],
  ["MSH6", { high: 1, tested: 6 }],
  ["", { high: 0, tested: 206 }],
]);

export interface MmrAgainstMsi {
  readonly state: "agree" | "discordant";
  /** Both results, with what is known of such a pair. */
  readonly text: string;
}

/** A loss predicts MSI-H, and retained proteins predict that there is none; MSI-L is not MSI-H. */
export function compareMmrToMsi(pattern: MmrPattern, msi: MsiState): MmrAgainstMsi {
  const isLost = pattern.type !== "retained";
  const state = isLost === (msi === "MSI-H") ? "agree" : "discordant";
  const proteins = isLost
    ? `${pattern.lost} lost${pattern.type === "atypical" ? " (an atypical pattern)" : ""}`
    : "MLH1, MSH2, MSH6 and PMS2 retained";
  const known = seenWith.get(pattern.lost);
  const reference =
    known === undefined
      ? ""
      : `; ${known.high} of ${known.tested} colorectal cancers with this pattern were MSI-H`;
  return { state, text: `${proteins} by IHC, microsatellites ${msi}${reference}` };
}
