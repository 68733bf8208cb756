import type { GenomeModels } from "../../annotate/models/transcript.ts";
import type { Assembly } from "../../model/locus.ts";
import type { VariantCall } from "../../model/observation.ts";
import { makeProblem, type ReportProblem, placeOf } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";

/** So many REF that are not the reference's, and more than are, mean another genome build. */
const enoughMismatches = 5;

/** Why a call whose REF is not that of the genome is not used: what it changes is not known. */
export const referenceMismatch = {
  code: "reference-mismatch",
  what: "records whose REF is not the base of the genome",
  reason:
    "The bases of the genome at this place are others than REF: the record is of another build or was edited, and what it changes is not known.",
};

export interface ReferenceCheck {
  /** False for a call whose REF contradicts a base that is known. */
  add(call: VariantCall): boolean;
  /** Warns of what disagrees. Throws Refusal "identity" when the file is not of the build. */
  finish(report: ReportProblem): void;
}

/** Holds the REF of each call to the bases of the genome, as far as they are known. */
export function makeReferenceCheck(
  models: Pick<GenomeModels, "bases">,
  assembly: Assembly,
): ReferenceCheck {
  let agree = 0;
  let disagree = 0;
  let first: VariantCall | null = null;
  return {
    add(call) {
      const { contig, ref, position } = call.given;
      const known = models.bases(contig, position, position + ref.length - 1);
      const verdict = compareBases(ref.toUpperCase(), known);
      if (verdict === "agrees") agree += 1;
      if (verdict !== "contradicts") return true;
      disagree += 1;
      first ??= call;
      return false;
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
        makeProblem(
          "reference-mismatch",
          "warning",
          `${count}; records that disagree are not used.`,
          {
            where,
            hint: "Check that the file was called on this genome and was not edited.",
          },
        ),
      );
    },
  };
}

const isBase = (letter: string | undefined): boolean =>
  letter !== undefined && letter !== "" && "ACGT".includes(letter);

/** Base by base: N, in the file or where the sequence is not known, and other letters of several bases say nothing. */
function compareBases(ref: string, known: string): "agrees" | "contradicts" | "not known" {
  if (known === "") return "not known";
  let compared = 0;
  for (let index = 0; index < ref.length; index++) {
    if (!isBase(ref[index]) || !isBase(known[index])) continue;
    if (ref[index] !== known[index]) return "contradicts";
    compared += 1;
  }
  return compared === 0 ? "not known" : "agrees";
}
