import {
  isHybridization,
  reachesPositive,
  readStain,
  showsProtein,
} from "../../constraints/stain.ts";
import type { IhcResult } from "../../model/alteration.ts";

/** A stain in a word of the verification rules; null where it says none. A number shows presence at most below the positive cut-off of its protein, and where none is known. */
export function stainWord(stain: IhcResult): string | null {
  const read = readStain(stain);
  switch (read.form) {
    case "grade":
      return read.grade === 0 ? "0" : `${read.grade}+`;
    case "word":
      return read.word;
    case "number": {
      if (reachesPositive(read, stain.gene)) return "positive";
      const shown = showsProtein(read, stain.gene);
      if (shown === null) return null;
      return shown ? "present" : "negative";
    }
  }
}

/** True for a stain that shows no protein; null where it does not tell. */
export function isStainLost(stain: IhcResult): boolean | null {
  const shown = showsProtein(readStain(stain), stain.gene);
  return shown === null ? null : !shown;
}

/** `HER2 IHC 3+ (4B5)`, `PD-L1 IHC TPS 60 (22C3 pharmDx)`, `HER2 FISH ratio 2.3`. */
export function describeStain(stain: IhcResult): string {
  const { marker, score, unit, assay, clone } = stain;
  const method = isHybridization(stain) ? (assay ?? "ISH") : "IHC";
  const scored = unit === "%" ? `${score} %` : [unit, score].filter(Boolean).join(" ");
  const by = [assay === method ? null : assay, clone].filter((word) => word !== null);
  return `${marker} ${method} ${scored}${by.length === 0 ? "" : ` (${by.join(", ")})`}`;
}
