/** Whether stains are by one antibody: laboratories name it in the column of the clone or in that of the assay. */
import type { IhcResult } from "../model/alteration.ts";

/** Laboratories write `22C3`, `22c3 pharmDx` and `Dako 28-8`: the whole or one word of it has to be the clone. */
export function namesClone(named: string, clone: string): boolean {
  return wordsOf(named).includes(plain(clone));
}

/**
 * True for two stains of which both name one antibody and which are scored alike: a TPS is not compared with a CPS, which counts immune
 * cells too. What names no antibody is compared with nothing.
 */
export function isSameStaining(one: Staining, other: Staining): boolean {
  if (one.unit !== other.unit) return false;
  const named = antibodyWords(other);
  return antibodyWords(one).some((word) => named.includes(word));
}

type Staining = Pick<IhcResult, "marker" | "unit" | "assay" | "clone">;

/** Names of the protein with a digit, that a laboratory may write into the name of the assay. */
const namesOfProteins: ReadonlySet<string> = new Set(["pdl1", "cd274"]);

/** Words that can be a clone: clones have a digit (22C3, SP263, 28-8), as makers and methods have not; the marker itself is none. */
function antibodyWords({ marker, assay, clone }: Staining): string[] {
  return [clone, assay]
    .flatMap((named) => (named === null ? [] : wordsOf(named)))
    .filter((word) => /\d/.test(word) && word !== plain(marker) && !namesOfProteins.has(word));
}

function wordsOf(named: string): string[] {
  return [named, ...named.split(/[\s(),;]+/)].map(plain);
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
