import { readCopies, readPlace, readSymbol } from "./copy-number-cells.ts";
import { contigNames } from "./copy-number-fields.ts";
import { emptyRow, makeCopyNumberReader } from "./make-copy-number-reader.ts";

/**
 * Gene copy numbers of PURPLE (`*.purple.cnv.gene.tsv`): the fewest and the most copies that any part of the canonical transcript
 * has. `share` is the part of the gene that the stretch with the fewest copies covers.
 */
export const purpleGenes = makeCopyNumberReader({
  id: "purple-genes",
  title: "PURPLE copy numbers of genes (purple.cnv.gene.tsv)",
  extensions: [".tsv", ".tsv.gz"],
  fields: [
    { field: "gene", names: ["gene", "genename"], meaning: "gene symbol", required: true },
    { field: "contig", names: contigNames, meaning: "chromosome", required: true },
    {
      field: "start",
      names: ["start"],
      meaning: "first base of the gene, 1-based",
      required: true,
    },
    { field: "end", names: ["end"], meaning: "last base of the gene, 1-based", required: true },
    {
      field: "copies",
      names: ["mincopynumber"],
      meaning: "fewest copies in tumor cells",
      required: true,
    },
    { field: "mostCopies", names: ["maxcopynumber"], meaning: "most copies", required: true },
    {
      field: "minor",
      names: ["minminorallelecopynumber", "minminoralleleploidy"],
      meaning: "fewest copies of the allele that has fewer",
      required: false,
    },
    {
      field: "partStart",
      names: ["minregionstart"],
      meaning: "first base of the stretch with the fewest copies",
      required: false,
    },
    { field: "partEnd", names: ["minregionend"], meaning: "its last base", required: false },
  ],
  row(cells) {
    const gene = readSymbol(cells);
    const copies = readCopies(cells, "copies");
    const mostCopies = readCopies(cells, "mostCopies");
    const minor = readCopies(cells, "minor");
    const place = readPlace(cells, 1);
    const from = cells.number("partStart");
    const to = cells.number("partEnd");
    if (place === null) return "no chromosome";
    if (copies === null) return "no value";
    const { start, end } = place;
    const covered = from === null || to === null ? null : overlap(start, end, [from, to]);
    const share = covered === null ? null : covered / (end - start + 1);
    return { ...emptyRow, gene, copies, mostCopies, minor, share };
  },
});

function overlap(start: number, end: number, [from, to]: readonly [number, number]): number {
  return Math.max(0, Math.min(end, to) - Math.max(start, from) + 1);
}
