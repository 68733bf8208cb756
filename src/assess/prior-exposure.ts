/** What the patient's history says of one target (spec, clinical R6.4). */
import type { PriorTherapy } from "../model/prior-therapy.ts";
import type { Therapy } from "../model/report.ts";
import type { Reason } from "../model/verdict.ts";

export interface PriorExposure {
  /** Sorts the target after its unflagged peers. */
  readonly flags: readonly Reason[];
  readonly caveats: readonly Reason[];
}

/**
 * A target is flagged when one of its drugs was given before, alone or in a combination, and the disease progressed under it. What was stopped for
 * toxicity, or for a reason that is not known, leaves its rank and is told. A class in the history counts for the drugs that the knowledgebase
 * lists under it.
 */
export function findPriorExposure(
  therapy: Therapy,
  history: readonly PriorTherapy[],
): PriorExposure {
  const own = history.filter((prior) => sharedDrugs(therapy, prior).length > 0);
  const isResisted = ({ verdict }: PriorTherapy): boolean =>
    verdict === "acquired resistance possible";
  const note = (prior: PriorTherapy): Reason => noteOf(prior, therapy);
  return {
    flags: own.filter(isResisted).map(note),
    caveats: [
      ...own.filter((prior) => !isResisted(prior)).map(note),
      ...own.filter(({ reasonStopped }) => reasonStopped === "toxicity").map(tolerabilityNote),
    ],
  };
}

function sharedDrugs({ drugs }: Therapy, prior: PriorTherapy): Therapy["drugs"] {
  return drugs.filter(({ id }) => prior.drugs.some((drug) => drug.id === id));
}

/** Says which part of a combination it is about. */
function noteOf(prior: PriorTherapy, therapy: Therapy): Reason {
  const shared = sharedDrugs(therapy, prior);
  if (shared.length === therapy.drugs.length) return prior.reason;
  const names = shared.map(({ name }) => name).join(" and ");
  const { code, text } = prior.reason;
  return { code, text: `${text} Of ${therapy.label} this is about ${names}.` };
}

function tolerabilityNote({ given }: PriorTherapy): Reason {
  return {
    code: "tolerability",
    text: `Tolerability: ${given} was stopped for toxicity; grade and dose are to be looked up before it is given again.`,
  };
}
