/** Genes of which a variant of the tumor often comes from elsewhere: inherited, or of blood cells among the tumor's. */
import type { Observation } from "../../model/observation.ts";
import type { Reason } from "../../model/verdict.ts";

/** Follow-up of a tumor-only finding whatever the tumor (ESMO, Kuzbari 2023, PMID 36529447); ATM and CHEK2 of intermediate penetrance. */
const germlineGenes: ReadonlySet<string> = new Set([
  "ATM",
  "BRCA1",
  "BRCA2",
  "CHEK2",
  "MLH1",
  "MSH2",
  "MSH6",
  "PALB2",
  "RET",
]);

/** Calls of tumor tissue that blood cells can explain: 18 of 226 tested ones in these genes did (Severson 2018, abstract). */
const hematopoiesisGenes: ReadonlySet<string> = new Set([
  "ASXL1",
  "ATM",
  "CBL",
  "CHEK2",
  "DNMT3A",
  "JAK2",
  "SF3B1",
  "TET2",
  "TP53",
]);

/** Of those tested, the calls that blood cells did explain, where the abstract names a gene. */
const confirmedShares: ReadonlyMap<string, string> = new Map([
  ["DNMT3A", "; of DNMT3A in 7 of 11"],
  ["TP53", "; of TP53 in 2 of 50"],
]);

/** Marks of a small variant without a matched normal (spec, clinical R13). They change no tier and no rank. */
export function findOriginFlags({ label, gene, alteration }: Observation): Reason[] {
  if (alteration.kind !== "small-variant" || gene === null) return [];
  return [
    ...(germlineGenes.has(gene)
      ? [
          {
            code: "germline-follow-up",
            text: `${label}: a pathogenic variant of ${gene} is followed up in normal tissue whatever the tumor, because it is often inherited (PMID 36529447); an allele fraction does not exclude it.`,
          },
        ]
      : []),
    ...(hematopoiesisGenes.has(gene)
      ? [
          {
            code: "clonal-hematopoiesis",
            text: `${label}: blood cells in the sample can carry variants of ${gene} (clonal hematopoiesis): of tested calls in genes of the kind 18 of 226 came from them${confirmedShares.get(gene) ?? ""} (Severson 2018). Confirm on blood.`,
          },
        ]
      : []),
  ];
}
