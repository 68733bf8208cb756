import type { BlockedTherapy, Report, Target } from "../../model/report.ts";
import { plural } from "./format-number.ts";

/** More rows than these do not fit on the first page beside the case (experience, section 5). */
const leadingTargets = 8;

/** What every readable format shows, and in which order. */
export interface Outline {
  /** One sentence that says how the case stands. */
  readonly summary: string;
  /** The first targets of the ranking, each shown in full. */
  readonly leading: readonly Target[];
  /** The rest, shown in brief. */
  readonly remaining: readonly Target[];
  /** Resistance that takes a therapy out of the ranking. */
  readonly blocked: readonly BlockedTherapy[];
  /** Therapies that only counter-evidence speaks of. */
  readonly against: readonly BlockedTherapy[];
}

/** Splits a report into the parts that a reader meets. */
export function outlineReport(report: Report): Outline {
  return {
    summary: summarize(report),
    leading: report.targets.slice(0, leadingTargets),
    remaining: report.targets.slice(leadingTargets),
    blocked: report.blocked.filter(({ kind }) => kind === "blocked"),
    against: report.blocked.filter(({ kind }) => kind !== "blocked"),
  };
}

function summarize(report: Report): string {
  const parts = [summarizeTargets(report.targets)];
  const blocked = report.blocked.filter(({ kind }) => kind === "blocked").length;
  if (blocked > 0) parts.push(`${plural(blocked, "therapy", "therapies")} blocked by resistance`);
  const open = report.notAssessed.length;
  if (open > 0) parts.push(`${plural(open, "question")} not assessed`);
  return `${parts.join("; ")}.`;
}

function summarizeTargets(targets: readonly Target[]): string {
  if (targets.length === 0) return "No actionable target was found";
  const top = targets.filter(({ amp }) => amp.tier === "I" || amp.tier === "II").length;
  if (top === 0) return `${plural(targets.length, "target")}, none at tier I or II`;
  const rest = targets.length - top;
  return `${plural(top, "target")} at tier I or II${rest > 0 ? ` and ${plural(rest, "other", "others")}` : ""}`;
}
