import { readSearchMark } from "../names/search-marks.ts";
import { makeGroupReader, type GroupLayout } from "./protein-groups.ts";
import { readSites } from "../names/protein-row-name.ts";

/** What TMT-Integrator writes beside the samples, at the levels gene, protein, peptide and site. */
const notSamples = new Set([
  "Index",
  "NumberPSM",
  "Gene",
  "ProteinID",
  "Protein",
  "EntryName",
  "ProteinDescription",
  "Organism",
  "IndistinguishableProteins",
  "Indistinguishable Proteins",
  "Peptide",
  "SequenceWindow",
  "Start",
  "End",
  "MaxPepProb",
  "ReferenceIntensity",
]);

/** A site's index, `P04626_Y1248` or `P04626_1240_1250_1_1_Y1248`. */
const siteIndex = /_([STY]\d[STY\d]*)$/;

/** FragPipe's TMT-Integrator, abundances and ratios of genes, proteins and single sites; both are log2. */
export const tmtIntegrator = makeGroupReader({
  id: "tmt-integrator",
  title: "FragPipe TMT-Integrator abundance or ratio table",
  columns: [
    { name: "Index", meaning: "gene, protein or site", required: true },
    { name: "Gene", meaning: "gene; the index where there is none", required: false },
    { name: "ProteinID", meaning: "accession", required: true },
    { name: "ReferenceIntensity", meaning: "tells the format; not read", required: true },
    { name: "(sample)", meaning: "log2 abundance or log2 ratio", required: true },
  ],
  layoutOf(columns): GroupLayout | null {
    const index = columns.indexOf("Index");
    const accessions = columns.indexOf("ProteinID");
    if ([index, accessions, columns.indexOf("ReferenceIntensity")].includes(-1)) return null;
    const gene = columns.indexOf("Gene");
    return {
      gene: gene === -1 ? index : gene,
      accessions,
      quantity: "named like the samples",
      samples: columns.flatMap((name, column) => (notSamples.has(name) ? [] : [{ name, column }])),
      notRead: null,
      setAside: (cells) => readSearchMark(cells[accessions] ?? ""),
      siteOf: (cells) => readSites(siteIndex.exec(cells[index] ?? "")?.[1] ?? ""),
    };
  },
});
