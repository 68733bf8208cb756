import { makeGroupReader, type GroupLayout } from "./protein-groups.ts";

const channel = /^Sum of Abundance (.+)$/;
/** Gene of a FASTA header of UniProt. */
const geneName = /\bGN=(\S+)/g;

/**
 * Phosphopeptides of one TMT plex as CPTAC exported them for lung adenocarcinoma: modified residues in small letters, the proteins by
 * their FASTA headers. The residues have no number in the protein, so a row is named by its peptide, and only its own
 * peptide is compared with it.
 */
export const tmtPhosphopeptides = makeGroupReader({
  id: "tmt-phosphopeptides",
  title: "Phosphopeptides of one TMT plex (CPTAC export)",
  columns: [
    { name: "Protein", meaning: "FASTA headers with GN=, parted by ;", required: true },
    { name: "Sequence", meaning: "peptide, modified residues in small letters", required: true },
    { name: "Sum of Abundance (channel)", meaning: "linear reporter intensity", required: true },
  ],
  layoutOf(columns): GroupLayout | null {
    const protein = columns.indexOf("Protein");
    const sequence = columns.indexOf("Sequence");
    const samples = columns.flatMap((title, column) => {
      const name = channel.exec(title)?.[1];
      return name === undefined ? [] : [{ name, column }];
    });
    if (protein === -1 || sequence === -1 || samples.length === 0) return null;
    return {
      gene: null,
      accessions: protein,
      quantity: "Sum of Abundance",
      samples,
      stated: { scale: "intensity", by: "the format" },
      notRead: null,
      setAside: (cells) =>
        /[sty]/.test(peptideOf(cells[sequence] ?? ""))
          ? null
          : "peptide without a phosphorylated residue",
      genesOf: (cells) =>
        [...(cells[protein] ?? "").matchAll(geneName)].map(([, gene]) => gene).join(";"),
      siteOf: (cells) => `peptide ${peptideOf(cells[sequence] ?? "")}`,
    };
  },
});

/** Small letters other than s, t and y are the label of an amine or an oxidized methionine; so is a small first letter. */
function peptideOf(sequence: string): string {
  const [peptide = ""] = sequence.split("-", 1);
  const first = peptide.charAt(0).toUpperCase();
  return (
    first +
    peptide
      .slice(1)
      .replaceAll(/[a-z]/g, (letter) => ("sty".includes(letter) ? letter : letter.toUpperCase()))
  );
}
