import type { Finding, Target } from "../../../model/report.ts";
import { describeTier } from "../describe-evidence.ts";

/** Tier and level as a badge; the words carry the meaning, the color repeats it. */
export function TierBadge({ amp }: { amp: Target["amp"] | Finding["amp"] }) {
  const color = amp.tier === null ? "none" : amp.tier.toLowerCase();
  return <span class={`badge tier-${color}`}>{describeTier(amp)}</span>;
}
