/** Reasons why a row of CIViC is not compiled; the sentence stands in the coverage file. */
import type { NameReading } from "./variant-shape.ts";

const reasons = {
  "about-the-opposite":
    "By its text the row is about tumors without the alteration that it is filed under.",
  "ambiguous-name": "The name does not say which alterations it covers.",
  "no-coordinates": "The variant has no usable coordinates and changes no protein.",
  "no-direction": "The row does not say whether it supports or disputes its claim.",
  "no-effect-in-text":
    "By its text the row finds no effect of the alteration on the therapy, or tells of none.",
  "no-predicate": "The row states no effect that its type of evidence has.",
  "no-therapy": "The row names no therapy.",
  "not-coding": "The alteration lies outside the coding sequence, and no allele is named.",
  "region-without-range": "No cited source gives the residues of the named region.",
  "therapy-relation-not-stated": "Several therapies without saying how they relate.",
  "unknown-disease": "The disease has no id and its name is not in the crosswalk.",
  "unknown-gene": "The gene has no current symbol.",
  "unreadable-name": "No rule reads the name.",
} as const satisfies Record<string, string>;

export type SkipCode = keyof typeof reasons;

export function skip(code: SkipCode): { readonly skipped: { code: SkipCode; reason: string } } {
  return { skipped: { code, reason: reasons[code] } };
}

/**
 * Records whose text contradicts the variant that they are filed under. EID753: longer survival with panitumumab in p16-negative head
 * and neck cancer alone, as "p16 expression" (SPECTRUM, Vermorken 2013, PMID 23746666).
 */
export const misfiledRecords: ReadonlySet<string> = new Set(["EID753"]);

/**
 * Records of resistance whose text bears out none. EID1521: how often AR is altered in metastatic prostate cancer (PMID 26000489), without a drug. EID1775: of 26 patients
 * nobody responded to olaparib, with BRCA mutations or without (PMID 21862407). EID4832: no association of VHL with response or survival (PMID 28103578).
 */
export const recordsWithoutEffect: ReadonlySet<string> = new Set(["EID1521", "EID1775", "EID4832"]);

/** Names that are skipped wherever they occur, in upper case. */
export const skippedNames: ReadonlyMap<string, NameReading> = new Map(
  (
    [
      ["106INSR (C.316INSGCC)", "ambiguous-name"],
      ["3' UTR MUTATION", "not-coding"],
      ["ALTERATION", "ambiguous-name"],
      ["CONSERVED DOMAIN MUT", "region-without-range"],
      ["COPY NUMBER VARIATION", "ambiguous-name"],
      ["DOUBLE PH", "ambiguous-name"],
      ["INTRON 6 MUTATION", "not-coding"],
      ["NON-P-LOOP MUTATION", "region-without-range"],
      ["P-LOOP MUTATION", "region-without-range"],
      ["RARE EGRF MUT", "ambiguous-name"],
      ["RARE EXON 18-21 MUTATION", "ambiguous-name"],
      ["RARE MUTATION", "ambiguous-name"],
    ] as const
  ).map(([name, code]) => [name, skip(code)]),
);
