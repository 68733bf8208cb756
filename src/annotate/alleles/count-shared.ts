/** How many bases two sides of a change share at either end. */
export interface SharedEnds {
  readonly prefix: number;
  readonly suffix: number;
}

/**
 * Counts the bases that REF and ALT share, from the end first and then from the start, leaving at least `kept` on either side. The
 * last base that is left of a side counts at the start if it can: there VCF puts the anchor of an insertion or deletion, and a
 * change stays where a left-aligning caller put it.
 */
export function countShared(ref: string, alt: string, kept: 0 | 1): SharedEnds {
  const shorter = Math.min(ref.length, alt.length);
  let suffix = 0;
  while (suffix < shorter - 1 && ref.at(-1 - suffix) === alt.at(-1 - suffix)) suffix++;
  let prefix = 0;
  while (prefix < shorter - suffix - kept && ref[prefix] === alt[prefix]) prefix++;
  if (kept === 0 && prefix + suffix < shorter && ref.at(-1 - suffix) === alt.at(-1 - suffix)) {
    suffix++;
  }
  return { prefix, suffix };
}
