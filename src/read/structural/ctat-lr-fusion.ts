import { readGenePair } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";

/** CTAT-LR-fusion, on long reads. */
export const ctatLrFusion = makeFusionReader({
  id: "ctat-lr-fusion",
  title: "CTAT-LR-fusion: fusion_predictions.tsv",
  caller: "CTAT-LR-fusion",
  extensions: [".tsv"],
  columns: [
    { name: "#FusionName", meaning: "5' gene--3' gene", required: true },
    { name: "num_LR", meaning: "long reads over the junction", required: true },
    { name: "LeftBreakpoint", meaning: "chromosome:position:strand", required: true },
    { name: "RightBreakpoint", meaning: "chromosome:position:strand", required: true },
  ],
  marks: ["#FusionName", "num_LR", "LeftBreakpoint", "RightBreakpoint"],
  notWith: ["JunctionReadCount"],
  read(cells) {
    const [fivePrime, threePrime] = readGenePair(cells.text("#FusionName"), "--");
    return {
      fivePrime,
      threePrime,
      fivePrimeBreakpoint: cells.place("LeftBreakpoint"),
      threePrimeBreakpoint: cells.place("RightBreakpoint"),
      support: {
        junctionReads: cells.count("num_LR"),
        spanningReads: null,
        rule: "num_LR",
        confidence: null,
      },
    };
  },
});
