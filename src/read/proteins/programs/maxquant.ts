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
    {
      name: "Majority protein IDs",
      meaning: "accessions of the group; Gene names alone where LFQ intensities are there",
      required: true,
    },
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
    const majority = columns.indexOf("Majority protein IDs");
    const gene = columns.indexOf("Gene names");
    const found = quantities.map((quantity) => ({
      quantity,
      samples: withPrefix(columns, quantity),
    }));
    const [first] = found.filter(({ samples }) => samples.length > 0);
    // Majority protein IDs are named so by no other program. An export of a few columns may have the genes alone; peptides have them too.
    const hasGenesAlone =
      gene !== -1 && first?.quantity === quantities[0] && !columns.includes("Sequence");
    if (majority === -1 && !hasGenesAlone) return null;
    const accessions = majority === -1 ? columns.indexOf("Protein IDs") : majority;
    return {
      gene: gene === -1 ? null : gene,
      accessions: accessions === -1 ? null : accessions,
      quantity: first?.quantity ?? quantities[0],
      samples: first?.samples ?? [],
      notRead: reasonNotToRead(columns, first?.quantity),
      setAside: findMarks(columns),
    };
  },
});

/** Of isobaric labels each channel is a sample, and `Intensity` the sum of a whole plex. */
function reasonNotToRead(
  columns: readonly string[],
  quantity: (typeof quantities)[number] | undefined,
): string | null {
  if (columns.some((name) => silacRatio.test(name))) {
    return "the table is of labeled samples (SILAC ratios), which are not read";
  }
  const isIsobaric = columns.some((name) => name.startsWith("Reporter intensity"));
  return isIsobaric && quantity !== quantities[0]
    ? "the table is of isobaric labels (reporter intensities of TMT or iTRAQ), which are not read"
    : null;
}

/** Why MaxQuant says that a row is no protein of the sample, by the columns that it marks with `+`. */
export function findMarks(columns: readonly string[]): GroupLayout["setAside"] {
  const marked = marks.flatMap(([name, reason]) => {
    const column = columns.indexOf(name);
    return column === -1 ? [] : [{ column, reason }];
  });
  return (cells) => marked.find(({ column }) => cells[column]?.trim() === "+")?.reason ?? null;
}

function withPrefix(columns: readonly string[], quantity: string): GroupLayout["samples"] {
  return columns.flatMap((name, column) =>
    name.startsWith(`${quantity} `) ? [{ name: name.slice(quantity.length + 1), column }] : [],
  );
}
