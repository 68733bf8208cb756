import type { OutlierSupport } from "../../model/observation.ts";
import type { OutlierVerdict } from "./outlier-verdict.ts";
import type { PeerRule } from "./peer-rule.ts";

/** What each rule asks, as it is printed. */
export const peerRuleTexts: Record<PeerRule, string> = {
  blacksheep: "beyond the median by more than 1.5 interquartile ranges (BlackSheep)",
  tukey: "outside Tukey's fences, quartiles and 1.5 interquartile ranges (CARE)",
  kiqr: "beyond the median by more than 2 interquartile ranges (kIQR)",
  zscore: "beyond the mean by more than 3 standard deviations",
};

/**
 * The call by another program's rule, without q and fold. On Gaussian values each calls more than it says, or is blinded by
 * aberrant cohort members (clinical 4.2), so none of them decides about a target. What cannot be measured by the rule
 * because the quartiles, or all values, are equal is `not assessable`.
 */
export function judgeByPeerRule(support: OutlierSupport, rule: PeerRule): OutlierVerdict {
  const direction = directionBy(support, rule);
  if (direction === null) {
    return {
      call: "not assessable",
      reason: { code: "cohort-without-spread", text: "The cohort has no spread by this rule." },
    };
  }
  const text = `${direction === "none" ? "Not " : ""}${peerRuleTexts[rule]}.`;
  const code = direction === "none" ? "no-outlier" : `outlier-${direction}`;
  return {
    call: direction,
    reason: { code, text: text.charAt(0).toUpperCase() + text.slice(1) },
  };
}

function directionBy(support: OutlierSupport, rule: PeerRule): "up" | "down" | "none" | null {
  switch (rule) {
    case "blacksheep":
      return beyond(support.kIqr, 1.5);
    case "tukey":
      return support.tukey;
    case "kiqr":
      return beyond(support.kIqr, 2);
    case "zscore":
      return beyond(plainZ(support), 3);
  }
}

/** (x - mean) / s. Crawford and Howell's t is this over sqrt((n + 1) / n). */
export function plainZ({ crawfordHowellT, n }: OutlierSupport): number | null {
  return crawfordHowellT === null ? null : crawfordHowellT * Math.sqrt((n + 1) / n);
}

function beyond(value: number | null, limit: number): "up" | "down" | "none" | null {
  if (value === null) return null;
  return value > limit ? "up" : value < -limit ? "down" : "none";
}
