/** CIViC names that speak of a whole gene: `AMPLIFICATION`, `LOSS`, `EXPRESSION`. */
import type { NameReading, VariantShape } from "./variant-shape.ts";

type ShapesOf = (gene: string) => readonly VariantShape[];

const consequence =
  (kind: Extract<VariantShape, { type: "consequence" }>["class"]): ShapesOf =>
  (gene) => [{ type: "consequence", gene, class: kind }];

const expression =
  (direction: "up" | "down" | "present"): ShapesOf =>
  (gene) => [{ type: "expression", gene, molecule: "any", direction }];

/**
 * RAS wild type is tested at these codons, those of the curated resistance (label and guideline: knowledgebase/README.md); a change
 * elsewhere in the gene is none that the test means.
 */
const rasCodons = [12, 13, 59, 61, 117, 146];
const rasGenes: ReadonlySet<string> = new Set(["KRAS", "NRAS"]);

const wildType: ShapesOf = (gene) => [
  rasGenes.has(gene) ? { type: "wild-type", gene, codons: rasCodons } : { type: "wild-type", gene },
];

/**
 * Loss as CIViC uses it (variant type loss_of_function_variant, most records by immunohistochemistry): both copies deleted, a
 * loss-of-function mutation, or a protein that is not there. A lost single copy is none of these (spec matching 4).
 */
const loss: ShapesOf = (gene) => [
  {
    type: "any",
    constraints: [
      { type: "copy-number", gene, change: "deletion" },
      { type: "consequence", gene, class: "loss-of-function" },
      { type: "expression", gene, molecule: "protein", direction: "absent" },
    ],
  },
];

/** A deleterious mutation of a tumor suppressor is also a missense change with a known effect. */
const deleterious: ShapesOf = (gene) => [
  {
    type: "any",
    constraints: [
      { type: "consequence", gene, class: "loss-of-function" },
      { type: "consequence", gene, class: "oncogenic" },
    ],
  },
];

const names: ReadonlyMap<string, ShapesOf> = new Map([
  ["ACTIVATING MUTATION", consequence("oncogenic")],
  ["AMPLIFICATION", (gene) => [{ type: "copy-number", gene, change: "amplification" }]],
  ["DELETERIOUS MUTATION", deleterious],
  ["DELETION", (gene) => [{ type: "copy-number", gene, change: "deletion" }]],
  ["EXPRESSION", expression("present")],
  ["FRAMESHIFT MUTATION", consequence("frameshift")],
  ["FRAMESHIFT TRUNCATION", consequence("frameshift")],
  ["GAIN-OF-FUNCTION", consequence("oncogenic")],
  ["INACTIVATING MUTATION", deleterious],
  ["LOSS", loss],
  ["LOSS-OF-FUNCTION", consequence("loss-of-function")],
  ["MUTATION", consequence("mutation")],
  ["OVEREXPRESSION", expression("up")],
  // Patients had one or the other.
  [
    "DELETION AND MUTATION",
    (gene) => [
      {
        type: "any",
        constraints: [
          { type: "copy-number", gene, change: "deletion" },
          { type: "consequence", gene, class: "mutation" },
        ],
      },
    ],
  ],
  // p16 is the CDKN2A protein that its assays show; the other reading frame makes p14.
  [
    "P16 EXPRESSION",
    (gene) => [{ type: "expression", gene, molecule: "protein", direction: "present" }],
  ],
  ["TRUNCATING MUTATION", consequence("truncating")],
  ["UNDEREXPRESSION", expression("down")],
  ["WILD TYPE", wildType],
  ["WILDTYPE", wildType],
]);

/** Null when the name is not about the gene as a whole. */
export function readGeneName(name: string, gene: string): NameReading | null {
  const own = name.toUpperCase().replace(`${gene} `, "");
  const shapes = names.get(own);
  return shapes ? { shapes: shapes(gene) } : null;
}
