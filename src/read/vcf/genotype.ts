import type { ReadSupport } from "../../model/observation.ts";

/** Allele indexes of a GT value; null for a missing one. */
export type Genotype = readonly (number | null)[];

/** Any ploidy, phased or not, with the leading phase mark of VCF 4.4. */
const form = /^[/|]?(?:\.|\d{1,6})(?:[/|](?:\.|\d{1,6}))*$/;

/** Genotypes by their text: a file has few. */
const known = new Map<string, Genotype>();
const mostKnown = 1_000;
/** Longer ones are of a ploidy that no two records share. */
const longestKnown = 10;

/** Reads a GT value; null when it is malformed. */
export function parseGenotype(text: string): Genotype | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (!form.test(text)) return null;
  const genotype = readGenotype(text);
  if (known.size < mostKnown && text.length <= longestKnown) known.set(text, genotype);
  return genotype;
}

function readGenotype(text: string): Genotype {
  return text
    .replace(/^[/|]/, "")
    .split(/[/|]/)
    .map((index) => (index === "." ? null : Number(index)));
}

/**
 * What the genotype says about one ALT. A missing allele beside others leaves an allele that is not among them
 * undecided.
 */
export function callAllele(genotype: Genotype | null, altIndex: number): ReadSupport["genotype"] {
  if (genotype === null) return "absent";
  if (genotype.includes(altIndex)) return "alt called";
  return genotype.includes(null) ? "no call" : "alt not called";
}
