/** CIViC names of what no input shows: `PROMOTER METHYLATION`, `VIII`, `DPYD*2A HOMOZYGOSITY`. */
import type { NameReading, VariantShape } from "./variant-shape.ts";

type Assay = Extract<VariantShape, { type: "other-assay" }>["assay"];

/** Names that say what they are by themselves, in upper case. */
const names: ReadonlyMap<string, Assay> = new Map([
  ["3' EXON DELETION", "gain or loss of exons"],
  ["3P26.3-25.3 11MB DEL", "gain or loss of exons"],
  ["5' TANDEM REPEAT", "length of a repeat"],
  ["ALTERNATIVE TRANSCRIPT (ATI)", "alternative transcript"],
  ["ALU INSERTION", "gain or loss of exons"],
  ["C.128-?_250+?", "gain or loss of exons"],
  ["C.\u2212213\u2212 ?_463 ?DEL", "gain or loss of exons"],
  ["CD44V6", "isoform"],
  ["COPY-NEUTRAL LOSS OF HETEROZYGOSITY", "loss of heterozygosity"],
  ["CYTOPLASMIC EXPRESSION", "place in the cell"],
  ["CYTOPLASMIC MISLOCALIZATION", "place in the cell"],
  ["DELETION POLYMORPHISM", "length of a repeat"],
  ["EXON 18 OVEREXPRESSION", "isoform"],
  ["INTERNAL DUPLICATION", "gain or loss of exons"],
  ["ISOFORM EXPRESSION", "isoform"],
  ["LOH", "loss of heterozygosity"],
  ["METHYLATION", "methylation"],
  ["NUCLEAR EXPRESSION", "place in the cell"],
  ["NUCLEAR TRANSLOCATION", "place in the cell"],
  ["NULL", "gain or loss of exons"],
  ["NULL (COMPLETE DELETION)", "gain or loss of exons"],
  ["PHOSPHORYLATION", "phosphorylation"],
  ["PROMOTER DEMETHYLATION", "methylation"],
  ["PROMOTER HYPERMETHYLATION", "methylation"],
  ["PROMOTER METHYLATION", "methylation"],
  ["SERUM LEVELS", "serum level"],
  ["T17 DELETION", "length of a repeat"],
  ["UGT1A1*28", "length of a repeat"],
  ["V7 EXPRESSION", "isoform"],
]);

/** Alleles of which both copies are meant, as the allele that the row's coordinates give. */
const homozygous: ReadonlyMap<string, string | null> = new Map([
  ["DPYD*2A HOMOZYGOSITY", "splice_donor_variant"],
  ["DPYD*13 HOMOZYGOSITY", null],
  ["RS67376798 HOMOZYGOSITY", null],
]);

/** KIT tandem duplications lie within one exon and are small; those of other genes take whole exons. */
const smallDuplication = new Set(["KIT"]);

/** Null when an input can show what the name says. Deletions of exons: see `readRegion`. */
export function readOtherAssay(name: string, gene: string): NameReading | null {
  const upper = name.toUpperCase();
  if (upper === "INTERNAL DUPLICATION" && smallDuplication.has(gene)) return null;
  const assay = names.get(upper) ?? (upper.endsWith(" PHOSPHORYLATION") ? "phosphorylation" : null);
  if (assay) return { shapes: [otherAssay(gene, assay, name)] };
  const term = homozygous.get(upper);
  if (term !== undefined) {
    const allele: VariantShape = { type: "allele", gene, term };
    return { shapes: [allele, otherAssay(gene, "zygosity", "homozygous")] };
  }
  if (upper !== "BIALLELIC INACTIVATION") return null;
  const loss: VariantShape = {
    type: "any",
    constraints: [
      { type: "consequence", gene, class: "loss-of-function" },
      { type: "consequence", gene, class: "oncogenic" },
    ],
  };
  return { shapes: [loss, otherAssay(gene, "second hit", "both copies")] };
}

/** One part of an alteration that stays open. */
export function otherAssay(gene: string, assay: Assay, detail: string): VariantShape {
  return { type: "other-assay", gene, assay, detail };
}
