import { makeLongReader, type LongLayout } from "./long-groups.ts";

/** Quantities of a protein in a run, the normalized and most robust first, and the column whose proteins they are of. */
const quantities = [
  ["PG.MaxLFQ", "Protein.Group"],
  ["Genes.MaxLFQ", "Genes"],
  ["PG.Normalised", "Protein.Group"],
  ["PG.Quantity", "Protein.Group"],
] as const;

/** False discovery rates that DIA-NN's documentation asks for: of the precursor, and of the protein group in the run. */
const filters = ["Q.Value", "PG.Q.Value"] as const;
const limit = 0.01;

/** DIA-NN's main report: a row for each precursor in each run, with the quantity of its protein. Parquet is not read. */
export const diannReport = makeLongReader({
  id: "diann-report",
  title: "DIA-NN main report (report.tsv)",
  columns: [
    { name: "Run", meaning: "run; File.Name where there is none", required: true },
    { name: "Protein.Group", meaning: "accessions of the group", required: true },
    { name: "Genes", meaning: "genes of the group", required: true },
    { name: "Precursor.Id", meaning: "tells a report from a matrix", required: true },
    {
      name: "PG.MaxLFQ",
      meaning: "quantity; else Genes.MaxLFQ, PG.Normalised or PG.Quantity",
      required: true,
    },
    {
      name: "Q.Value",
      meaning: "rows above 0.01 are set aside; likewise PG.Q.Value",
      required: false,
    },
  ],
  layoutOf(columns): LongLayout | null {
    const group = columns.indexOf("Protein.Group");
    const gene = columns.indexOf("Genes");
    const run = columns.indexOf("Run");
    const sample = run === -1 ? columns.indexOf("File.Name") : run;
    const quantity = quantities.find(([name]) => columns.includes(name));
    if ([group, gene, sample].includes(-1) || !columns.includes("Precursor.Id")) return null;
    if (quantity === undefined) return null;
    const [name, of] = quantity;
    const keyColumn = columns.indexOf(of);
    const checked = filters.flatMap((filter) => {
      const column = columns.indexOf(filter);
      return column === -1 ? [] : [{ filter, column }];
    });
    return {
      sample,
      value: columns.indexOf(name),
      quantity: name,
      stated: { scale: "intensity", by: `column ${name}` },
      keyOf: (cells) => ({
        key: cells[keyColumn] ?? "",
        gene: cells[gene] ?? "",
        accessions: cells[group] ?? "",
      }),
      setAside: (_, read) => {
        const failed = checked.find(({ column }) => read(column) > limit);
        return failed === undefined ? null : `${failed.filter} above ${limit}`;
      },
    };
  },
});
