import type { RatioRule, RatioState, RecordFacts } from "../model/response-summary.ts";
import type { NumberedEvent } from "./effective-events.ts";
import { summarizeCase } from "./summarize-case.ts";

/** A patient who was treated on a target. */
export interface TreatedCase {
  readonly id: string;
  readonly therapy: string;
  /** Genes that the target rests on; the alteration itself where it is in none. */
  readonly genes: readonly string[];
  readonly state: RatioState;
}

/** The cases of a record whose chosen target was given: period B began. */
export function listTreated(
  cases: ReadonlyMap<string, readonly NumberedEvent[]>,
  about: { readonly rule: RatioRule; readonly record: RecordFacts },
): TreatedCase[] {
  return [...cases].flatMap(([id, events]) => {
    const { target, periods, verdict } = summarizeCase(id, events, about);
    if (target === null || !periods.some(({ period }) => period === "B")) return [];
    const genes = target.alterations.map(({ gene, label }) => gene ?? label);
    return [{ id, therapy: target.therapy.id, genes, state: verdict.state }];
  });
}
