import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import type { InterpretedVariants } from "../interpret-variants.ts";
import type { ReadLesion } from "./read-specimen.ts";

/**
 * Holds the variant file of a lesion to those of earlier ones. Throws Refusal "identity" where they are of several genome builds: a place
 * of one is not that place in the other, and what is compared by name alone never shows absence. Warns, `lesion-twice`, of a sample that was given twice.
 */
export function checkLesionFiles(
  lesion: ReadLesion,
  earlier: readonly ReadLesion[],
  report: ReportProblem,
): void {
  const { facts, variants } = lesion;
  if (variants === null) return;
  for (const other of earlier) {
    if (other.variants === null) continue;
    refuseOtherBuild(variants, other.variants);
    if (!isSameSample(variants, other.variants)) continue;
    report(
      makeProblem(
        "lesion-twice",
        "warning",
        `${facts.id} and ${other.facts.id} are read from the same sample of the same file: they can differ in nothing.`,
        {
          where: { file: variants.input.name },
          hint: "Give each lesion its own file, or its own sample of the file.",
        },
      ),
    );
  }
}

/** A list that names changes of proteins has no build of its own. */
function refuseOtherBuild(own: InterpretedVariants, other: InterpretedVariants): void {
  if (own.header.isNamesOnly === true || other.header.isNamesOnly === true) return;
  if (own.assembly.name === other.assembly.name) return;
  throw refuse(
    "identity",
    "lesions-of-two-builds",
    `${other.input.name} is on ${other.assembly.name} and ${own.input.name} on ${own.assembly.name}: lesions on two genome builds are not compared`,
    {
      where: { file: own.input.name },
      hint: "Call both on one genome build, or lift one of the files over.",
    },
  );
}

function isSameSample(own: InterpretedVariants, other: InterpretedVariants): boolean {
  return (
    own.input.sha256 === other.input.sha256 && own.tumorSample?.name === other.tumorSample?.name
  );
}
