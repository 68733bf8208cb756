import { describe, expect, it } from "vitest";
import { readVariantName } from "../../../../../src/knowledgebase/import/civic/read-variant-name.ts";
import type { VariantShape } from "../../../../../src/knowledgebase/import/civic/variant-shape.ts";

const change = (gene: string, text: string): VariantShape => ({
  type: "protein-change",
  gene,
  change: text,
});
const codon = (gene: string, residue: string, position: number): VariantShape => ({
  type: "codon",
  gene,
  residue,
  position,
});
const fusion = (fivePrime: string, threePrime: string): VariantShape => ({
  type: "fusion",
  fivePrime,
  threePrime,
});
const exons = (
  gene: string,
  first: number,
  kind: Extract<VariantShape, { type: "exons" }>["change"],
): VariantShape => ({ type: "exons", gene, first, last: first, change: kind });

/** CIViC's names of 1 August 2021 and what they mean. */
const names: readonly [gene: string, name: string, shapes: readonly VariantShape[]][] = [
  ["BRAF", "V600E", [change("BRAF", "V600E")]],
  ["BRCA1", "W1815X", [change("BRCA1", "W1815*")]],
  ["ABCB1", "I1145I", [change("ABCB1", "I1145=")]],
  ["ATM", "K468FS", [change("ATM", "K468fs")]],
  ["NF2", "K159FS*16", [change("NF2", "K159fs")]],
  ["KIT", "D579DEL", [change("KIT", "D579del")]],
  ["KIT", "P551_E554delPMYE", [change("KIT", "P551_E554del")]],
  ["KIT", "K558NP", [change("KIT", "K558delinsNP")]],
  ["EGFR", "E746_T751>I", [change("EGFR", "E746_T751delinsI")]],
  ["EGFR", "V769_770insASV", [change("EGFR", "A767_V769dup")]],
  ["ERBB2", "M774DELINSWLV", [change("ERBB2", "M774delinsWLV")]],
  ["ERBB2", "P780INS", [change("ERBB2", "G778_P780dup")]],
  ["BRAF", "DEL 485-490", [change("BRAF", "L485_P490del")]],
  ["VHL", "R200W (c.598C>T)", [change("VHL", "R200W")]],
  ["JAK2", "JAK2 F694L", [change("JAK2", "F694L")]],
  ["H3-3A", "K27M", [change("H3-3A", "K28M")]],
  ["BRAF", "V600", [codon("BRAF", "V", 600)]],
  [
    "KRAS",
    "G12/G13",
    [{ type: "any", constraints: [codon("KRAS", "G", 12), codon("KRAS", "G", 13)] }],
  ],
  [
    "ERBB2",
    "S310F/Y",
    [{ type: "any", constraints: [change("ERBB2", "S310F"), change("ERBB2", "S310Y")] }],
  ],
  ["BRAF", "V600E and V600M", [change("BRAF", "V600E"), change("BRAF", "V600M")]],
  [
    "BRAF",
    "V600E/K and AMPLIFICATION",
    [
      { type: "any", constraints: [change("BRAF", "V600E"), change("BRAF", "V600K")] },
      { type: "copy-number", gene: "BRAF", change: "amplification" },
    ],
  ],
  [
    "BRAF",
    "Non-V600",
    [
      {
        type: "excluding",
        constraint: { type: "consequence", gene: "BRAF", class: "mutation" },
        except: [codon("BRAF", "V", 600)],
      },
    ],
  ],
  ["KRAS", "MUTATION", [{ type: "consequence", gene: "KRAS", class: "mutation" }]],
  ["FGFR2", "FGFR2 mutations", [{ type: "consequence", gene: "FGFR2", class: "mutation" }]],
  [
    "BRCA1",
    "LOSS-OF-FUNCTION",
    [{ type: "consequence", gene: "BRCA1", class: "loss-of-function" }],
  ],
  ["CTNNB1", "ACTIVATING MUTATION", [{ type: "consequence", gene: "CTNNB1", class: "oncogenic" }]],
  ["TSC1", "FRAMESHIFT TRUNCATION", [{ type: "consequence", gene: "TSC1", class: "frameshift" }]],
  ["KRAS", "Wildtype", [{ type: "wild-type", gene: "KRAS", codons: [12, 13, 59, 61, 117, 146] }]],
  ["BRAF", "Wild type", [{ type: "wild-type", gene: "BRAF" }]],
  ["EGFR", "VIII", [{ type: "exon-change", gene: "EGFR", change: "deletion", exons: [2, 7] }]],
  [
    "LRP1B",
    "EXON 12-22 DELETION",
    [{ type: "exon-change", gene: "LRP1B", change: "deletion", exons: [12, 22] }],
  ],
  [
    "ERBB2",
    "OVEREXPRESSION",
    [{ type: "expression", gene: "ERBB2", molecule: "any", direction: "up" }],
  ],
  [
    "MTAP",
    "Underexpression",
    [{ type: "expression", gene: "MTAP", molecule: "any", direction: "down" }],
  ],
  [
    "CDKN2A",
    "p16 EXPRESSION",
    [{ type: "expression", gene: "CDKN2A", molecule: "protein", direction: "present" }],
  ],
  ["PTEN", "DELETION", [{ type: "copy-number", gene: "PTEN", change: "deletion" }]],
  [
    "PTEN",
    "LOSS",
    [
      {
        type: "any",
        constraints: [
          { type: "copy-number", gene: "PTEN", change: "deletion" },
          { type: "consequence", gene: "PTEN", class: "loss-of-function" },
          { type: "expression", gene: "PTEN", molecule: "protein", direction: "absent" },
        ],
      },
    ],
  ],
  ["EGFR", "EXON 19 DELETION", [exons("EGFR", 19, "deletion")]],
  ["EGFR", "EXON 20 INSERTION", [exons("EGFR", 20, "insertion")]],
  ["KRAS", "EXON 2 MUTATION", [exons("KRAS", 2, "mutation")]],
  ["MET", "EXON 14 SKIPPING MUTATION", [exons("MET", 14, "skipping")]],
  ["CALR", "EXON 9 FRAMESHIFT", [exons("CALR", 9, "frameshift")]],
  ["FLT3", "ITD", [{ type: "exons", gene: "FLT3", first: 14, last: 15, change: "insertion" }]],
  [
    "EGFR",
    "Ex19 del L858R",
    [{ type: "any", constraints: [exons("EGFR", 19, "deletion"), change("EGFR", "L858R")] }],
  ],
  ["ALK", "ALK FUSIONS", [{ type: "fusion", gene: "ALK" }]],
  ["ROS1", "REARRANGEMENT", [{ type: "fusion", gene: "ROS1" }]],
  ["ALK", "EML4-ALK", [fusion("EML4", "ALK")]],
  ["ALK", "NPM-ALK", [fusion("NPM1", "ALK")]],
  ["FGFR1", "ZNF198-FGFR1", [fusion("ZMYM2", "FGFR1")]],
  [
    "ABL1",
    "ABL1-RCSD1",
    [{ type: "fusion", fivePrime: "ABL1", threePrime: "RCSD1", ordered: false }],
  ],
  ["ABL1", "BCR-ABL T315I", [fusion("BCR", "ABL1"), change("ABL1", "T315I")]],
  [
    "ABL1",
    "BCR-ABL E255K V299L",
    [fusion("BCR", "ABL1"), change("ABL1", "E255K"), change("ABL1", "V299L")],
  ],
  [
    "ALK",
    "EML4-ALK C1156Y-L1198F",
    [fusion("EML4", "ALK"), change("ALK", "C1156Y"), change("ALK", "L1198F")],
  ],
  ["ALK", "EML4-ALK  V1180L", [fusion("EML4", "ALK"), change("ALK", "V1180L")]],
  ["ALK", "EML4-ALK T1151INST", [fusion("EML4", "ALK"), change("ALK", "T1151dup")]],
  ["ALK", "ALK FUSION I1171", [{ type: "fusion", gene: "ALK" }, codon("ALK", "I", 1171)]],
  [
    "NTRK1",
    "LMNA-NTRK1 G595R and G667C",
    [fusion("LMNA", "NTRK1"), change("NTRK1", "G595R"), change("NTRK1", "G667C")],
  ],
  ["KRAS", "RS61764370", [{ type: "allele", gene: "KRAS", term: null }]],
  ["ATM", "c.902-1G>T", [{ type: "allele", gene: "ATM", term: "splice_acceptor_variant" }]],
  [
    "JAK2",
    "F547 SPLICE SITE MUTATION",
    [{ type: "allele", gene: "JAK2", term: "splice_donor_variant" }],
  ],
  ["VHL", "V84L (c.250G>T)", [change("VHL", "V84L")]],
  [
    "VHL",
    "Splicing alteration (c.464-1G>T)",
    [{ type: "allele", gene: "VHL", term: "splice_acceptor_variant" }],
  ],
  // Only the first two bases beside an exon are the splice site.
  ["VHL", "Splicing alteration (c.340+5G>C)", [{ type: "allele", gene: "VHL", term: null }]],
  ["VHL", "3'UTR alteration (c.642+70C>A)", [{ type: "allele", gene: "VHL", term: null }]],
  ["CHEK2", "1100DELC", [{ type: "allele", gene: "CHEK2", term: "frameshift_variant" }]],
  // A pair that begins with the record's own gene says nothing of the order.
  [
    "KMT2A",
    "MLL-MLLT3",
    [{ type: "fusion", fivePrime: "KMT2A", threePrime: "MLLT3", ordered: false }],
  ],
  // Not a cysteine: two bases of the promoter.
  ["TERT", "C228T", [{ type: "allele", gene: "TERT", term: null }]],
  [
    "PIK3CA",
    "H1047L OR H1047R",
    [{ type: "any", constraints: [change("PIK3CA", "H1047L"), change("PIK3CA", "H1047R")] }],
  ],
  ["CTNNB1", "exon 3 mutations", [exons("CTNNB1", 3, "mutation")]],
  ["NT5C2", "NT5C2 MUTATION", [{ type: "consequence", gene: "NT5C2", class: "mutation" }]],
];

const other = (
  gene: string,
  assay: Extract<VariantShape, { type: "other-assay" }>["assay"],
  detail: string,
): VariantShape => ({ type: "other-assay", gene, assay, detail });

/** What no input shows; together with what one does show it stays open only where that is seen. */
const otherAssays: readonly [gene: string, name: string, shapes: readonly VariantShape[]][] = [
  ["MGMT", "PROMOTER METHYLATION", [other("MGMT", "methylation", "PROMOTER METHYLATION")]],
  ["ERBB2", "SERUM LEVELS", [other("ERBB2", "serum level", "SERUM LEVELS")]],
  ["EGFR", "Y1092 PHOSPHORYLATION", [other("EGFR", "phosphorylation", "Y1092 PHOSPHORYLATION")]],
  ["CD44", "ISOFORM EXPRESSION", [other("CD44", "isoform", "ISOFORM EXPRESSION")]],
  [
    "ALK",
    "EML4-ALK E6;A20",
    [fusion("EML4", "ALK"), other("ALK", "breakpoint of a fusion", "E6;A20")],
  ],
  [
    "NTRK1",
    "LMNA-NTRK1 e11;e10",
    [fusion("LMNA", "NTRK1"), other("NTRK1", "breakpoint of a fusion", "e11;e10")],
  ],
  [
    "BRAF",
    "intron 10 rearrangement",
    [{ type: "fusion", gene: "BRAF" }, other("BRAF", "breakpoint of a fusion", "intron 10")],
  ],
  [
    "FOS",
    "TRUNCATING FUSION",
    [{ type: "fusion", gene: "FOS" }, other("FOS", "breakpoint of a fusion", "truncating")],
  ],
  [
    "DPYD",
    "DPYD*2A HOMOZYGOSITY",
    [
      { type: "allele", gene: "DPYD", term: "splice_donor_variant" },
      other("DPYD", "zygosity", "homozygous"),
    ],
  ],
];

const skipped: readonly [gene: string, name: string, code: string][] = [
  ["BRAF", "WASFL-BRAF", "unknown-gene"],
  ["ABL1", "P-Loop Mutation", "region-without-range"],
  ["EGFR", "SOMETHING ELSE", "unreadable-name"],
];

describe("readVariantName", () => {
  it.each(names)("reads %s %s", (gene, name, shapes) => {
    expect(readVariantName(name, gene)).toEqual({ shapes });
  });

  it.each(otherAssays)("keeps %s %s with what would show it", (gene, name, shapes) => {
    expect(readVariantName(name, gene)).toEqual({ shapes });
  });

  it.each(skipped)("says why %s %s cannot be said: %s", (gene, name, code) => {
    expect(readVariantName(name, gene)).toMatchObject({ skipped: { code } });
  });
});
