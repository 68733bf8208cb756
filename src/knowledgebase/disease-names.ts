/**
 * Names of tumors as they stand in referrals, which are no name of a node: exact synonyms of the Disease Ontology (release of 31 July 2026), codes that
 * OncoTree had before (2025-10-03), abbreviations of the studies of TCGA (GDC), and those that abstracts write out (colorectal cancer, CRC). A
 * name that several tumors have is in `doubtfulNames`.
 */

/** Id of a node, and its names. */
type WrittenName = readonly [disease: string, ...names: string[]];

export const writtenNames: readonly WrittenName[] = [
  // Disease Ontology, and its receptors in short.
  ["DOID:0060081", "TNBC", "HR-/HER2- breast cancer", "triple-negative breast carcinoma"],
  ["DOID:0060075", "ER-positive breast cancer"],
  ["DOID:0060076", "ER-negative breast cancer"],
  ["DOID:0070784", "HR-positive breast cancer"],
  ["DOID:3068", "GBM", "glioblastoma multiforme"],
  ["DOID:1040", "CLL", "chronic lymphatic leukemia"],
  ["DOID:0050745", "DLBCL", "DLBC"],
  ["DOID:9952", "ALL", "acute lymphocytic leukemia"],
  ["DOID:9538", "myeloma"],
  ["DOID:1909", "malignant melanoma"],
  ["DOID:10534", "gastric cancer"],
  ["DOID:5517", "gastric carcinoma"],
  ["DOID:11054", "bladder cancer"],
  ["DOID:1993", "rectal cancer"],
  ["DOID:263", "renal cancer"],
  ["DOID:2671", "urothelial carcinoma", "urothelial cell carcinoma", "UC"],
  ["DOID:3963", "thyroid carcinoma", "THCA"],
  ["DOID:1790", "mesothelioma", "MESO"],
  ["DOID:8557", "oropharyngeal cancer"],
  ["DOID:5557", "testicular germ cell tumor"],
  // OncoTree.
  ["ONCOTREE:BLL", "BALL", "B-cell ALL"],
  ["ONCOTREE:TLL", "TALL", "T-cell ALL"],
  ["ONCOTREE:CLLSLL", "SLL"],
  ["ONCOTREE:DMG", "DIPG", "diffuse midline glioma", "diffuse intrinsic pontine glioma"],
  // TCGA.
  ["ONCOTREE:AML", "LAML"],
  ["ONCOTREE:HCC", "LIHC"],
  ["ONCOTREE:CCRCC", "KIRC"],
  ["ONCOTREE:PRCC", "KIRP"],
  ["ONCOTREE:CHRCC", "KICH"],
  ["ONCOTREE:UM", "UVM"],
  ["DOID:5746", "OV"],
  ["DOID:1115", "SARC"],
  // Abstracts.
  ["DOID:9256", "CRC", "mCRC"],
  ["ONCOTREE:PAAD", "PDAC"],
  ["ONCOTREE:HNSC", "HNSCC", "SCCHN"],
  ["DOID:10283", "CRPC", "mCRPC", "castration-resistant prostate cancer"],
  ["ONCOTREE:IHCH", "iCCA"],
  ["ONCOTREE:EHCH", "eCCA"],
  ["DOID:4607", "BTC"],
  ["ONCOTREE:THAP", "ATC"],
  ["ONCOTREE:THPA", "PTC"],
  ["ONCOTREE:THME", "MTC"],
  ["DOID:0080830", "pLGG"],
  ["ONCOTREE:MFH", "UPS", "undifferentiated pleomorphic sarcoma"],
  ["ONCOTREE:SOFT_TISSUE", "soft tissue sarcoma"],
  ["ONCOTREE:ES", "Ewing's sarcoma"],
  ["ONCOTREE:HGSOC", "high-grade serous ovarian carcinoma"],
  ["ONCOTREE:LGSOC", "low-grade serous ovarian carcinoma"],
  ["DOID:2994", "germ cell tumor"],
];

/** Tumors that a name may mean, for a sentence. */
const doubtfulNames: ReadonlyMap<string, string> = new Map([
  ["mm", "multiple myeloma (PCM), melanoma (MEL) and mesothelioma (DOID:1790)"],
  [
    "net",
    "neuroendocrine tumors of several organs (PANET of the pancreas, LNET of the lung, GINET of the gut)",
  ],
  ["ec", "endometrial (UCEC) and esophageal carcinoma (ESCA, ESCC)"],
  ["astrocytoma", "Astrocytoma, IDH-Mutant (ASTR) and pilocytic astrocytoma (PAST)"],
  [
    "lgg",
    "astrocytoma (ASTR), oligodendroglioma (ODG) and low-grade glioma of childhood (DOID:0080830)",
  ],
  ["pcpg", "pheochromocytoma (PHC) and paraganglioma (PGNG)"],
  ["ppgl", "pheochromocytoma (PHC) and paraganglioma (PGNG)"],
  ["pnet", "pancreatic neuroendocrine tumor (PANET)"],
  ["tgct", "testicular germ cell tumor (DOID:5557)"],
  ["mf", "mycosis fungoides (MYCF) and primary myelofibrosis (PMF)"],
  ["acc", "adenoid cystic carcinoma (ACYC)"],
  ["gct", "germ cell tumor (DOID:2994) and giant cell tumor of bone (GCTB)"],
]);

/** The tumors that others mean by a name, or also mean where it is a code; null where it is in no doubt. */
export function othersMeantBy(name: string): string | null {
  return doubtfulNames.get(foldDiseaseName(name)) ?? null;
}

const byName: ReadonlyMap<string, string> = new Map(
  writtenNames.flatMap(([disease, ...names]) =>
    names.map((name) => [foldDiseaseName(name), disease] as const),
  ),
);

/** The id of the disease that a name in the list means; undefined where it is none. */
export function diseaseOfWrittenName(name: string): string | undefined {
  return byName.get(foldDiseaseName(name));
}

/**
 * Without capitals, hyphens and apostrophes, in American spelling, receptors by words: `HER2+` is not `HER2-`. Of what is left two names are the
 * same.
 */
export function foldDiseaseName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/\b(er|pgr|pr|hr|her2)\s*\+/gu, "$1 positive ")
    .replaceAll(/\b(er|pgr|pr|hr|her2)[-\u2010-\u2212](?=$|[\s/,;)])/gu, "$1 negative ")
    .replaceAll("tumour", "tumor")
    .replaceAll("leukaemi", "leukemi")
    .replaceAll(/\boesophag/gu, "esophag")
    .replaceAll("haemat", "hemat")
    .replaceAll("phaeo", "pheo")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** Without a word of the stage before the name, which is no part of the disease: this program reads metastatic tumors. */
export function withoutStage(name: string): string {
  return name
    .replace(
      /^(?:(?:locally\s+)?advanced|metastatic|metastasized|recurrent|relapsed|refractory|stage\s+(?:iv|4)[abc]?)\s+/iu,
      "",
    )
    .trim();
}
