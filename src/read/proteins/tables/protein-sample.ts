import { nearest } from "../../../model/nearest.ts";
import { refuse, type Refusal } from "../../../model/refusal.ts";
import { showText } from "../../show-text.ts";

const mostNamed = 5;

/**
 * Refusal "identity" for a table that has samples, but not the one asked for: names both, the nearest
 * names first. Samples are never matched by anything but their exact name.
 */
export function sampleNotFound(
  asked: string,
  samples: readonly string[],
  where: { readonly file: string; readonly line?: number },
): Refusal {
  const near = nearest(asked, samples, 3);
  const named = near.length > 0 ? near : samples.slice(0, mostNamed);
  const list = named.map(showText).join(", ");
  const has =
    named.length === samples.length
      ? `it has ${list}`
      : `its ${samples.length} samples include ${list}`;
  const message = `the table has no sample ${showText(asked)}; ${has}`;
  return refuse("identity", "protein-sample-missing", message, {
    where,
    hint: "Name the case's column or sample with --protein-sample (protein outliers: --sample).",
  });
}
