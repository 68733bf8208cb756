import { readGenePair } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";
import { failedFilters } from "../vcf/failed-filters.ts";

/** DRAGEN RNA: the candidates and the final list. */
export const dragenFusion = makeFusionReader({
  id: "dragen-fusion",
  title: "DRAGEN RNA: fusion_candidates.final",
  caller: "DRAGEN",
  extensions: [".final", ".tsv", ".txt"],
  columns: [
    { name: "#FusionGene", meaning: "5' gene--3' gene", required: true },
    { name: "Score", meaning: "score, or reads in older versions", required: true },
    { name: "LeftBreakpoint", meaning: "chromosome:position:strand", required: true },
    { name: "RightBreakpoint", meaning: "chromosome:position:strand", required: true },
    { name: "Filter", meaning: "failed filters; PASS is none", required: false },
    { name: "NumSplitReads", meaning: "reads over the junction", required: false },
    { name: "NumPairedReads", meaning: "spanning pairs", required: false },
  ],
  marks: ["#FusionGene", "Score", "LeftBreakpoint", "RightBreakpoint"],
  read(cells) {
    const [fivePrime, threePrime] = readGenePair(cells.text("#FusionGene"), "--");
    const score = cells.text("Score");
    return {
      fivePrime,
      threePrime,
      fivePrimeBreakpoint: cells.place("LeftBreakpoint"),
      threePrimeBreakpoint: cells.place("RightBreakpoint"),
      failedFilters: failedFilters(cells.text("Filter")),
      support: {
        junctionReads: cells.count("NumSplitReads"),
        spanningReads: cells.count("NumPairedReads"),
        rule: "NumSplitReads and NumPairedReads",
        confidence: score === "" ? null : `score ${score}`,
      },
    };
  },
});
