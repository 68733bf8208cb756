import type { VariantCall } from "../../model/observation.ts";

/**
 * Which of the `Allele` words of a record's entries fit this ALT: one is the answer, none means that the entries are about
 * other alleles, and of two only the record's other ALTs could tell which is meant.
 *
 * VEP writes the ALT as it is; or, when the record has an indel and all its alleles start with the same base, without that
 * base; or, with `--minimal`, without everything that REF and ALT share. Nothing left is written `-`. A record of one ALT
 * whose entries are all about one allele needs no such match: it may have been normalized after it was annotated.
 */
export function matchVepAllele(stated: ReadonlySet<string>, call: VariantCall): string[] {
  const fitting = writings(call).filter((word) => stated.has(word));
  const isOnlyOne = stated.size === 1 && call.altCount === 1;
  return fitting.length === 0 && isOnlyOne ? [...stated] : fitting;
}

function writings(call: VariantCall): string[] {
  const ref = call.given.ref.toUpperCase();
  const alt = call.given.alt.toUpperCase();
  const words = new Set([alt, withoutShared(ref, alt) || "-"]);
  if (ref[0] === alt[0]) words.add(alt.slice(1) || "-");
  return [...words];
}

/** The ALT without the bases that it shares with REF at either end; may be empty. */
function withoutShared(ref: string, alt: string): string {
  const shorter = Math.min(ref.length, alt.length);
  let prefix = 0;
  while (prefix < shorter && ref[prefix] === alt[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && ref.at(-1 - suffix) === alt.at(-1 - suffix)) suffix++;
  return alt.slice(prefix, alt.length - suffix);
}
