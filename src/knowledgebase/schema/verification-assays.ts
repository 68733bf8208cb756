/** The words of verification rules: what an alteration lets one expect, and what each assay can show of a protein. */

/** What an alteration is, as far as its protein is concerned (spec, clinical R8.2). */
export const verificationFindings = [
  "amplification",
  "broad amplification",
  "homozygous deletion",
  "heterozygous deletion",
  "copy-neutral loss",
  "loss of function",
  "loss-of-function missense",
  "activating change",
  "other small variant",
  "fusion",
  "microsatellite instability",
  "protein high",
  "protein stained",
  "protein low",
  "protein kept",
] as const;
export type VerificationFinding = (typeof verificationFindings)[number];

export const verificationAssays = [
  "any",
  "ihc",
  "her2-status",
  "mmr-ihc",
  "msi",
  "protein",
  "phosphosite",
  "kinase-activity",
] as const;
export type VerificationAssay = (typeof verificationAssays)[number];

/** What a rule makes of a measurement that no alteration of the DNA stands behind, in place of a verdict on one. */
export const targetOfItsOwn = "protein-only target";

interface AssayWords {
  /** Measures an amount by itself, not against a cohort: only such an assay may contradict (R8.1). */
  readonly isAbsolute: boolean;
  readonly seen: readonly string[];
}

/** What each assay can show. */
export const assayWords: Readonly<Record<VerificationAssay, AssayWords>> = {
  any: { isAbsolute: false, seen: ["anything"] },
  ihc: {
    isAbsolute: true,
    seen: [
      "0",
      "1+",
      "2+",
      "3+",
      "positive",
      "negative",
      "overexpressed",
      "retained",
      "lost",
      "present",
      // A score that does not tell whether the protein is there.
      "open",
      "not measured",
    ],
  },
  "her2-status": {
    isAbsolute: true,
    seen: ["positive", "negative", "equivocal", "discordant"],
  },
  "mmr-ihc": {
    isAbsolute: true,
    seen: ["matching loss", "atypical loss", "other loss", "retained", "incomplete"],
  },
  msi: { isAbsolute: true, seen: ["MSI-H", "MSI-L", "MSS"] },
  protein: { isAbsolute: false, seen: ["up", "down", "none", "not detected", "not assessable"] },
  phosphosite: { isAbsolute: false, seen: ["up", "down", "none", "not assessable"] },
  "kinase-activity": {
    isAbsolute: false,
    seen: ["high", "low", "between", "too few substrates"],
  },
};
