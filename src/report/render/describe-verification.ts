import type { Target } from "../../model/report.ts";
import type { VerificationState } from "../../model/verdict.ts";
import type { Verification } from "../../model/verification.ts";

const backs: ReadonlySet<VerificationState> = new Set(["verified", "supported"]);
const opposes: ReadonlySet<VerificationState> = new Set([
  "discordant",
  "not supported",
  "contradicted",
]);

type VerifiedTarget = Pick<Target, "verification" | "alterations">;

/** The alterations that a verdict in favor is about, where it is not in favor of another one that the row names; empty elsewhere. */
function subjectOfVerdict({
  state,
  alterations = [],
}: Pick<Verification, "state" | "alterations">): string {
  if (!backs.has(state) || !alterations.some((each) => opposes.has(each.state))) return "";
  return alterations
    .filter((each) => each.state === state)
    .map(({ label }) => label)
    .join(", ");
}

/**
 * What a verdict in favor is about or rests on, for a reader who would take the word alone for more: `of HER2 IHC 1+` where another
 * alteration of the target is not borne out, `by its own measurement` where the finding is the protein and no second
 * measurement stands behind the word. Empty elsewhere.
 */
export function limitOfVerdict({ verification, alterations }: VerifiedTarget): string {
  const subject = subjectOfVerdict(verification);
  if (subject !== "") return `of ${subject}`;
  const own = new Set(alterations.map(({ observation }) => observation));
  const { state, observations } = verification;
  const isOwn = observations.length > 0 && observations.every((each) => own.has(each));
  return backs.has(state) && isOwn ? "by its own measurement" : "";
}

/** `verified`, or `verified (of HER2 IHC 1+)` where the word alone would say too much. */
export function describeVerdict(target: VerifiedTarget): string {
  const limit = limitOfVerdict(target);
  const { state } = target.verification;
  return limit === "" ? state : `${state} (${limit})`;
}
