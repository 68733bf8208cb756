import { copyThresholds } from "../../annotate/copy-number/copy-thresholds.ts";
import type { CopyNumberAlteration } from "../../model/alteration.ts";
import type { Reason } from "../../model/verdict.ts";

/** What a reader must know of a copy-number change before trusting it. */
export function findCopyCaveats(label: string, alteration: CopyNumberAlteration): Reason[] {
  const { change, copies, adjusted, part, segment } = alteration;
  const caveats: Reason[] = [];
  if (adjusted === false) {
    const text = `${label}: copies are those of the sample, because its purity is not known; tumor cells differ more from normal ones.`;
    caveats.push({ code: "copies-not-adjusted", text });
  }
  if (copies === null) {
    const text = `${label}: the file calls the change and does not count copies.`;
    caveats.push({ code: "copies-not-counted", text });
  }
  if (part !== undefined) {
    const text = `${label}: less than half of the transcript is known to have the change.`;
    caveats.push({ code: "copies-in-part", text });
  }
  const size = segment === undefined ? 0 : segment.end - segment.start + 1;
  if (change === "amplification" && size > copyThresholds.focalUpTo) {
    const text = `${label}: it reaches over ${Math.round(size / 1_000_000)} Mb; SHIVA took amplifications of up to 10 Mb for a target (PMC4830395).`;
    caveats.push({ code: "broad-amplification", text });
  }
  return caveats;
}
