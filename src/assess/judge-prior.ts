/** What a therapy that was given before says of its next use (spec, clinical R6.4, after ACTIN). */
import type { PriorTherapy } from "../model/prior-therapy.ts";

/** The verdict on one line of the history. Progression, or no more than progression as the best response, speaks of acquired resistance. */
export function judgePrior({
  given,
  bestResponse,
  reasonStopped,
}: Pick<PriorTherapy, "given" | "bestResponse" | "reasonStopped">): Pick<
  PriorTherapy,
  "verdict" | "reason"
> {
  const course = `Given before: ${given} (best response ${bestResponse ?? "not stated"}, ${stopped(reasonStopped)})`;
  if (reasonStopped === "progression" || bestResponse === "PD") {
    return {
      verdict: "acquired resistance possible",
      reason: {
        code: "acquired-resistance-possible",
        text: `${course}: acquired resistance is possible.`,
      },
    };
  }
  if (reasonStopped === "toxicity" || reasonStopped === "unknown") {
    return {
      verdict: "undetermined",
      reason: {
        code: "prior-response-undetermined",
        text: `${course}: whether the tumor still responds is undetermined.`,
      },
    };
  }
  return {
    verdict: "no sign of resistance",
    reason: { code: "given-before", text: `${course}: no sign of resistance was recorded.` },
  };
}

function stopped(reason: PriorTherapy["reasonStopped"]): string {
  switch (reason) {
    case "progression":
      return "stopped for progression";
    case "toxicity":
      return "stopped for toxicity";
    case "completed":
      return "completed";
    case "decision":
      return "stopped by decision";
    case "ongoing":
      return "ongoing";
    case "unknown":
      return "reason for stopping not known";
  }
}
