import type { TherapyOption } from "../../match/expand-therapy.ts";
import type { Match } from "../../match/match.ts";
import { isOnTumor } from "../../model/verdict.ts";

/** A statement that is met, for one of its therapies. */
interface Entry {
  readonly match: Match;
  readonly option: TherapyOption;
}

/** See `findExcludedSubtypes`. */
export type IsExcluded = (narrower: string, wider: string) => boolean;

/**
 * The tumor that the label of the therapy asks for, by an approval for the same gene that is met as well, where the case is shown to be another
 * subtype: what a wider statement of benefit says of the therapy then holds no more than for another tumor (alpelisib with fulvestrant in
 * triple-negative breast cancer). Null for a statement with an approval of its own.
 */
export function findExcludingLabels(
  entries: readonly Entry[],
  isExcluded: IsExcluded,
): (entry: Entry) => string | null {
  const labels = new Map<string, Match["statement"]["disease"][]>();
  for (const { match, option } of entries) {
    if (match.statement.approvals.length === 0) continue;
    const key = keyOf(match, option);
    labels.set(key, [...(labels.get(key) ?? []), match.statement.disease]);
  }
  return ({ match, option }) => {
    const { predicate, direction, approvals, disease } = match.statement;
    const { id } = disease;
    const isBenefit = predicate === "sensitivity" && direction === "supports";
    if (!isBenefit || approvals.length > 0 || id === null || !isOnTumor(match.relation)) {
      return null;
    }
    const asked = labels.get(keyOf(match, option)) ?? [];
    return asked.find((label) => label.id !== null && isExcluded(label.id, id))?.name ?? null;
  };
}

function keyOf({ statement }: Match, { therapy }: TherapyOption): string {
  return `${statement.gene}\n${therapy.id}`;
}
