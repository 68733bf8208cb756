/** Therapies that only the normal state of a tumor suppressor speaks for: listed, not ranked. */
import { compareText } from "../model/order.ts";
import type { NotAssessed } from "../model/report.ts";
import type { TherapyEvidence } from "./evidence/group-by-therapy.ts";
import { isOfNormalState } from "./evidence/normal-state.ts";

/** One entry for all of them; none when there are none. */
export function listNormalStates(therapies: readonly TherapyEvidence[]): NotAssessed[] {
  if (therapies.length === 0) return [];
  const rows = therapies.flatMap(({ sensitivity }) => sensitivity.filter(isOfNormalState));
  const genes = [...new Set(rows.map(({ gene }) => gene))].toSorted(compareText);
  const names = therapies.map(({ therapy }) => therapy.label).join(", ");
  return [
    {
      code: "normal-state-only",
      what: `Benefit from ${names}`,
      reason: `The statements that are met ask for ${genes.join(" and ")} as in normal cells alone: they tell who benefits among tumors with the target of the drug, and make no target.`,
      settledBy: "A finding in the target of the drug",
      statements: new Set(rows.map(({ statement }) => statement)).size,
      genes,
    },
  ];
}
