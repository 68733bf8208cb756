import type { Report } from "../../model/report.ts";
import { describeCounts } from "./describe-counts.ts";
import { plural } from "./format-number.ts";

/** What a report says in place of a ranking when no target was found. */
export interface EmptyResult {
  readonly lead: string;
  readonly lookedAt: readonly string[];
  readonly leftOpen: readonly string[];
  readonly meaning: readonly string[];
}

/** A file without records is no evidence of anything. */
function readNothing({ counts }: Report): string[] {
  return counts.variants !== null && counts.variants.read === 0
    ? [
        "The variant file holds no record at all: check that it is the right file before reading anything into this page.",
      ]
    : [];
}

/** An empty ranking must never look like a run that failed, nor like proof that nothing is there. */
export function describeEmptyResult(report: Report): EmptyResult {
  const { knowledgebase, findings, blocked, notAssessed, problems } = report;
  const statements = plural(knowledgebase.statements, "statement");
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return {
    lead:
      `None of the ${statements} about ${plural(knowledgebase.genes, "gene")} in knowledgebase ${knowledgebase.version} ` +
      "supports a therapy for what was found in this biopsy.",
    lookedAt: [
      ...describeCounts(report),
      findings.length === 0
        ? "No alteration of a knowledgebase gene was found."
        : `${plural(findings.length, "finding")} without a supported therapy; listed below.`,
      ...(blocked.length === 0
        ? []
        : [
            `Evidence speaks against ${plural(blocked.length, "therapy", "therapies")}; listed below.`,
          ]),
    ],
    leftOpen: notAssessed.map(({ what, statements: count, settledBy }) => {
      const hanging = count === 0 ? "" : ` (${plural(count, "statement")})`;
      return `${what}${hanging}: ${settledBy}`;
    }),
    meaning: [
      ...readNothing(report),
      errors === 0
        ? "This is a result, not a failure: the input was read and every record is accounted for."
        : `${plural(errors, "error")} occurred while reading the input; see Problems before relying on this result.`,
      "It does not show that no treatment can help. It says that the alterations in these files, matched with this version of the knowledgebase, point to none.",
      ...(notAssessed.length === 0
        ? []
        : ["What was not assessed is open, not negative: a target may still be found there."]),
    ],
  };
}
