/** Whether alterations that meet the parts of one statement lie on one molecule (spec, matching 5: cis and trans). */
import type { Phase } from "../model/observation.ts";
import type { Evaluation } from "./evaluation.ts";

/** By the id of the observation; those that no file phases are absent. */
export type Phases = ReadonlyMap<string, Phase>;

type Relation = "cis" | "trans" | "unknown";

/**
 * Holds a combination that is met to the phase that it asks for: every two parts need a pair of alterations in it. Where the file does
 * not phase them the combination is open; in the other phase it is not met.
 */
export function testPhase(
  asked: "cis" | "trans",
  { joined, parts }: { readonly joined: Evaluation; readonly parts: readonly Evaluation[] },
  phases: Phases,
): Evaluation {
  const relations = parts.flatMap((part, index) =>
    parts.slice(index + 1).map((other) => relate(asked, [part, other], phases)),
  );
  if (relations.every((relation) => relation === asked)) return joined;
  const isOpen = relations.includes("unknown");
  const text = isOpen
    ? `Whether the alterations lie in ${asked} is not known: the file does not phase them.`
    : `The alterations do not lie in ${asked}.`;
  return {
    ...joined,
    state: isOpen ? "undetermined" : "unmet",
    observations: isOpen ? joined.observations : [],
    reasons: [{ code: isOpen ? "phase-not-known" : "other-phase", text }],
  };
}

/** The asked relation where any pair has it, unknown where a pair may have it, else the other one. */
function relate(
  asked: "cis" | "trans",
  [a, b]: readonly [Evaluation, Evaluation],
  phases: Phases,
): Relation {
  const found = a.observations.flatMap((one) =>
    b.observations.map((other) => relationOf(one, other, phases)),
  );
  if (found.includes(asked)) return asked;
  if (found.length === 0 || found.includes("unknown")) return "unknown";
  return asked === "cis" ? "trans" : "cis";
}

function relationOf(one: string, other: string, phases: Phases): Relation {
  if (one === other) return "cis";
  const [a, b] = [phases.get(one), phases.get(other)];
  if (a === undefined || b === undefined || a.set !== b.set) return "unknown";
  return a.haplotypes.some((haplotype) => b.haplotypes.includes(haplotype)) ? "cis" : "trans";
}
