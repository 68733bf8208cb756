/** Reasons why a row of CIViC is not compiled; the sentence stands in the coverage file. */
import type { NameReading } from "./variant-shape.ts";

const reasons = {
  "ambiguous-name": "The name does not say which alterations it covers.",
  "biallelic-state": "No constraint tells whether both copies are hit.",
  "exon-level-deletion":
    "Deletions of whole exons are a class of their own that no input shows yet.",
  "expression-of-an-isoform": "No input measures one isoform, exon or splice product.",
  "fusion-breakpoint": "No constraint tells exon breakpoints of a fusion.",
  "loss-of-heterozygosity": "No constraint tells loss of heterozygosity.",
  methylation: "No input measures methylation.",
  "no-coordinates": "The variant has no usable coordinates and changes no protein.",
  "no-predicate": "The row states neither sensitivity nor resistance.",
  "no-therapy": "The row names no therapy.",
  "phosphorylation-site": "No constraint tells phosphorylation of a site without direction.",
  "region-without-range": "No cited source gives the residues of the named region.",
  "repeat-polymorphism": "Repeats and structural polymorphisms are not read.",
  "serum-level": "No input measures serum levels.",
  "subcellular-location": "No input shows where in the cell a protein is.",
  "therapy-relation-not-stated": "Several therapies without saying how they relate.",
  "transcript-variant": "No input shows alternative transcription.",
  "unknown-disease": "The disease has no id and its name is not in the crosswalk.",
  "unknown-gene": "The gene has no current symbol.",
  "unreadable-name": "No rule reads the name.",
  zygosity: "No constraint tells homozygous from heterozygous.",
} as const satisfies Record<string, string>;

export type SkipCode = keyof typeof reasons;

export function skip(code: SkipCode): { readonly skipped: { code: SkipCode; reason: string } } {
  return { skipped: { code, reason: reasons[code] } };
}

/** Names that are skipped wherever they occur, in upper case. */
export const skippedNames: ReadonlyMap<string, NameReading> = new Map(
  (
    [
      ["ALTERATION", "ambiguous-name"],
      ["COPY NUMBER VARIATION", "ambiguous-name"],
      ["DOUBLE PH", "ambiguous-name"],
      ["RARE EGRF MUT", "ambiguous-name"],
      ["RARE EXON 18-21 MUTATION", "ambiguous-name"],
      ["BIALLELIC INACTIVATION", "biallelic-state"],
      ["VIII", "exon-level-deletion"],
      ["DEL4-11", "exon-level-deletion"],
      ["LOH", "loss-of-heterozygosity"],
      ["COPY-NEUTRAL LOSS OF HETEROZYGOSITY", "loss-of-heterozygosity"],
      ["METHYLATION", "methylation"],
      ["PROMOTER METHYLATION", "methylation"],
      ["PROMOTER HYPERMETHYLATION", "methylation"],
      ["PHOSPHORYLATION", "phosphorylation-site"],
      ["NUCLEAR EXPRESSION", "subcellular-location"],
      ["NUCLEAR TRANSLOCATION", "subcellular-location"],
      ["CYTOPLASMIC MISLOCALIZATION", "subcellular-location"],
      ["SERUM LEVELS", "serum-level"],
      ["ALTERNATIVE TRANSCRIPT (ATI)", "transcript-variant"],
      ["ISOFORM EXPRESSION", "expression-of-an-isoform"],
      ["V7 EXPRESSION", "expression-of-an-isoform"],
      ["EXON 18 OVEREXPRESSION", "expression-of-an-isoform"],
      ["P-LOOP MUTATION", "region-without-range"],
      ["NON-P-LOOP MUTATION", "region-without-range"],
      ["5' TANDEM REPEAT", "repeat-polymorphism"],
      ["T17 DELETION", "repeat-polymorphism"],
      ["DELETION POLYMORPHISM", "repeat-polymorphism"],
      ["UGT1A1*28", "repeat-polymorphism"],
      ["UGT1A1*60", "repeat-polymorphism"],
      ["DPYD*2A HOMOZYGOSITY", "zygosity"],
      ["DPYD*13 HOMOZYGOSITY", "zygosity"],
      ["RS67376798 HOMOZYGOSITY", "zygosity"],
    ] as const
  ).map(([name, code]) => [name, skip(code)]),
);
