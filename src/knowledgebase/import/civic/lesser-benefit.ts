/**
 * Records filed as resistance whose text compares patients with and without the alteration, all of whom got the drug: those with it responded
 * less often or lived less long. That is a lesser benefit, or a worse prognosis, and no reason to withhold the drug, so they are read as reduced
 * sensitivity. Left as resistance is what says that nobody responded, that the drug added nothing, or that the change came up under it.
 */
const lesserBenefit: ReadonlySet<string> = new Set(
  [
    // BRAF and KRAS beside chemotherapy and bevacizumab in colorectal cancer; EID1139: responses in 48.3 % with KRAS mutations, 54.8 % without.
    "EID2117 EID2118 EID2121 EID6303 EID6304 EID6305 EID6402 EID6403 EID1139",
    // PIK3CA and PTEN beside drugs against HER2; EID8705: responses in 17.1 % and 39.7 %.
    "EID2087 EID2098 EID8705 EID1385",
    // PIK3CA and antibodies against EGFR; EID6301: progression after 2.5 and 3.9 months.
    "EID915 EID6301",
    // KIT exon 11 and sunitinib beside KIT of wild type; BAP1, HMOX1 and inhibitors of VEGF receptors and mTOR in renal cancer.
    "EID4072 EID5339 EID829",
    // STK11 beside KRAS, and antibodies against PD-1 and PD-L1: response rates, not their absence.
    "EID6441",
    // ERBB3 and cetuximab, CDK6 and fulvestrant, TP53 and tamoxifen (2 of 11 responded), MMP9 and bevacizumab.
    "EID729 EID1526 EID2783 EID1157",
    // Leukemia: induction and consolidation; EID1112: 62 % and 82 % alive after 3 years with tretinoin.
    "EID139 EID411 EID1112",
    // Chemotherapy and radiation of solid tumors by expression, copies or a polymorphism.
    "EID664 EID676 EID678 EID824 EID832 EID852 EID853 EID855 EID871 EID872",
    "EID903 EID922 EID946 EID1644 EID1650 EID2895 EID3000 EID3013",
  ].flatMap((records) => records.split(" ")),
);

/** The predicate of a record as its text bears it out. */
export function readByText(record: string, predicate: string): string {
  return predicate === "resistance" && lesserBenefit.has(record)
    ? "reduced sensitivity"
    : predicate;
}
