/**
 * Oncogenes and tumor suppressors of Vogelstein et al. 2013 (Science 339:1546, PMID 23539594) under their current symbols: 54 and
 * 71 driven by small variants, 10 and 3 driven by amplification or deletion. A gene that no list here has is `unknown`.
 */
const oncogenes = new Set(
  (
    "ABL1 AKT1 ALK AR BCL2 BRAF CARD11 CBL CRLF2 CSF1R CTNNB1 DNMT1 DNMT3A EGFR ERBB2 EZH2 FGFR2 FGFR3 FLT3 FOXL2 GATA2 GNA11 " +
    "GNAQ GNAS H3-3A H3C2 HRAS IDH1 IDH2 JAK1 JAK2 JAK3 KIT KLF4 KRAS MAP2K1 MED12 MET MPL MYD88 NFE2L2 NRAS PDGFRA PIK3CA " +
    "PPP2R1A PTPN11 RET SETBP1 SF3B1 SMO SPOP SRSF2 TSHR U2AF1 " +
    "CCND1 LMO1 MDM2 MDM4 MYC MYCL MYCN NCOA3 NKX2-1 SKP2"
  ).split(" "),
);

const suppressors = new Set(
  (
    "ACVR1B AMER1 APC ARID1A ARID1B ARID2 ASXL1 ATM ATRX AXIN1 B2M BAP1 BCOR BRCA1 BRCA2 CASP8 CDC73 CDH1 CDKN2A CEBPA CIC " +
    "CREBBP CYLD DAXX EP300 FBXW7 FUBP1 GATA1 GATA3 HNF1A KDM5C KDM6A KMT2C KMT2D MAP3K1 MEN1 MLH1 MSH2 MSH6 NCOR1 NF1 NF2 " +
    "NOTCH1 NOTCH2 NPM1 PAX5 PBRM1 PHF6 PIK3R1 PRDM1 PTCH1 PTEN RB1 RNF43 RUNX1 SETD2 SMAD2 SMAD4 SMARCA4 SMARCB1 SOCS1 SOX9 " +
    "STAG2 STK11 TET2 TNFAIP3 TP53 TRAF7 TSC1 VHL WT1 " +
    "CDKN2C IKZF1 MAP2K4"
  ).split(" "),
);

/**
 * Genes of homologous recombination repair whose loss is the biomarker of PARP inhibitors (PROfound, PMID 32343890), and TSC2,
 * of which one lost copy is inherited as that of TSC1 is (PMID 8269512).
 */
const lossMatters = new Set(
  "BARD1 BRIP1 CDK12 CHEK1 CHEK2 FANCL PALB2 RAD51B RAD51C RAD51D RAD54L TSC2".split(" "),
);

/** The role of a gene under its current symbol. */
export function roleOf(symbol: string): "oncogene" | "tumor suppressor" | "unknown" {
  if (oncogenes.has(symbol)) return "oncogene";
  return suppressors.has(symbol) || lossMatters.has(symbol) ? "tumor suppressor" : "unknown";
}
