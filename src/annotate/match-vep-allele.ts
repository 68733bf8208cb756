import type { VariantCall } from "../model/observation.ts";

/**
 * The word that VEP uses for this ALT, out of the `Allele` words of a record's entries; `"ambiguous"` when two words fit
 * and only the record's other ALTs would decide; null when none fits.
 *
 * VEP writes the ALT as it is; or, when the record has an indel and all its alleles start with the same base, without that
 * base; or, with `--minimal`, without everything that REF and ALT share. Nothing left is written `-`. A record of one ALT
 * whose entries are all about one allele needs no such match: it may have been normalized after it was annotated.
 */
export function matchVepAllele(
  stated: ReadonlySet<string>,
  call: VariantCall,
): string | "ambiguous" | null {
  const fitting = writings(call).filter((word) => stated.has(word));
  if (fitting.length > 1) return "ambiguous";
  const [only, ...others] = stated;
  if (only !== undefined && others.length === 0 && call.altCount === 1) return only;
  return fitting[0] ?? null;
}

function writings(call: VariantCall): string[] {
  const ref = call.given.ref.toUpperCase();
  const alt = call.given.alt.toUpperCase();
  const words = new Set([alt, withoutShared(ref, alt) || "-"]);
  if (ref[0] === alt[0]) words.add(alt.slice(1) || "-");
  return [...words];
}

/** The ALT without the bases that it shares with REF at either end, none left in between being required. */
function withoutShared(ref: string, alt: string): string {
  const shorter = Math.min(ref.length, alt.length);
  let prefix = 0;
  while (prefix < shorter && ref[prefix] === alt[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && ref.at(-1 - suffix) === alt.at(-1 - suffix)) suffix++;
  return alt.slice(prefix, alt.length - suffix);
}
