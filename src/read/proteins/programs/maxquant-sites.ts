import { makeGroupReader, type GroupLayout } from "./protein-groups.ts";

/** Class I: the residue is known (Olsen et al. 2006, PMID 17081983). */
export const localized = 0.75;

/** `Intensity S1`, and not `Intensity S1___1`, which is of peptides with one site only. */
const prefix = "Intensity ";

/** MaxQuant's table of phosphosites. Source: the tables' own documentation (`tables.pdf`, maxquant.org). */
export const maxquantSites = makeGroupReader({
  id: "maxquant-sites",
  title: "MaxQuant Phospho (STY)Sites.txt, label-free",
  columns: [
    { name: "Protein", meaning: "accession that the site is numbered in", required: true },
    { name: "Gene names", meaning: "genes", required: false },
    { name: "Amino acid", meaning: "residue", required: true },
    { name: "Position", meaning: "its number in Protein", required: true },
    {
      name: "Localization prob",
      meaning: "sites below 0.75 are set aside; likewise Reverse and Potential contaminant",
      required: true,
    },
    { name: "Intensity (sample)", meaning: "linear intensity, all multiplicities", required: true },
  ],
  layoutOf(columns): GroupLayout | null {
    const [accessions, letter, position, probability] = [
      "Protein",
      "Amino acid",
      "Position",
      "Localization prob",
    ].map((name) => columns.indexOf(name)) as [number, number, number, number];
    if ([accessions, letter, position, probability].includes(-1)) return null;
    const gene = columns.indexOf("Gene names");
    const marks = [
      { column: columns.indexOf("Reverse"), reason: "reverse hit" },
      { column: columns.indexOf("Potential contaminant"), reason: "contaminant" },
    ];
    return {
      gene: gene === -1 ? null : gene,
      accessions,
      quantity: "Intensity",
      samples: columns.flatMap((title, column) =>
        title.startsWith(prefix) && !title.includes("___")
          ? [{ name: title.slice(prefix.length), column }]
          : [],
      ),
      notRead: columns.some((name) => name.startsWith("Ratio H/L"))
        ? "the table is of labeled samples (SILAC ratios), which are not read"
        : null,
      setAside: (cells) => {
        const mark = marks.find(({ column }) => cells[column]?.trim() === "+");
        if (mark !== undefined) return mark.reason;
        const isSure = Number(cells[probability]) >= localized;
        return isSure ? null : `site whose residue is not known (probability below ${localized})`;
      },
      siteOf: (cells) => `${(cells[letter] ?? "").trim()}${(cells[position] ?? "").trim()}`,
    };
  },
});
