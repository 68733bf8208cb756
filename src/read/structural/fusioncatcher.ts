import { readGeneName } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";

/** FusionCatcher 1; a pair of genes has a row for each junction. */
export const fusionCatcher = makeFusionReader({
  id: "fusioncatcher",
  title: "FusionCatcher: final-list_candidate-fusion-genes.txt",
  caller: "FusionCatcher",
  extensions: [".txt", ".tsv"],
  columns: [
    { name: "Gene_1_symbol(5end_fusion_partner)", meaning: "5' gene", required: true },
    { name: "Gene_2_symbol(3end_fusion_partner)", meaning: "3' gene", required: true },
    { name: "Fusion_description", meaning: "readthrough and the like", required: false },
    { name: "Spanning_pairs", meaning: "spanning pairs", required: true },
    { name: "Spanning_unique_reads", meaning: "reads over the junction", required: true },
    {
      name: "Fusion_point_for_gene_1(5end_fusion_partner)",
      meaning: "chromosome:position:strand",
      required: false,
    },
    {
      name: "Fusion_point_for_gene_2(3end_fusion_partner)",
      meaning: "chromosome:position:strand",
      required: false,
    },
    { name: "Predicted_effect", meaning: "in-frame or out-of-frame", required: false },
  ],
  marks: ["Gene_1_symbol(5end_fusion_partner)", "Gene_2_symbol(3end_fusion_partner)"],
  read: (cells) => ({
    fivePrime: readGeneName(cells.text("Gene_1_symbol(5end_fusion_partner)")),
    threePrime: readGeneName(cells.text("Gene_2_symbol(3end_fusion_partner)")),
    inFrame: frames.get(cells.text("Predicted_effect")) ?? null,
    fivePrimeBreakpoint: cells.place("Fusion_point_for_gene_1(5end_fusion_partner)"),
    threePrimeBreakpoint: cells.place("Fusion_point_for_gene_2(3end_fusion_partner)"),
    isReadThrough: /readthrough/i.test(cells.text("Fusion_description")),
    support: {
      junctionReads: cells.count("Spanning_unique_reads"),
      spanningReads: cells.count("Spanning_pairs"),
      rule: "Spanning_unique_reads and Spanning_pairs",
      confidence: null,
    },
  }),
});

const frames: ReadonlyMap<string, boolean> = new Map([
  ["in-frame", true],
  ["out-of-frame", false],
]);
