import { readGenePair } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";

/** STAR-Fusion, and FusionInspector of the same authors. */
export const starFusion = makeFusionReader({
  id: "star-fusion",
  title: "STAR-Fusion and FusionInspector: fusion_predictions.tsv",
  caller: "STAR-Fusion",
  extensions: [".tsv"],
  columns: [
    { name: "#FusionName", meaning: "5' gene--3' gene", required: true },
    { name: "JunctionReadCount", meaning: "reads over the junction", required: true },
    { name: "SpanningFragCount", meaning: "spanning pairs", required: true },
    { name: "LeftBreakpoint", meaning: "chromosome:position:strand", required: true },
    { name: "RightBreakpoint", meaning: "chromosome:position:strand", required: true },
    { name: "PROT_FUSION_TYPE", meaning: "INFRAME or FRAMESHIFT", required: false },
    { name: "LargeAnchorSupport", meaning: "NO_LDAS is low confidence", required: false },
    { name: "annots", meaning: "readthrough neighbors", required: false },
  ],
  marks: [
    "#FusionName",
    "JunctionReadCount",
    "SpanningFragCount",
    "LeftBreakpoint",
    "RightBreakpoint",
  ],
  read(cells) {
    const [fivePrime, threePrime] = readGenePair(cells.text("#FusionName"), "--");
    const anchor = cells.text("LargeAnchorSupport");
    return {
      fivePrime,
      threePrime,
      inFrame: frames.get(cells.text("PROT_FUSION_TYPE")) ?? null,
      fivePrimeBreakpoint: cells.place("LeftBreakpoint"),
      threePrimeBreakpoint: cells.place("RightBreakpoint"),
      isReadThrough: /readthrough/i.test(cells.text("annots")),
      support: {
        junctionReads: cells.count("JunctionReadCount"),
        spanningReads: cells.count("SpanningFragCount"),
        rule: "JunctionReadCount and SpanningFragCount",
        confidence: anchor === "NO" || anchor === "NO_LDAS" ? "low: no large anchor" : null,
      },
    };
  },
});

const frames: ReadonlyMap<string, boolean> = new Map([
  ["INFRAME", true],
  ["FRAMESHIFT", false],
]);
