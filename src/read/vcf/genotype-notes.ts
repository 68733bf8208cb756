import { describeOpposed } from "../../model/clear-reads.ts";
import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import type { VariantRecord } from "../variant-reader.ts";

/** Says when a file calls no genotype of the tumor at all: each of its records is set aside then. */
export interface GenotypeNotes {
  note(record: VariantRecord): void;
  /** To be called behind the last record. */
  finish(report: ReportProblem): void;
}

export function makeGenotypeNotes(file: string): GenotypeNotes {
  let missing = 0;
  let first: number | null = null;
  let isAnyTold = false;
  return {
    note({ calls, line }) {
      for (const { support, failedFilters } of calls) {
        // What its own reads speak against is told of by itself.
        if (failedFilters.length > 0 || describeOpposed(support) !== null) continue;
        if (support.genotype !== "no call") isAnyTold = true;
        else {
          first ??= line;
          missing += 1;
        }
      }
    },
    finish(report) {
      if (missing === 0 || isAnyTold) return;
      const message = `no genotype of the tumor is called in any record that was read (${missing} without one): none of them is used`;
      report(
        makeProblem("genotypes-missing", "warning", message, {
          where: { file, ...(first === null ? {} : { line: first }) },
          hint: "If the caller writes ./. beside every call that it makes, leave GT out: bcftools annotate -x FORMAT/GT -o OUT FILE. A list of places without a call has to stay as it is.",
        }),
      );
    },
  };
}
