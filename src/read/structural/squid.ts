import { readGenePair } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";

/** SQUID, which joins segments of the genome and names the genes afterwards. */
export const squid = makeFusionReader({
  id: "squid",
  title: "SQUID: annotated table of junctions",
  caller: "SQUID",
  extensions: [".txt", ".tsv"],
  columns: [
    { name: "# chrom1", meaning: "chromosome", required: true },
    { name: "Type", meaning: "fusion-gene or non-fusion-gene", required: true },
    { name: "FusedGenes", meaning: "gene:gene, in either order", required: true },
    { name: "score", meaning: "reads of both kinds", required: true },
  ],
  marks: ["# chrom1", "FusedGenes", "Type"],
  read(cells) {
    if (cells.text("Type") !== "fusion-gene") return notOfGenes;
    const [first = ""] = cells.text("FusedGenes").split(",");
    const [fivePrime, threePrime] = readGenePair(first, ":");
    return {
      fivePrime,
      threePrime,
      isOrdered: false,
      support: {
        junctionReads: cells.count("score"),
        spanningReads: null,
        rule: "score: reads of both kinds",
        confidence: null,
      },
    };
  },
});

const notOfGenes = {
  code: "junction-without-genes",
  reason: "The caller names no two genes at the junction.",
};
