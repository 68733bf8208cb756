import { alphapeptSamples, isAlphapept } from "./alphapept-columns.ts";
import { readSearchMark } from "../names/search-marks.ts";
import { makeGroupReader, type GroupLayout } from "./protein-groups.ts";

/** AlphaPept's table of proteins: rows named by FASTA, each sample with its intensity and its MaxLFQ one. */
export const alphapept = makeGroupReader({
  id: "alphapept",
  title: "AlphaPept results_proteins.csv",
  columns: [
    { name: "(no name)", meaning: "protein as in the FASTA: sp|P36578|RL4_HUMAN", required: true },
    { name: "(sample)_LFQ", meaning: "normalized intensity, beside (sample)", required: true },
  ],
  layoutOf(columns): GroupLayout | null {
    if (!isAlphapept(columns)) return null;
    return {
      gene: null,
      accessions: 0,
      quantity: "(sample)_LFQ",
      samples: alphapeptSamples(columns),
      stated: { scale: "intensity", by: "the format" },
      notRead: null,
      setAside: ([protein = ""]) => readSearchMark(protein),
    };
  },
});
