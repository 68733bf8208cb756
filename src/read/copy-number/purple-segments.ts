import { readCopies, readPlace } from "./copy-number-cells.ts";
import { contigNames } from "./copy-number-fields.ts";
import { emptyRow, makeCopyNumberReader } from "./make-copy-number-reader.ts";

/** Segments of PURPLE (`*.purple.cnv.somatic.tsv`): copies in tumor cells, 1-based and closed. */
export const purpleSegments = makeCopyNumberReader({
  id: "purple-segments",
  title: "PURPLE somatic copy numbers (purple.cnv.somatic.tsv)",
  extensions: [".tsv", ".tsv.gz"],
  fields: [
    { field: "contig", names: contigNames, meaning: "chromosome", required: true },
    { field: "start", names: ["start"], meaning: "first base, 1-based", required: true },
    { field: "end", names: ["end"], meaning: "last base, 1-based", required: true },
    { field: "copies", names: ["copynumber"], meaning: "copies in tumor cells", required: true },
    {
      field: "minor",
      names: ["minorallelecopynumber", "minoralleleploidy"],
      meaning: "copies of the allele that has fewer",
      required: true,
    },
  ],
  row(cells) {
    const copies = readCopies(cells, "copies");
    const minor = readCopies(cells, "minor");
    const place = readPlace(cells, 1);
    if (place === null) return "no chromosome";
    return copies === null ? "no value" : { ...emptyRow, place, copies, minor };
  },
});
