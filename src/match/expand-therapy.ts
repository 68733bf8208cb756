/** The therapies that one statement speaks of. */
import type { Statement } from "../knowledgebase/knowledgebase.ts";
import { compareText } from "../model/order.ts";
import type { Therapy } from "../model/report.ts";

/** `choice` is the wording of the list when the source names alternatives, else null. */
export interface TherapyOption {
  readonly therapy: Therapy;
  readonly choice: string | null;
}

/**
 * A combination is a drug of its own and passes nothing to its components (spec, clinical R6.2 and R6.3);
 * alternatives (`substitutes`) are one therapy per drug. The id does not depend on the order in which a source lists
 * the drugs, but for a sequence, whose order is its meaning.
 */
export function expandTherapy({ relation, drugs }: Statement["therapy"]): TherapyOption[] {
  const distinct = [...new Map(drugs.map((drug) => [drug.id, drug])).values()];
  const sorted = distinct.toSorted((a, b) => compareText(a.id, b.id));
  if (sorted.length === 0) return [];
  if (sorted.length === 1) return [{ therapy: makeTherapy("single", sorted), choice: null }];
  switch (relation) {
    case "substitutes": {
      const choice = `${sorted.map((drug) => drug.name).join(" or ")} (named as alternatives)`;
      return sorted.map((drug) => ({ therapy: makeTherapy("single", [drug]), choice }));
    }
    case "sequential":
      return [{ therapy: makeTherapy("sequential", drugs), choice: null }];
    case "single":
    case "combination":
      return [{ therapy: makeTherapy("combination", sorted), choice: null }];
  }
}

function makeTherapy(
  relation: Therapy["relation"],
  drugs: readonly Therapy["drugs"][number][],
): Therapy {
  const isSequence = relation === "sequential";
  return {
    id: `${isSequence ? "seq:" : ""}${drugs.map((drug) => drug.id).join("+")}`,
    label: drugs.map((drug) => drug.name).join(isSequence ? ", then " : " + "),
    relation,
    drugs: drugs.map(({ id, name }) => ({ id, name })),
  };
}
