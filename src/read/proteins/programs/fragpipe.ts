import { readSearchMark } from "../names/search-marks.ts";
import { makeGroupReader, type GroupLayout } from "./protein-groups.ts";

/** Quantities of a sample, best first. `X Unique Intensity` and `X Total Intensity` are of other peptides. */
const quantities = ["MaxLFQ Intensity", "Intensity", "Razor Intensity"] as const;
const otherPeptides = /(?:Unique|Total|Razor|MaxLFQ)$/u;
/** Of the sample itself and no sample: sums that older versions write. */
const summaries = new Set(["Summarized", "Combined"]);

/** FragPipe (MSFragger, Philosopher, IonQuant). Source: FragPipe's documentation of its output files. */
export const fragpipe = makeGroupReader({
  id: "fragpipe",
  title: "FragPipe combined_protein.tsv",
  columns: [
    { name: "Protein ID", meaning: "accession of the group's first protein", required: true },
    { name: "Gene", meaning: "gene; Gene Names in older versions", required: true },
    {
      name: "(sample) MaxLFQ Intensity",
      meaning:
        "normalized intensity; where no sample has it, (sample) Intensity or (sample) Razor Intensity is read",
      required: true,
    },
    {
      name: "Protein",
      meaning: "name in the FASTA; rev_ and contam_ before it set the row aside",
      required: true,
    },
  ],
  layoutOf(columns): GroupLayout | null {
    const accessions = columns.indexOf("Protein ID");
    const protein = columns.indexOf("Protein");
    const gene = columns.findIndex((name) => name === "Gene" || name === "Gene Names");
    // TMT-Integrator's tables of proteins have these columns as well, and one of their own.
    if (columns.includes("ReferenceIntensity")) return null;
    if (accessions === -1 || protein === -1 || gene === -1 || !columns.includes("Entry Name")) {
      return null;
    }
    const found = quantities.map((quantity) => ({
      quantity,
      samples: withEnding(columns, quantity),
    }));
    const [first] = found.filter(({ samples }) => samples.length > 0);
    return {
      gene,
      accessions,
      quantity: first?.quantity ?? quantities[0],
      samples: first?.samples ?? [],
      notRead: null,
      setAside: (cells) => readSearchMark(cells[protein] ?? ""),
    };
  },
});

function withEnding(columns: readonly string[], quantity: string): GroupLayout["samples"] {
  return columns.flatMap((title, column) => {
    if (!title.endsWith(` ${quantity}`)) return [];
    const name = title.slice(0, -quantity.length - 1);
    return otherPeptides.test(name) || summaries.has(name) ? [] : [{ name, column }];
  });
}
