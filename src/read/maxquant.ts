import { makeGroupReader, type GroupLayout } from "./protein-groups.ts";

/** Quantities of a sample, the normalized one first; `Intensity` alone is the sum over samples. */
const quantities = ["LFQ intensity", "Intensity"] as const;

/** Marked with `+`; older versions call the second one `Contaminant`. */
const marks: readonly (readonly [string, string])[] = [
  ["Reverse", "reverse hit"],
  ["Potential contaminant", "contaminant"],
  ["Contaminant", "contaminant"],
  ["Only identified by site", "only identified by a modified site"],
];

const silacRatio = /^Ratio [HM]\/[LM]\b/u;

/** MaxQuant, label-free. Source: the tables' own documentation (`tables.pdf`, maxquant.org). */
export const maxquant = makeGroupReader({
  id: "maxquant",
  title: "MaxQuant proteinGroups.txt, label-free",
  columns: [
    { name: "Majority protein IDs", meaning: "accessions of the group", required: true },
    { name: "Gene names", meaning: "genes of the group", required: false },
    {
      name: "LFQ intensity (sample)",
      meaning: "normalized intensity; where no sample has it, Intensity (sample) is read",
      required: true,
    },
    {
      name: "Reverse",
      meaning: "+ sets the row aside; likewise Potential contaminant and Only identified by site",
      required: false,
    },
  ],
  layoutOf(columns): GroupLayout | null {
    const accessions = columns.indexOf("Majority protein IDs");
    // Named so by no other program. `Protein IDs`, which lists more of the group, may have been left out of an export.
    if (accessions === -1) return null;
    const gene = columns.indexOf("Gene names");
    const found = quantities.map((quantity) => ({
      quantity,
      samples: withPrefix(columns, quantity),
    }));
    const [first] = found.filter(({ samples }) => samples.length > 0);
    const marked = marks.flatMap(([name, reason]) => {
      const column = columns.indexOf(name);
      return column === -1 ? [] : [{ column, reason }];
    });
    return {
      gene: gene === -1 ? null : gene,
      accessions,
      quantity: first?.quantity ?? quantities[0],
      samples: first?.samples ?? [],
      notRead: columns.some((name) => silacRatio.test(name))
        ? "the table is of labeled samples (SILAC ratios), which are not read"
        : null,
      setAside: (cells) =>
        marked.find(({ column }) => cells[column]?.trim() === "+")?.reason ?? null,
    };
  },
});

function withPrefix(columns: readonly string[], quantity: string): GroupLayout["samples"] {
  return columns.flatMap((name, column) =>
    name.startsWith(`${quantity} `) ? [{ name: name.slice(quantity.length + 1), column }] : [],
  );
}
