/** What an ALT of a VCF record is. */
export type AltKind =
  | { readonly kind: "allele" }
  | { readonly kind: "malformed" }
  | { readonly kind: "skipped"; readonly code: string; readonly reason: string };

const skippedKinds = {
  block: skipped("reference-block", "The record states reference bases, not a variant."),
  deletion: skipped("spanning-deletion", "The allele is a deletion that another record describes."),
  symbolic: skipped(
    "symbolic-allele",
    "The allele is symbolic; its bases are not given. Structural variants are read from a file that is given with --sv, copy numbers with --cnv.",
  ),
  breakend: skipped(
    "breakend",
    "The allele is a breakend of a rearrangement. Structural variants are read from a file that is given with --sv.",
  ),
  same: skipped("alternate-is-reference", "The alternate bases are the reference bases."),
};

function skipped(code: string, reason: string): AltKind {
  return { kind: "skipped", code, reason };
}

const bases = /^[ACGTN]+$/i;

/** True for an ALT that says that the bases of REF, and those of the block behind it, were read and are the reference. */
export function isReferenceBlock(alt: string): boolean {
  return alt === "." || alt === "<*>" || alt === "<NON_REF>";
}

/**
 * Tells what one ALT is. Every test is linear in its length; the library's own reader of breakends is cubic and
 * is never called (spec trust, fact 3).
 */
export function classifyAlt(alt: string, ref: string): AltKind {
  if (bases.test(alt)) return isSame(alt, ref) ? skippedKinds.same : { kind: "allele" };
  if (isReferenceBlock(alt)) return skippedKinds.block;
  if (alt === "*") return skippedKinds.deletion;
  if (/^<[^<>\s,]+>$/.test(alt)) return skippedKinds.symbolic;
  return isBreakend(alt) ? skippedKinds.breakend : { kind: "malformed" };
}

function isSame(alt: string, ref: string): boolean {
  return alt.length === ref.length && alt.toUpperCase() === ref.toUpperCase();
}

/** `t[p[`, `t]p]`, `]p]t`, `[p[t` with p = contig:position, or a single breakend `t.` or `.t` (VCF 4.3, 5.4). */
function isBreakend(alt: string): boolean {
  const open = alt.search(/[[\]]/);
  if (open === -1) {
    if (alt.startsWith(".")) return bases.test(alt.slice(1));
    return alt.endsWith(".") && bases.test(alt.slice(0, -1));
  }
  const close = alt.indexOf(alt.charAt(open), open + 1);
  if (close === -1) return false;
  const joined = alt.slice(0, open) + alt.slice(close + 1);
  const isAtOneEnd = open === 0 || close === alt.length - 1;
  return isAtOneEnd && bases.test(joined) && isMatePosition(alt.slice(open + 1, close));
}

function isMatePosition(text: string): boolean {
  const colon = text.lastIndexOf(":");
  return colon > 0 && !/[[\]\s,]/.test(text) && /^\d+$/.test(text.slice(colon + 1));
}
