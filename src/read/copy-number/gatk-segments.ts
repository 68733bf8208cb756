import { makeCopyNumberReader, readLog2Row } from "./make-copy-number-reader.ts";

/**
 * Segments of GATK, `*.modelFinal.seg` of ModelSegments and `*.called.seg` of CallCopyRatioSegments: a sequence dictionary in lines with
 * `@`, then log2 of copy ratios that are not adjusted for purity; 1-based and closed. Its own call (`+`, `-`, `0`) is not used: it says
 * nothing about the number of copies.
 */
export const gatkSegments = makeCopyNumberReader({
  id: "gatk-segments",
  title: "GATK copy-ratio segments (ModelSegments, CallCopyRatioSegments)",
  extensions: [".seg", ".seg.gz"],
  fields: [
    { field: "contig", names: ["contig"], meaning: "chromosome", required: true },
    { field: "start", names: ["start"], meaning: "first base, 1-based", required: true },
    { field: "end", names: ["end"], meaning: "last base, 1-based", required: true },
    {
      field: "marker",
      names: ["num_points_copy_ratio"],
      meaning: "number of bins; not used",
      required: true,
    },
    {
      field: "log2",
      names: ["mean_log2_copy_ratio", "log2_copy_ratio_posterior_50"],
      meaning: "log2 of the copy ratio",
      required: true,
    },
  ],
  row: readLog2Row,
});
