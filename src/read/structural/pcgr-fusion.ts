import { readGenePair } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";

/** The table that PCGR is given. It does not say which gene comes first. */
export const pcgrFusion = makeFusionReader({
  id: "pcgr-fusion",
  title: "PCGR: table of RNA fusions",
  caller: null,
  extensions: [".tsv"],
  columns: [
    {
      name: "FusionGene",
      meaning: "gene--gene, in either order; a side may be empty",
      required: true,
    },
    { name: "LeftBreakpoint", meaning: "chromosome:position", required: true },
    { name: "RightBreakpoint", meaning: "chromosome:position", required: true },
    { name: "SplitReads", meaning: "reads over the junction", required: false },
  ],
  marks: ["FusionGene", "LeftBreakpoint", "RightBreakpoint"],
  read(cells) {
    const [fivePrime, threePrime] = readGenePair(cells.text("FusionGene"), "--");
    return {
      fivePrime,
      threePrime,
      isOrdered: false,
      fivePrimeBreakpoint: cells.place("LeftBreakpoint"),
      threePrimeBreakpoint: cells.place("RightBreakpoint"),
      support: {
        junctionReads: cells.count("SplitReads"),
        spanningReads: null,
        rule: "SplitReads",
        confidence: null,
      },
    };
  },
});
