import type { VerificationState } from "../../model/verdict.ts";
import type { Verification } from "../../model/verification.ts";

const backs: ReadonlySet<VerificationState> = new Set(["verified", "supported"]);
const opposes: ReadonlySet<VerificationState> = new Set([
  "discordant",
  "not supported",
  "contradicted",
]);

/** The alterations that a verdict in favor is about, where it is not in favor of another one that the row names; empty elsewhere. */
export function subjectOfVerdict({
  state,
  alterations = [],
}: Pick<Verification, "state" | "alterations">): string {
  if (!backs.has(state) || !alterations.some((each) => opposes.has(each.state))) return "";
  return alterations
    .filter((each) => each.state === state)
    .map(({ label }) => label)
    .join(", ");
}

/** `verified`, or `verified (HER2 IHC 1+)` where it is the verdict on one of several alterations. */
export function describeVerdict(verification: Verification): string {
  const subject = subjectOfVerdict(verification);
  return subject === "" ? verification.state : `${verification.state} (${subject})`;
}
