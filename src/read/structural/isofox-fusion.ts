import { readGeneName } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";
import { failedFilters } from "../vcf/failed-filters.ts";

/** Isofox, Hartwig: fusions in RNA. */
export const isofoxFusion = makeFusionReader({
  id: "isofox-fusion",
  title: "Isofox: pass_fusions",
  caller: "Isofox",
  extensions: [".tsv", ".csv"],
  columns: [
    { name: "GeneNameUp", meaning: "5' gene", required: true },
    { name: "GeneNameDown", meaning: "3' gene", required: true },
    { name: "ChrUp", meaning: "chromosome", required: true },
    { name: "PosUp", meaning: "1-based position", required: true },
    { name: "ChrDown", meaning: "chromosome", required: true },
    { name: "PosDown", meaning: "1-based position", required: true },
    { name: "SplitFrags", meaning: "reads over the junction", required: true },
    { name: "DiscordantFrags", meaning: "spanning pairs", required: true },
    { name: "Filter", meaning: "failed filters; PASS is none", required: false },
  ],
  marks: ["GeneNameUp", "GeneNameDown", "SplitFrags"],
  read: (cells) => ({
    fivePrime: readGeneName(cells.text("GeneNameUp")),
    threePrime: readGeneName(cells.text("GeneNameDown")),
    fivePrimeBreakpoint: cells.placeIn("ChrUp", "PosUp"),
    threePrimeBreakpoint: cells.placeIn("ChrDown", "PosDown"),
    failedFilters: failedFilters(cells.text("Filter")),
    support: {
      junctionReads: cells.count("SplitFrags"),
      spanningReads: cells.count("DiscordantFrags"),
      rule: "SplitFrags and DiscordantFrags",
      confidence: null,
    },
  }),
});
