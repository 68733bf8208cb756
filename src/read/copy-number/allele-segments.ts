import { readCopies, readPlace } from "./copy-number-cells.ts";
import { contigNames, sampleNames } from "./copy-number-fields.ts";
import { emptyRow, makeCopyNumberReader } from "./make-copy-number-reader.ts";

/**
 * Allele-specific segments: ASCAT and PCGR (`nMajor`, `nMinor`), FACETS (`tcn.em`, `lcn.em`), Sequenza (`CNt`, `B`) and the GDC
 * (`Copy_Number`, `Minor_Copy_Number`). Copies are of tumor cells: these callers adjust for purity and ploidy themselves. Positions are
 * 1-based and closed in all of them.
 */
export const alleleSegments = makeCopyNumberReader({
  id: "allele-segments",
  title: "Segments with copies of both alleles (ASCAT, PCGR, FACETS, Sequenza, GDC)",
  extensions: [".tsv", ".txt", ".csv", ".tsv.gz", ".txt.gz"],
  fields: [
    { field: "contig", names: contigNames, meaning: "chromosome", required: true },
    {
      field: "start",
      names: ["start", "startpos", "start_pos", "start_position", "loc_start"],
      meaning: "first base, 1-based",
      required: true,
    },
    {
      field: "end",
      names: ["end", "endpos", "end_pos", "end_position", "loc_end"],
      meaning: "last base, 1-based",
      required: true,
    },
    {
      field: "minor",
      names: ["nminor", "lcn_em", "minor_copy_number", "b"],
      meaning: "copies of the allele that has fewer; empty where not known",
      required: true,
    },
    {
      field: "major",
      names: ["nmajor", "major_copy_number", "a"],
      meaning: "copies of the other allele",
      required: false,
    },
    {
      field: "copies",
      names: ["tcn_em", "copy_number", "cnt", "total_copy_number"],
      meaning: "copies of both alleles; needed where those of the other allele are not stated",
      required: false,
    },
    { field: "sample", names: sampleNames, meaning: "sample of the row", required: false },
  ],
  isOwn: (columns) =>
    columns.some((name) => /^(?:nmajor|tcn[._]em|copy_number|cnt|total_copy_number)$/i.test(name)),
  row(cells) {
    const low = readCopies(cells, "minor");
    const high = readCopies(cells, "major");
    const total =
      readCopies(cells, "copies") ?? (low === null || high === null ? null : low + high);
    const place = readPlace(cells, 1);
    if (place === null) return "no chromosome";
    if (total === null) return "no value";
    return {
      ...emptyRow,
      place,
      copies: total,
      minor: low === null ? null : Math.max(0, Math.min(low, high ?? total - low)),
    };
  },
});
