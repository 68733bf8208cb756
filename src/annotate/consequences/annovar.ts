/**
 * ANNOVAR: `AAChange.refGene` and its like, an entry for each transcript (`BRAF:NM_004333:exon15:c.T1799A:p.V600E`). Read are substitutions of one
 * base that change a residue: other changes are named without their bases or residues (`p.745_750del`), and are called by us. Records of
 * several ALTs repeat the key, and copies of them that were split hold that of the first: an entry is used where its bases are those of the ALT.
 */
import { reverseComplement } from "../models/genetic-code.ts";
import { columnReader, type ConsequenceDialect } from "./consequence-dialect.ts";

export const annovar: ConsequenceDialect = {
  matches: ({ dialect }) => dialect === "ANNOVAR",

  read({ entries, fields }, { given }) {
    const [ref, alt] = [given.ref.toUpperCase(), given.alt.toUpperCase()];
    const strands = new Set([ref + alt, reverseComplement(ref) + reverseComplement(alt)]);
    const effects = entries.map(columnReader(fields)).flatMap((entry) => {
      const gene = entry("Gene");
      const [, from = "", place, to = ""] =
        /^c\.([ACGT])(\d+)([ACGT])$/.exec(entry("Coding") ?? "") ?? [];
      const protein = /^p\.([A-Z])\d+([A-Z*])$/.exec(entry("Protein") ?? "");
      const [proteinChange, before, after] = protein ?? [];
      if (gene === null || proteinChange === undefined || !strands.has(from + to)) return [];
      if (before === after || before === "X") return [];
      const isStop = after === "X" || after === "*";
      return {
        gene,
        transcript: entry("Transcript"),
        terms: [isStop ? "stop_gained" : "missense_variant"],
        proteinChange: isStop ? proteinChange.replace(/X$/, "*") : proteinChange,
        codingChange: `c.${place}${from}>${to}`,
        exon: Number(/^exon(\d{1,4})$/.exec(entry("Exon") ?? "")?.[1] ?? Number.NaN) || null,
        preference: 0,
      };
    });
    return { effects, populationFrequency: null, yieldsToOurs: true, doubt: null };
  },
};
