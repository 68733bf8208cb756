/** Whether measurements of proteins bear out the alterations that a target rests on (spec, clinical R8). */
import type { Observation } from "../model/observation.ts";
import { verificationStates } from "../model/verdict.ts";
import type { Measurement } from "../model/verification.ts";
import { drawnStates } from "./make-strips.ts";
import type { ProteinEvidence } from "./protein-evidence.ts";
import { type Verified, verifyAlteration } from "./verify-alteration.ts";

/**
 * The verdict on a target that rests on `alterations` (one or more), for therapies of these drugs. With several the best verdict
 * counts, because the drug has its target in each of them; the sentence holds every one.
 */
export function verifyTarget(
  alterations: readonly Observation[],
  drugs: readonly string[],
  evidence: ProteinEvidence,
): Verified {
  const verdicts = alterations
    .map((alteration) => verifyAlteration(alteration, drugs, evidence))
    .toSorted((a, b) => order(a) - order(b));
  const [best] = verdicts;
  if (best === undefined) throw new Error("a target rests on at least one alteration");
  const all = verdicts.map(({ verification }) => verification);
  const { state, reason } = best.verification;
  const isDrawn = drawnStates.has(state);
  return {
    verification: {
      state,
      reason: {
        code: reason.code,
        text: [...new Set(all.map((each) => each.reason.text))].join(" "),
      },
      observations: [...new Set(all.flatMap(({ observations }) => observations))].toSorted(),
      measurements: all
        .flatMap(({ measurements }) => measurements)
        .map((measurement) => (isDrawn ? measurement : withoutStrip(measurement))),
    },
    flags: [
      ...new Map(verdicts.flatMap(({ flags }) => flags.map((flag) => [flag.text, flag]))).values(),
    ],
  };
}

function withoutStrip({ strip: _, ...measurement }: Measurement): Measurement {
  return measurement;
}

function order({ verification }: Verified): number {
  return verificationStates.indexOf(verification.state);
}
