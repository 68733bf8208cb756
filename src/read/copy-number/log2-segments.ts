import { contigNames, sampleNames } from "./copy-number-fields.ts";
import { makeCopyNumberReader, readLog2Row } from "./make-copy-number-reader.ts";

/**
 * Segments of DNAcopy, `.seg` as IGV, cBioPortal, GISTIC and the TCGA use it: log2 of a ratio to a diploid reference; positions are 1-based
 * and closed. Nothing in the file tells log2 from log10: log2 is what the format means (cBioPortal, "Segmented data").
 */
export const log2Segments = makeCopyNumberReader({
  id: "seg",
  title: "Segments of log2 ratios (.seg of DNAcopy, IGV, cBioPortal, TCGA)",
  extensions: [".seg", ".txt", ".tsv", ".seg.gz", ".tsv.gz"],
  fields: [
    {
      field: "sample",
      names: ["id", ...sampleNames],
      meaning: "sample of the row",
      required: true,
    },
    { field: "contig", names: ["chrom", ...contigNames], meaning: "chromosome", required: true },
    {
      field: "start",
      names: ["loc_start", "start", "start_bp"],
      meaning: "first base, 1-based",
      required: true,
    },
    {
      field: "end",
      names: ["loc_end", "end", "end_bp"],
      meaning: "last base, 1-based",
      required: true,
    },
    {
      field: "marker",
      names: ["num_mark", "num_probes", "num_markers", "num_snps"],
      meaning: "number of markers; not used",
      required: true,
    },
    {
      field: "log2",
      names: ["seg_mean", "segment_mean", "seg_cn"],
      meaning: "mean log2 ratio",
      required: true,
    },
  ],
  row: readLog2Row,
});
