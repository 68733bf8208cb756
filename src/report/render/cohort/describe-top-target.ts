import type { SampleSummary } from "../../../model/batch.ts";

type TopTarget = SampleSummary["top"][number];

/** `I-A`, `II`, or `no tier`. */
export function describeLevel({ tier, level }: Pick<TopTarget, "tier" | "level">): string {
  if (tier === null) return "no tier";
  return level === null ? tier : `${tier}-${level}`;
}

/** `Alpelisib + Fulvestrant for PIK3CA H1047R (I-A; protein not assessed)`. */
export function describeTopTarget(target: TopTarget): string {
  const { therapy, alterations, verification } = target;
  return `${therapy} for ${alterations} (${describeLevel(target)}; protein ${verification})`;
}
