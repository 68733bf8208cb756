import { readSearchMark } from "../names/search-marks.ts";
import { makeGroupReader, type GroupLayout } from "./protein-groups.ts";
import { readSites } from "../names/protein-row-name.ts";

/** What is behind this column is a sample, or the reference channel of a plex; what stands before it differs between versions and levels. */
const lastOfRow = "ReferenceIntensity";
const referenceChannel = /^RefInt_/;

/** A site's index, `P04626_Y1248` or `P04626_1240_1250_1_1_Y1248`. */
const siteIndex = /_([STY]\d[STY\d]*)$/;

/**
 * FragPipe's TMT-Integrator, abundances and ratios of genes, proteins and single sites; both are log2. Rows of peptides are of no gene as a whole: without
 * a localized site they are set aside. Source: the program's own headers (Nesvilab/TMT-Integrator, `ReportInfo` and `ReportGenerator`).
 */
export const tmtIntegrator = makeGroupReader({
  id: "tmt-integrator",
  title: "FragPipe TMT-Integrator abundance or ratio table",
  columns: [
    { name: "Index", meaning: "gene, protein or site", required: true },
    { name: "Gene", meaning: "gene; the index where there is none", required: false },
    {
      name: "ProteinID",
      meaning: "accession; Protein ID or the index in tables of proteins",
      required: false,
    },
    {
      name: "ReferenceIntensity",
      meaning: "tells the format; the samples stand behind it",
      required: true,
    },
    { name: "(sample)", meaning: "log2 abundance or log2 ratio", required: true },
  ],
  layoutOf(columns): GroupLayout | null {
    const [index, last] = [columns.indexOf("Index"), columns.indexOf(lastOfRow)];
    if (index === -1 || last === -1) return null;
    const gene = columns.indexOf("Gene");
    const named = columns.findIndex((name) => name === "ProteinID" || name === "Protein ID");
    if (gene === -1 && named === -1) return null;
    const accessions = named === -1 ? index : named;
    const ofPeptides = columns.includes("Peptide");
    const siteOf = (cells: readonly string[]): string =>
      readSites(siteIndex.exec(cells[index] ?? "")?.[1] ?? "");
    return {
      gene: gene === -1 ? index : gene,
      accessions,
      quantity: "named like the samples",
      samples: columns.flatMap((name, column) =>
        column <= last || referenceChannel.test(name) ? [] : [{ name, column }],
      ),
      notRead: null,
      setAside: (cells) =>
        readSearchMark(cells[accessions] ?? "") ??
        (ofPeptides && siteOf(cells) === "" ? "peptide without a localized site" : null),
      siteOf,
    };
  },
});
