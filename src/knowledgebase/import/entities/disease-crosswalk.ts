/**
 * Hand-made joints between OncoTree 2025-10 and the Disease Ontology, where their common NCI Thesaurus codes say nothing or say
 * something wrong. Names are those of the Disease Ontology; a test compares them. Basis: the two vocabularies' own names and
 * definitions, read side by side.
 */

import type { DiseaseNode } from "../../schema/schema.ts";

/** OncoTree code, DOID, its name. */
type Joint = readonly [node: string, doid: string, name: string];

/** Pairs that the NCI codes join although they are not one disease: the other side is wider, narrower or benign. */
export const notEquivalent: ReadonlySet<string> = new Set([
  "CML DOID:8692",
  "EGC DOID:4944",
  "DCS DOID:5621",
  "EPM DOID:4844",
  "EPMT DOID:5074",
  "HDCN DOID:3405",
  "HL DOID:8642",
  "LDD DOID:0050657",
  // OncoTree files these below the brain, which would put every cancer, lymphoma and choriocarcinoma there.
  "BCCA DOID:3594",
  "MLYM DOID:0060058",
  "MT DOID:162",
  // The Disease Ontology counts these among the sarcomas and brain tumors, OncoTree among the tumors of the blood.
  "MCSL DOID:355",
  "PCNSL DOID:3234",
  "MBN DOID:707",
  "PACT DOID:7235",
  "PEMESO DOID:1789",
  "PNET DOID:0050902",
  "PT DOID:3016",
  "SBWDNET DOID:7132",
  "UASC DOID:5636",
  "UCCC DOID:5303",
  "WDTC DOID:0080525",
]);

/** The same disease in both. */
export const equivalents: readonly Joint[] = [
  ["ACC", "DOID:3948", "adrenocortical carcinoma"],
  ["APLPMLRARA", "DOID:0060318", "acute promyelocytic leukemia"],
  ["BCC", "DOID:2513", "basal cell carcinoma"],
  ["BLLBCRABL1L", "DOID:0080650", "B-lymphoblastic leukemia/lymphoma, BCR-ABL1–like"],
  ["CCOV", "DOID:0050934", "ovarian clear cell carcinoma"],
  ["CLLSLL", "DOID:1040", "chronic lymphocytic leukemia"],
  ["CML", "DOID:8552", "chronic myeloid leukemia"],
  ["DES", "DOID:0080366", "desmoid tumor"],
  ["DFSP", "DOID:3507", "dermatofibrosarcoma protuberans"],
  ["DLBCLNOS", "DOID:0050745", "diffuse large B-cell lymphoma"],
  ["FL", "DOID:0050873", "follicular lymphoma"],
  ["GINET", "DOID:0050626", "gastrointestinal neuroendocrine tumor"],
  ["HDCN", "DOID:5621", "histiocytic and dendritic cell cancer"],
  ["IFS", "DOID:8418", "congenital fibrosarcoma"],
  ["IMT", "DOID:0050905", "inflammatory myofibroblastic tumor"],
  ["JSCB", "DOID:4922", "breast secretory carcinoma"],
  ["MCC", "DOID:3965", "Merkel cell carcinoma"],
  ["MCL", "DOID:0050746", "mantle cell lymphoma"],
  // PAAD is used for ductal adenocarcinoma: OncoTree has no other code for it.
  ["PAAD", "DOID:3498", "pancreatic ductal adenocarcinoma"],
  ["PAST", "DOID:4851", "pilocytic astrocytoma"],
  ["PEMESO", "DOID:1788", "peritoneal mesothelioma"],
  ["PLMESO", "DOID:7474", "malignant pleural mesothelioma"],
  ["SACA", "DOID:0050904", "salivary gland carcinoma"],
  ["SARCNOS", "DOID:1115", "sarcoma"],
];

/** The Disease Ontology's disease is the wider one. */
export const widerThanOncotree: readonly Joint[] = [
  // Tissues: a tumor of the tissue is a cancer of the organ.
  ["ADRENAL_GLAND", "DOID:3953", "adrenal gland cancer"],
  ["AMPULLA_OF_VATER", "DOID:10020", "ampulla of Vater cancer"],
  ["BILIARY_TRACT", "DOID:4607", "biliary tract cancer"],
  ["BLADDER", "DOID:3996", "urinary system cancer"],
  ["BONE", "DOID:184", "bone cancer"],
  ["BOWEL", "DOID:10155", "intestinal cancer"],
  ["BRAIN", "DOID:3620", "central nervous system cancer"],
  ["BREAST", "DOID:1612", "breast cancer"],
  ["CERVIX", "DOID:4362", "cervical cancer"],
  ["EYE", "DOID:2174", "ocular cancer"],
  ["HEAD_NECK", "DOID:11934", "head and neck cancer"],
  ["KIDNEY", "DOID:263", "kidney cancer"],
  ["LIVER", "DOID:3571", "liver cancer"],
  ["LUNG", "DOID:1324", "lung cancer"],
  ["LYMPH", "DOID:2531", "hematologic cancer"],
  ["MYELOID", "DOID:2531", "hematologic cancer"],
  ["OVARY", "DOID:2394", "ovarian cancer"],
  ["PANCREAS", "DOID:1793", "pancreatic cancer"],
  ["PENIS", "DOID:11615", "penile cancer"],
  ["PERITONEUM", "DOID:1725", "peritoneum cancer"],
  ["PLEURA", "DOID:5158", "pleural cancer"],
  ["PNS", "DOID:1192", "peripheral nervous system neoplasm"],
  ["PROSTATE", "DOID:10283", "prostate cancer"],
  ["SKIN", "DOID:4159", "skin cancer"],
  ["STOMACH", "DOID:3119", "gastrointestinal system cancer"],
  ["TESTIS", "DOID:2998", "testicular cancer"],
  ["THYMUS", "DOID:3277", "thymus cancer"],
  ["THYROID", "DOID:1781", "thyroid cancer"],
  ["UTERUS", "DOID:363", "uterine cancer"],
  ["VULVA", "DOID:120", "female reproductive organ cancer"],
  // Entities that OncoTree has split or renamed since.
  ["ASTR", "DOID:3069", "malignant astrocytoma"],
  ["BLCA", "DOID:2671", "transitional cell carcinoma"],
  ["BRCA", "DOID:3459", "breast carcinoma"],
  ["DASTR", "DOID:4857", "diffuse astrocytoma"],
  ["DIFG", "DOID:0060108", "brain glioma"],
  ["ENCG", "DOID:0060108", "brain glioma"],
  ["GB", "DOID:3068", "glioblastoma"],
  ["HGGNOS", "DOID:3070", "high grade glioma"],
  ["IDC", "DOID:3007", "breast ductal carcinoma"],
  ["ILC", "DOID:0050938", "breast lobular carcinoma"],
  ["ODG", "DOID:3181", "oligodendroglioma"],
  ["PDIFHG", "DOID:3070", "high grade glioma"],
  ["SOC", "DOID:0050933", "ovarian serous carcinoma"],
  ["TLL", "DOID:5603", "T-cell acute lymphoblastic leukemia"],
  ["UCU", "DOID:2671", "transitional cell carcinoma"],
  ["UTUC", "DOID:2671", "transitional cell carcinoma"],
  // Sarcomas and mesotheliomas, which both vocabularies file by site.
  ...[
    "ANGS",
    "ASPS",
    "CCS",
    "CHS",
    "DSRCT",
    "EPIS",
    "ES",
    "ESST",
    "FIBS",
    "INTS",
    "LGFMS",
    "LIPO",
    "LMS",
  ].map(sarcoma),
  ...["MFH", "MFS", "OS", "PBS", "RAS", "RCSNOS", "RMS", "SYNS", "USARC"].map(sarcoma),
  ...["PEMESO", "PLMESO", "TMESO"].map((code): Joint => [
    code,
    "DOID:1790",
    "malignant mesothelioma",
  ]),
  ...["ARMM", "ESMM", "HNMUCM", "URMM", "VMM"].map((code): Joint => [
    code,
    "DOID:0050929",
    "mucosal melanoma",
  ]),
  ...["GINET", "GINETES", "LNET", "PANET", "TNET"].map((code): Joint => [
    code,
    "DOID:169",
    "neuroendocrine tumor",
  ]),
];

/** OncoTree's disease is the wider one: subtypes by receptor, age or grade that OncoTree does not have. */
export const narrowerThanOncotree: readonly Joint[] = [
  ["BRCA", "DOID:0060075", "estrogen receptor-positive breast cancer"],
  ["BRCA", "DOID:0060076", "estrogen receptor-negative breast cancer"],
  ["BRCA", "DOID:0060079", "HER2 positive breast cancer"],
  ["BRCA", "DOID:0060080", "HER2 negative breast cancer"],
  ["BRCA", "DOID:0060081", "triple-negative breast cancer"],
  ["BLL", "DOID:0080146", "childhood B-cell acute lymphoblastic leukemia"],
  ["LNM", "DOID:9952", "acute lymphoblastic leukemia"],
  ["ADIFG", "DOID:3068", "glioblastoma"],
  ["PAST", "DOID:6812", "childhood pilocytic astrocytoma"],
  ["SCHW", "DOID:12689", "acoustic neuroma"],
  ["NFIB", "DOID:5151", "plexiform neurofibroma"],
  ["SOC", "DOID:5746", "ovarian serous cystadenocarcinoma"],
];

export const solidTumor = "METACTION:solid-tumor";

/** Diseases that neither vocabulary has. */
export const ownDiseases: readonly DiseaseNode[] = [
  { id: "METACTION:pericytoma", name: "pericytoma", parents: ["DOID:201"], equivalents: [] },
  {
    id: "METACTION:pten-hamartoma-tumor-syndrome",
    name: "PTEN hamartoma tumor syndrome",
    parents: ["DOID:0070656"],
    equivalents: [],
  },
  // What approvals call any solid tumor. Without it they would hold for cancers of the blood, or for nothing.
  { id: solidTumor, name: "solid tumor", parents: ["DOID:162"], equivalents: [] },
];

/** Cancers that are solid by the kind of their cells, in the Disease Ontology; those by organ come from the tissues. */
export const solidByCell: readonly (readonly [doid: string, name: string])[] = [
  ["DOID:305", "carcinoma"],
  ["DOID:1115", "sarcoma"],
  ["DOID:1790", "malignant mesothelioma"],
  ["DOID:1909", "melanoma"],
  ["DOID:2994", "germ cell cancer"],
  ["DOID:169", "neuroendocrine tumor"],
];

/** Diseases that CIViC names without an id, or by one that the Disease Ontology has since withdrawn. */
export const namedDiseases: ReadonlyMap<string, string> = new Map([
  ["Anaplastic Thyroid Carcinoma", "DOID:0080522"],
  ["Glioma", "DOID:0060108"],
  ["Pediatric Low-grade Glioma (PLGG)", "DOID:0080830"],
  ["Malignant Sertoli-Leydig Cell Tumor", "DOID:2997"],
  ["Pericytoma", "METACTION:pericytoma"],
  ["PTEN Hamartoma Tumor Syndrome", "METACTION:pten-hamartoma-tumor-syndrome"],
  ["Solid Tumor", solidTumor],
  ["T-cell Lymphoblastic Leukemia/lymphoma", "DOID:5603"],
  ["Thanatophoric Dysplasia, The Most Common Form Of Sporadic, Lethal Dwarfism", "DOID:13481"],
]);

/** OncoTree tissues whose tumors are not solid. */
export const liquidTissues: ReadonlySet<string> = new Set(["LYMPH", "MYELOID"]);

function sarcoma(code: string): Joint {
  return [code, "DOID:1115", "sarcoma"];
}
