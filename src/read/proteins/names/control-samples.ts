/**
 * Samples of an experiment that are no tumor of a patient, by their names. Sources: the names that analyses of CPTAC's tables leave out (the
 * `cptac` package of PayneLab, and lists by study of the Proteomic Data Commons), MSstatsTMT's conditions `Norm` and `Empty`, Olink's and
 * SomaLogic's controls.
 */

/** Words that stand beside the telling one and name nobody. */
const neutral = new Set(
  "bridge calibrator channel common control ctrl digest global hela he la int internal ipc k mix plate plex pool pooled qc reference ref sample samples set standard std tmt universal".split(
    " ",
  ),
);
const referenceWords = new Set(["ref", "reference"]);
const number = /^\d+[a-z]?$/;
/** Whom a name is of, where it says so: `Pool3_Patient12` is a patient's. */
const persons = new Set(["patient", "pat", "pt", "case", "subject", "donor"]);
const beforeReference = new Set(["only", "retro", "taiwanese", "global", "hnscc"]);
const technical = new Set(
  "plate sample negative neg positive pos process inter internal external ext inc det".split(" "),
);

/** `RefInt_pool01` as `ref int pool 01`, `NCI7-1` as `nci 7 1`; what the PDC writes behind each sample is not of its name. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(?: Unshared)? Log Ratio$/i, "")
    .replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)/g, " ")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
}

interface Words {
  readonly all: readonly string[];
  /** Those that are no number. */
  readonly named: readonly string[];
}

const namesNobody = ({ named }: Words): boolean => named.every((word) => neutral.has(word));

/** The first that holds tells what the sample is. */
const kinds: readonly { readonly what: string; is(words: Words): boolean }[] = [
  {
    what: "pool",
    is: ({ named }) =>
      named.some((word) => word === "pool" || word === "pooled") &&
      !named.some((word) => persons.has(word)),
  },
  { what: "quality control", is: (words) => words.named.includes("qc") && namesNobody(words) },
  {
    // `NCI-7`, the mixture of seven cell lines that CPTAC measures in every study.
    what: "mixture of cell lines",
    is: ({ all, named }) => named.length === 1 && all[0] === "nci" && all[1] === "7",
  },
  { what: "reference channel", is: isReference },
  {
    what: "control",
    is: ({ named }) =>
      named.some((word, index) => isControl(word) && technical.has(named[index - 1] ?? "")),
  },
  {
    what: "control",
    is: (words) =>
      namesNobody(words) &&
      words.named.some((word) => ["calibrator", "ipc", "bridge"].includes(word)),
  },
  {
    what: "empty or normalization channel",
    is: ({ all }) => all.length === 1 && ["norm", "empty", "blank"].includes(all[0] ?? ""),
  },
  {
    // No source was met for these words alone as the name of a sample; none that is called so is a tumor to compare with.
    what: "withdrawn sample",
    is: ({ named }) => named.length === 1 && ["withdrawn", "disqualified"].includes(named[0] ?? ""),
  },
];

/** `ref`, `ColonRef`, `KoreanReference1`, `Internal Reference`; `Tumor Only IR`, `RetroIR-07`, `LSCC Tumor ONLY CR`. */
function isReference({ all, named }: Words): boolean {
  const last = named.at(-1) ?? "";
  if (last === "ir" || last === "cr") return beforeReference.has(named.at(-2) ?? "");
  if (!named.some((word) => referenceWords.has(word))) return false;
  if (namesNobody({ all, named })) return true;
  // One word before it is of what the reference was made; a number between them would be a patient's.
  return named.length === 2 && referenceWords.has(all[1] ?? "");
}

const isControl = (word: string): boolean => word === "control" || word === "ctrl";

/** What a sample is by its name, `pool`, `quality control`, ...; null for a sample of a patient, as far as the name tells. */
export function readControlSample(name: string): string | null {
  const all = wordsOf(name);
  const words = { all, named: all.filter((word) => !number.test(word)) };
  return kinds.find((kind) => kind.is(words))?.what ?? null;
}

/** True for `Control 3`, which may be of a healthy person, and may be a channel of a plex. */
export function isNamedControl(name: string): boolean {
  return wordsOf(name).some(isControl);
}

/** `C3L-00094_Normal`, `P1 NAT`. */
const normalWords = new Set(["normal", "nat", "adjacent"]);
/** `C3N.01799.N` beside `C3N.01799`, `P1-A` beside `P1-T`. */
const normalEnding = /^(.+)[._ -](?:N|A)$/;
/** Tissue type 11 of a barcode of the TCGA. */
const normalBarcode = /^TCGA[-.][A-Z\d]{2}[-.][A-Z\d]{4}[-.]1[1-4]/;

/** Those among the samples that are normal tissue by their names. */
export function findNormalSamples(samples: readonly string[]): string[] {
  const known = new Set(samples);
  const isBesideTumor = (name: string): boolean => {
    const [, stem] = normalEnding.exec(name) ?? [];
    if (stem === undefined) return false;
    return known.has(stem) || [".", "_", "-", " "].some((mark) => known.has(`${stem}${mark}T`));
  };
  return samples.filter(
    (name) =>
      normalBarcode.test(name) ||
      wordsOf(name).some((word) => normalWords.has(word)) ||
      isBesideTumor(name),
  );
}
