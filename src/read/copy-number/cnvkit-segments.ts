import { readCopies, readPlace } from "./copy-number-cells.ts";
import { contigNames } from "./copy-number-fields.ts";
import { emptyRow, makeCopyNumberReader } from "./make-copy-number-reader.ts";

/**
 * Segments of CNVkit (`.cns`, `.call.cns`): positions are 0-based and half-open, as in BED (CNVkit, "File formats"). Where `cnvkit call`
 * added `cn`, that is the number of copies: adjusted for purity, if the call was told it. Bins (`.cnr`), which have no `probes`, are
 * no segments.
 */
export const cnvkitSegments = makeCopyNumberReader({
  id: "cnvkit-segments",
  title: "CNVkit segments (.cns)",
  extensions: [".cns", ".call.cns", ".cns.gz"],
  fields: [
    { field: "contig", names: contigNames, meaning: "chromosome", required: true },
    {
      field: "start",
      names: ["start"],
      meaning: "bases before the first, 0-based",
      required: true,
    },
    { field: "end", names: ["end"], meaning: "last base, 1-based", required: true },
    { field: "log2", names: ["log2"], meaning: "weighted mean log2 ratio", required: true },
    { field: "marker", names: ["probes"], meaning: "number of bins; not used", required: true },
    { field: "copies", names: ["cn"], meaning: "copies, of cnvkit call", required: false },
    {
      field: "minor",
      names: ["cn2"],
      meaning: "copies of the allele that has fewer",
      required: false,
    },
    { field: "major", names: ["cn1"], meaning: "copies of the other allele", required: false },
  ],
  row(cells) {
    const place = readPlace(cells, 0);
    if (place === null) return "no chromosome";
    const copies = readCopies(cells, "copies");
    const log2 = cells.number("log2");
    const low = readCopies(cells, "minor");
    const high = readCopies(cells, "major");
    if (copies === null && log2 === null) return "no value";
    const minor = low === null || high === null ? null : Math.min(low, high);
    return { ...emptyRow, place, copies, log2, minor };
  },
});
