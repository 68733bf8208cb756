import type { VariantShape } from "./variant-shape.ts";

/** Words of CIViC names that are written in capitals without being symbols. */
const words = new Set(
  (
    "ACTIVATING AMPLIFICATION AND BINDING DELETERIOUS DELETION DOMAIN DUPLICATION EXON EXPRESSION FRAME FRAMESHIFT FUSION " +
    "FUSIONS INSERTION INTERNAL KINASE LOSS LOSS-OF-FUNCTION GAIN-OF-FUNCTION MUTATION MUTATIONS OVEREXPRESSION REARRANGEMENT " +
    "SHIFT SITE SKIPPING SPLICE TRUNCATING TRUNCATION TYPE UNDEREXPRESSION WILD WILDTYPE"
  ).split(" "),
);

/** The name as a report prints it behind the gene: `V600E`, `exon 19 deletion`, `EML4-ALK fusion`. */
export function labelVariant(name: string, shapes: readonly VariantShape[]): string {
  const [only] = shapes;
  if (shapes.length === 1 && only?.type === "protein-change") return only.change;
  return name
    .split(" ")
    .map((word) => (words.has(word.toUpperCase()) ? word.toLowerCase() : word))
    .join(" ")
    .replace(/^wildtype$/, "wild type")
    .replace("N-TERMINAL", "N-terminal");
}
