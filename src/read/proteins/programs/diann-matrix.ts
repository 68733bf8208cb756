import { makeGroupReader, type GroupLayout } from "./protein-groups.ts";

/** What DIA-NN 1.8 to 2 writes before the runs. */
const notRuns = new Set([
  "Protein.Group",
  "Protein.Ids",
  "Protein.Names",
  "Genes",
  "First.Protein.Description",
  "N.Sequences",
  "N.Proteotypic.Sequences",
]);

/** DIA-NN's matrix of protein groups: MaxLFQ quantities at 1 % q-value, linear, empty where not found. */
export const diannMatrix = makeGroupReader({
  id: "diann-matrix",
  title: "DIA-NN pg_matrix.tsv",
  columns: [
    { name: "Protein.Group", meaning: "accessions of the group", required: true },
    { name: "Genes", meaning: "genes of the group", required: true },
    {
      name: "(run name)",
      meaning: "quantity in one run, named as in the file, path included",
      required: true,
    },
  ],
  layoutOf(columns): GroupLayout | null {
    const accessions = columns.indexOf("Protein.Group");
    const gene = columns.indexOf("Genes");
    // A report has the two columns as well, and one row for each precursor.
    if (accessions === -1 || gene === -1 || columns.includes("Precursor.Id")) return null;
    const samples = columns.flatMap((name, column) =>
      notRuns.has(name) ? [] : [{ name, column }],
    );
    return {
      gene,
      accessions,
      quantity: "named like the runs",
      samples,
      notRead: null,
      setAside: () => null,
    };
  },
});
