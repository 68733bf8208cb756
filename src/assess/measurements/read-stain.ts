import type { IhcResult } from "../../model/alteration.ts";

/** Words that laboratories use, by the word that verification rules read. */
const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "0": ["0"],
    "1+": ["1+", "1"],
    "2+": ["2+", "2"],
    "3+": ["3+", "3"],
    lost: ["lost", "loss", "absent", "deficient"],
    retained: ["retained", "intact", "preserved", "proficient"],
    positive: ["positive", "pos"],
    negative: ["negative", "neg"],
    overexpressed: ["overexpressed", "high"],
  }).flatMap(([word, written]) => written.map((each) => [each, word] as const)),
);

/** In situ hybridization counts genes: its rows lie among the stains of a pathologist, and are none. */
export function isHybridization({ assay, unit }: IhcResult): boolean {
  return unit === "ratio" || unit === "copies" || /ish\b/i.test(assay ?? "");
}

/** The result in a word of the rules; null for a number whose cut-off is not known here, and for any other text. */
export function readStain({ score, unit }: IhcResult): string | null {
  const isScore = unit === null || unit === "score";
  return isScore ? (words.get(score.trim().toLowerCase()) ?? null) : null;
}

/** `HER2 IHC 3+ (4B5)`, `PD-L1 IHC TPS 60 (22C3 pharmDx)`. */
export function describeStain(stain: IhcResult): string {
  const { marker, score, unit, assay, clone } = stain;
  const method = isHybridization(stain) ? (assay ?? "ISH") : "IHC";
  const how = [method === assay ? null : assay, clone].filter(
    (word) => word !== null && word !== method,
  );
  const scored = unit === "%" ? `${score} %` : [unit, score].filter(Boolean).join(" ");
  return `${marker} ${method} ${scored}${how.length === 0 ? "" : ` (${how.join(", ")})`}`;
}
