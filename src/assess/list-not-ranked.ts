/** Statements that are met and still say nothing that a rank could be made of. */
import { compareText } from "../model/order.ts";
import type { EvidenceRow, NotAssessed } from "../model/report.ts";

/** One entry for all of them; none when there are none. `unused`: statement id and gene, in any order. */
export function listNotRanked(
  unused: readonly Pick<EvidenceRow, "statement" | "gene">[],
): NotAssessed[] {
  if (unused.length === 0) return [];
  return [
    {
      code: "effect-not-stated",
      what: "What statements without a stated effect mean for treatment",
      reason:
        "They are met, and claim neither benefit from a therapy nor resistance to it; the findings list them.",
      settledBy: "A statement that says what the therapy does",
      statements: new Set(unused.map((row) => row.statement)).size,
      genes: [...new Set(unused.map((row) => row.gene))].toSorted(compareText),
    },
  ];
}
