/**
 * Semantic versioning for content. Major: something that was said is not said any more, or is said of something else. Minor:
 * something new is said, or with another weight. Patch: the same is said in other words.
 */
export const steps = ["none", "patch", "minor", "major"] as const;
export type Step = (typeof steps)[number];

/** The largest of several steps. */
export function largestStep(taken: Iterable<Step>): Step {
  let largest = 0;
  for (const step of taken) largest = Math.max(largest, steps.indexOf(step));
  return steps[largest] ?? "none";
}

interface Version {
  readonly year: number;
  readonly month: number;
  readonly patch: number;
}

/** Whether the numbers of two versions (YEAR.MONTH.PATCH) make the step that the content deserves, and which would. */
export function judgeVersions(
  from: string,
  to: { readonly version: string; readonly date: string },
  deserved: Step,
): { isRight: boolean; text: string; suggested: string } {
  const [before, after] = [readVersion(from), readVersion(to.version)];
  const suggested = suggest(before, to.date, deserved);
  const taken = stepBetween(before, after);
  const isRight = deserved === "none" ? taken !== "back" : isEnough(taken, deserved);
  const words = {
    back: "goes back",
    same: "is the same",
    patch: "is a patch",
    release: "is a new release",
  }[taken];
  const text = isRight
    ? `The version ${words}: ${from} to ${to.version}.`
    : `The version ${words} (${from} to ${to.version}): a ${deserved} step deserves ${suggested}.`;
  return { isRight, text, suggested };
}

function isEnough(taken: ReturnType<typeof stepBetween>, deserved: Step): boolean {
  return taken === "release" || (taken === "patch" && deserved === "patch");
}

function stepBetween(from: Version, to: Version): "back" | "same" | "patch" | "release" {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months !== 0) return months > 0 ? "release" : "back";
  if (to.patch === from.patch) return "same";
  return to.patch > from.patch ? "patch" : "back";
}

/** A release is named by its month; a second one of the same month can only raise the last number. */
function suggest(from: Version, date: string, deserved: Step): string {
  const [year = 0, month = 0] = date.split("-").map(Number);
  const isLater = year > from.year || (year === from.year && month > from.month);
  const isRelease = deserved === "major" || deserved === "minor";
  if (isRelease && isLater) return `${year}.${month}.0`;
  if (!isRelease) return `${from.year}.${from.month}.${from.patch + (deserved === "none" ? 0 : 1)}`;
  return from.month === 12 ? `${from.year + 1}.1.0` : `${from.year}.${from.month + 1}.0`;
}

function readVersion(text: string): Version {
  const [year = 0, month = 0, patch = 0] = text.split(".").map(Number);
  return { year, month, patch };
}
