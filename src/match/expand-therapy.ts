/** The therapies that one statement speaks of. */
import type { Statement } from "../knowledgebase/knowledgebase.ts";
import { compareText } from "../model/order.ts";
import type { Therapy } from "../model/report.ts";

/** `choice` says how the source names the therapy when it does so as one of several or by its class, else null. */
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
      const choice = `named as alternatives: ${sorted.map((drug) => drug.name).join(" or ")}`;
      return sorted.map((drug) => ({ therapy: makeTherapy("single", [drug]), choice }));
    }
    case "sequential":
      return [{ therapy: makeTherapy("sequential", drugs), choice: null }];
    case "single":
    case "combination":
      return [{ therapy: makeTherapy("combination", sorted), choice: null }];
  }
}

/**
 * The therapies that a statement is about. Resistance to a class that the statement itself names is resistance to each
 * drug of it (spec, clinical R6.2); nothing else is passed from a class to its drugs.
 */
export function expandStatement(statement: Statement): TherapyOption[] {
  const options = expandTherapy(statement.therapy);
  const isResistance = statement.predicate === "resistance" && statement.direction === "supports";
  const [drug, other] = statement.therapy.drugs;
  if (!isResistance || drug?.members === undefined || other !== undefined) return options;
  const choice = `named by its class: ${drug.name}`;
  const ofDrugs = drug.members.map((member) => ({
    therapy: makeTherapy("single", [member]),
    choice,
  }));
  return [...options, ...ofDrugs];
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
