/** Organs by the words that name a biopsy site or a tissue: `Liver metastasis`, `hepatic`. */

/** Each organ with its other names; a longer name is looked for before a word of it. */
const organNames: Readonly<Record<string, readonly string[]>> = {
  "bone marrow": ["marrow"],
  "lymph node": ["lymph nodes", "nodal", "lymphatic"],
  "soft tissue": [],
  adrenal: ["adrenal gland", "suprarenal"],
  bladder: ["urinary bladder"],
  bone: ["bones", "osseous", "skeletal", "vertebra", "vertebral", "spine", "rib", "femur"],
  brain: ["cerebral", "cerebrum", "cerebellum", "cerebellar", "intracranial", "cns"],
  breast: ["mammary"],
  colon: ["colonic", "large bowel", "large intestine", "sigmoid"],
  esophagus: ["esophageal", "oesophagus", "oesophageal"],
  kidney: ["kidneys", "renal"],
  liver: ["hepatic", "hepar", "hepatocellular"],
  lung: ["lungs", "pulmonary", "bronchial"],
  muscle: ["muscular"],
  ovary: ["ovaries", "ovarian"],
  pancreas: ["pancreatic"],
  peritoneum: ["peritoneal", "omentum", "omental"],
  pleura: ["pleural"],
  prostate: ["prostatic"],
  rectum: ["rectal"],
  skin: ["cutaneous", "dermal", "subcutaneous"],
  spleen: ["splenic"],
  stomach: ["gastric"],
  thyroid: ["thyroid gland"],
  uterus: ["uterine", "endometrium", "endometrial"],
};

const organs = Object.entries(organNames)
  .flatMap(([organ, names]) => [organ, ...names].map((name) => ({ organ, words: ` ${name} ` })))
  .toSorted((a, b) => b.words.length - a.words.length);

/** The organs that a text names, sorted: of a metastasis that of its place, not that of the tumor that it is of. Empty: none is known. */
export function organsOf(text: string): readonly string[] {
  const [place = ""] = text.split(/\b(?:of|from)\b/iu);
  const found = findOrgans(place);
  return found.length > 0 ? found : findOrgans(text);
}

function findOrgans(text: string): string[] {
  let rest = ` ${wordsOf(text)} `;
  const found = new Set<string>();
  for (const { organ, words } of organs) {
    if (!rest.includes(words)) continue;
    found.add(organ);
    rest = rest.replaceAll(words, " ");
  }
  return [...found].sort();
}

/** True where both name one organ, or are the same words. */
export function isSameSite(a: string, b: string): boolean {
  if (wordsOf(a) === wordsOf(b)) return true;
  const others = organsOf(b);
  return organsOf(a).some((organ) => others.includes(organ));
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}
