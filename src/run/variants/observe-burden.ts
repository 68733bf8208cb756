import type { SignatureStatus } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import { makeProblem } from "../../model/problem.ts";
import { burdenDefinition } from "./count-burden.ts";
import type { InterpretedVariants } from "../interpret-variants.ts";
import type { Stage } from "../stage.ts";

/**
 * The burden that was counted from the variant file, as an observation; null when it was not asked for, or when the effect of too
 * little is known to count: what cannot be counted is not low.
 */
export function observeBurden(
  { request, report }: Stage,
  variants: InterpretedVariants | null,
): Observation<SignatureStatus> | null {
  if (variants === null || variants.burden === null || request.callableMb === undefined)
    return null;
  const { counted, unknown } = variants.burden;
  const { name: file } = variants.input;
  const isCalled = variants.header.annotation.length > 0 || request.models !== undefined;
  if (!isCalled || unknown > 0) {
    const message = isCalled
      ? `the burden was not counted: what ${unknown} of the coding variants do is not known`
      : "the burden was not counted: nothing says what the variants do";
    report(
      makeProblem("burden-not-counted", "warning", message, {
        where: { file },
        hint: "Annotate the VCF, or give --fasta.",
      }),
    );
    return null;
  }
  if (variants.tumorOnly) {
    const message = "without a matched normal, germline variants are counted in the burden";
    report(
      makeProblem("burden-tumor-only", "notice", message, {
        where: { file },
        hint: "Read it as an upper limit.",
      }),
    );
  }
  const value = Number((counted / request.callableMb).toFixed(2));
  const unit = "mutations/Mb";
  const method = `metaction, ${burdenDefinition}`;
  return {
    id: `signature:TMB:counted ${value} ${unit}`,
    label: `TMB ${value} ${unit}`,
    gene: null,
    alteration: { kind: "signature", marker: "TMB", name: null, value, unit, status: null, method },
    support: {
      kind: "value",
      value,
      text: `${counted} variants over ${request.callableMb} Mb`,
      unit,
      method,
    },
    provenance: { file, line: null, sample: variants.tumorSample?.name ?? null },
  };
}
