/** Case reports of the same claim in the tumor of the case (spec, clinical R1.3). */
import type { TherapyOption } from "../../match/expand-therapy.ts";
import type { Match } from "../../match/match.ts";
import { isOnTumor } from "../../model/verdict.ts";
import { independentSources } from "./independent-sources.ts";

/** One match for one of the therapies that its statement names. */
interface TherapyMatch {
  readonly match: Match;
  readonly option: TherapyOption;
}

/**
 * Counts the distinct documents of level C statements, in the tumor of the case, that claim the same of the same
 * alteration and therapy. Two statements from one document are one report.
 */
export function countCaseReports(
  entries: readonly TherapyMatch[],
): (entry: TherapyMatch) => number {
  const documentsOf = new Map<string, Set<string>>();
  for (const entry of entries) {
    const { statement, relation } = entry.match;
    if (statement.evidenceLevel !== "C" || !isOnTumor(relation)) continue;
    const key = claimOf(entry);
    const documents = documentsOf.get(key) ?? new Set();
    documentsOf.set(key, documents);
    for (const source of independentSources(statement.documents)) documents.add(source);
  }
  return (entry) => documentsOf.get(claimOf(entry))?.size ?? 0;
}

function claimOf({ match: { statement }, option }: TherapyMatch): string {
  const { variant, predicate, direction } = statement;
  return JSON.stringify([variant.id, option.therapy.id, predicate, direction]);
}
