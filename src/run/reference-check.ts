import type { GenomeModels } from "../annotate/models/transcript.ts";
import type { Assembly } from "../model/locus.ts";
import type { VariantCall } from "../model/observation.ts";
import { placeOf } from "../model/observation.ts";
import { makeProblem, type ReportProblem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";

/** So many REF that are not the reference's, and more than are, mean another genome build. */
const enoughMismatches = 5;

export interface ReferenceCheck {
  add(call: VariantCall): void;
  /** Warns of what disagrees. Throws Refusal "identity" when the file is not of the build. */
  finish(report: ReportProblem): void;
}

/** Holds the REF of each call to the bases of the genome, as far as they are known. */
export function makeReferenceCheck(models: GenomeModels, assembly: Assembly): ReferenceCheck {
  let agree = 0;
  let disagree = 0;
  let first: VariantCall | null = null;
  return {
    add(call) {
      const { contig, ref: stated } = call.given;
      // The base before an insertion or deletion that the file does not give.
      const skipped = stated.startsWith("N") ? 1 : 0;
      const ref = stated.slice(skipped);
      const start = call.given.position + skipped;
      const known = models.bases(contig, start, start + ref.length - 1);
      if (known === "" || known.includes("N")) return;
      if (known === ref.toUpperCase()) {
        agree += 1;
        return;
      }
      disagree += 1;
      first ??= call;
    },
    finish(report) {
      if (first === null) return;
      const { contig, position } = first.given;
      const count = `${disagree} of ${agree + disagree} REF in known sequence are not those of ${assembly}, the first at ${contig}:${position}`;
      const where = placeOf(first.provenance);
      if (disagree >= enoughMismatches && disagree > agree) {
        throw refuse(
          "identity",
          "reference-mismatch",
          `The calls are not of ${assembly}: ${count}.`,
          {
            where,
            hint: "Give the file of the right build, or name the build that its calls have.",
          },
        );
      }
      report(
        makeProblem("reference-mismatch", "warning", `${count}.`, {
          where,
          hint: "Check that the file was called on this genome and was not edited.",
        }),
      );
    },
  };
}
