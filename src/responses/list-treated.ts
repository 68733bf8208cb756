import type { RatioRule, RatioState, RecordFacts } from "../model/response-summary.ts";
import type { NumberedEvent } from "./effective-events.ts";
import { countsTimeWithout } from "./find-early-stop.ts";
import { summarizeCase } from "./summarize-case.ts";
import { type FindDrug, isTherapyOf, therapyKey } from "./therapy-key.ts";

/** A patient who was treated on a target. */
export interface TreatedCase {
  readonly id: string;
  /** As `therapyKey` has it. */
  readonly therapy: string;
  /** Genes that the target rests on; the alteration itself where it is in none. */
  readonly genes: readonly string[];
  readonly state: RatioState;
  /** The ratio counts time after a therapy was stopped. */
  readonly isStoppedEarly: boolean;
}

/** The cases of a record whose chosen target was given: period B began, with the therapy of the target. */
export function listTreated(
  cases: ReadonlyMap<string, readonly NumberedEvent[]>,
  about: { readonly rule: RatioRule; readonly record: RecordFacts; readonly findDrug: FindDrug },
): TreatedCase[] {
  return [...cases].flatMap(([id, events]) => {
    const summary = summarizeCase(id, events, about);
    const { target, periods, verdict } = summary;
    const given = periods.find(({ period }) => period === "B")?.therapy;
    if (target === null || given === undefined) return [];
    if (!isTherapyOf(target, given, about.findDrug)) return [];
    const genes = target.alterations.map(({ gene, label }) => gene ?? label);
    const isStoppedEarly = countsTimeWithout(summary);
    const therapy = therapyKey(given, about.findDrug);
    return [{ id, therapy, genes, state: verdict.state, isStoppedEarly }];
  });
}
