import { makeLongReader, type LongLayout } from "./long-groups.ts";
import { makeGroupReader, type GroupLayout } from "./protein-groups.ts";

/** `[1] RUN.raw.PG.Quantity`, or without the number of the run. */
const pivotColumn = /^(?:\[\d+\] )?(.+)\.(PG\.(?:Log2)?Quantity)$/;
const quantity = "PG.Quantity";
/** The same as logarithms, read where nothing else is there. */
const logarithm = "PG.Log2Quantity";
const limit = 0.01;
const filters = ["PG.Qvalue", "PG.QValue (Run-Wise)", "EG.Qvalue"] as const;

function findAccessions(columns: readonly string[]): number {
  const group = columns.indexOf("PG.ProteinGroups");
  return group === -1 ? columns.indexOf("PG.ProteinAccessions") : group;
}

/** Spectronaut's pivot report of proteins: a row for each group, a column of quantities for each run. */
export const spectronautPivot = makeGroupReader({
  id: "spectronaut-pivot",
  title: "Spectronaut pivot report of proteins",
  columns: [
    {
      name: "PG.ProteinGroups",
      meaning: "accessions; else PG.ProteinAccessions, else PG.Genes alone",
      required: true,
    },
    { name: "PG.Genes", meaning: "genes of the group", required: false },
    {
      name: "[1] (run).PG.Quantity",
      meaning:
        "quantity in one run, decimal point or comma, or PG.Log2Quantity; the sample is named like the run",
      required: true,
    },
  ],
  layoutOf(columns): GroupLayout | null {
    const accessions = findAccessions(columns);
    const gene = columns.indexOf("PG.Genes");
    const found = columns.flatMap((title, column) => {
      const [, name, kind] = pivotColumn.exec(title) ?? [];
      return name === undefined ? [] : [{ name, kind, column }];
    });
    if ((accessions === -1 && gene === -1) || found.length === 0) return null;
    const chosen = found.some(({ kind }) => kind === quantity) ? quantity : logarithm;
    return {
      gene: gene === -1 ? null : gene,
      accessions: accessions === -1 ? null : accessions,
      quantity: chosen,
      samples: found.filter(({ kind }) => kind === chosen),
      ...(chosen === logarithm
        ? { stated: { scale: "log2-intensity", by: `column ${logarithm}` } as const }
        : {}),
      missing: ["Filtered", "Profiled"],
      notRead: null,
      setAside: () => null,
    };
  },
});

/** Spectronaut's normal report: a row for each fragment, peptide or group in each run, with the quantity of its protein. */
export const spectronautReport = makeLongReader({
  id: "spectronaut-report",
  title: "Spectronaut report, one row for each run and protein, peptide or fragment",
  columns: [
    { name: "R.FileName", meaning: "run", required: true },
    {
      name: "PG.ProteinGroups",
      meaning: "accessions; else PG.ProteinAccessions, else PG.Genes alone",
      required: true,
    },
    { name: "PG.Genes", meaning: "genes of the group", required: false },
    {
      name: "PG.Quantity",
      meaning: "quantity of the group in the run; else PG.Log2Quantity",
      required: true,
    },
    {
      name: "PG.Qvalue",
      meaning:
        "rows above 0.01 are set aside; likewise PG.QValue (Run-Wise), EG.Qvalue and decoys (EG.IsDecoy)",
      required: false,
    },
  ],
  layoutOf(columns): LongLayout | null {
    const accessions = findAccessions(columns);
    const sample = columns.indexOf("R.FileName");
    const gene = columns.indexOf("PG.Genes");
    const chosen = columns.includes(quantity) ? quantity : logarithm;
    const value = columns.indexOf(chosen);
    if ((accessions === -1 && gene === -1) || sample === -1 || value === -1) return null;
    const decoy = columns.indexOf("EG.IsDecoy");
    const checked = filters.flatMap((filter) => {
      const column = columns.indexOf(filter);
      return column === -1 ? [] : [{ filter, column }];
    });
    return {
      sample,
      value,
      quantity: chosen,
      stated: {
        scale: chosen === quantity ? "intensity" : "log2-intensity",
        by: `column ${chosen}`,
      },
      keyOf: (cells) => {
        const [group = "", name = ""] = [cells[accessions], cells[gene]];
        return { key: accessions === -1 ? name : group, gene: name, accessions: group };
      },
      setAside: (cells, read) => {
        if (decoy !== -1 && cells[decoy]?.toLowerCase() === "true") return "decoy";
        const failed = checked.find(({ column }) => read(column) > limit);
        return failed === undefined ? null : `${failed.filter} above ${limit}`;
      },
    };
  },
});
