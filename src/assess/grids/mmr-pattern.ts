/** Loss of mismatch repair proteins, which are stable in pairs only: MLH1 with PMS2, MSH2 with MSH6. */

export const mmrProteins = ["MLH1", "MSH2", "MSH6", "PMS2"] as const;
export type MmrProtein = (typeof mmrProteins)[number];

export interface MmrPattern {
  /** The lost proteins joined by `/`, in the order of `mmrProteins`; empty when all are retained. */
  readonly lost: string;
  /** Typical: within one pair. 15.2 % of 703 losses were not (PMC9923021, table 2). */
  readonly type: "retained" | "typical" | "atypical";
}

const typical: ReadonlySet<string> = new Set([
  "MLH1",
  "MSH2",
  "MSH6",
  "PMS2",
  "MLH1/PMS2",
  "MSH2/MSH6",
]);

/** The pattern of a set of lost proteins. */
export function readMmrPattern(lost: ReadonlySet<MmrProtein>): MmrPattern {
  const named = mmrProteins.filter((protein) => lost.has(protein)).join("/");
  if (named === "") return { lost: "", type: "retained" };
  return { lost: named, type: typical.has(named) ? "typical" : "atypical" };
}

/** What the loss of each gene takes with it: the partner of MLH1 and MSH2 is not stable alone (modpathol.2011.55). */
const losses: Readonly<Record<MmrProtein, readonly string[]>> = {
  MLH1: ["MLH1/PMS2", "PMS2", "MLH1"],
  MSH2: ["MSH2/MSH6", "MSH6", "MSH2"],
  MSH6: ["MSH6", "MSH2/MSH6"],
  PMS2: ["PMS2", "MLH1/PMS2"],
};

/** True when the pattern is one that a change of `gene` predicts; for a finding without a gene (MSI-H), any typical one. */
export function fitsMmrGene(pattern: MmrPattern, gene: string | null): boolean {
  const protein = mmrProteins.find((name) => name === gene);
  if (protein === undefined) return pattern.type === "typical";
  return losses[protein].includes(pattern.lost);
}

/** The protein without which one of a pair is not stable: PMS2 is lost with MLH1, and MSH6 with MSH2. Null: it stands by itself. */
export function stablePartnerOf(gene: string): MmrProtein | null {
  if (gene === "PMS2") return "MLH1";
  return gene === "MSH6" ? "MSH2" : null;
}
