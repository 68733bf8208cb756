import { readGenePair } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";

/** JAFFA and JAFFAL. */
export const jaffa = makeFusionReader({
  id: "jaffa",
  title: "JAFFA: jaffa_results.csv",
  caller: "JAFFA",
  extensions: [".csv"],
  columns: [
    { name: "sample", meaning: "sample; several stand in one table", required: false },
    { name: "fusion genes", meaning: "5' gene:3' gene", required: true },
    { name: "chrom1", meaning: "chromosome", required: false },
    { name: "base1", meaning: "1-based position", required: false },
    { name: "spanning pairs", meaning: "spanning pairs", required: false },
    { name: "spanning reads", meaning: "reads over the junction", required: true },
    { name: "inframe", meaning: "TRUE or FALSE", required: false },
    { name: "classification", meaning: "HighConfidence to PotentialTransSplicing", required: true },
  ],
  marks: ["fusion genes", "spanning reads", "classification"],
  isQuoted: true,
  read(cells) {
    const [fivePrime, threePrime] = readGenePair(cells.text("fusion genes"), ":");
    return {
      fivePrime,
      threePrime,
      inFrame: frames.get(cells.text("inframe")) ?? null,
      fivePrimeBreakpoint: cells.placeIn("chrom1", "base1"),
      threePrimeBreakpoint: cells.placeIn("chrom2", "base2"),
      support: {
        junctionReads: cells.count("spanning reads"),
        spanningReads: cells.count("spanning pairs"),
        rule: "spanning reads and spanning pairs",
        confidence: cells.text("classification") || null,
      },
    };
  },
});

const frames: ReadonlyMap<string, boolean> = new Map([
  ["TRUE", true],
  ["FALSE", false],
]);
