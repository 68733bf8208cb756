/** Criteria about how often healthy people carry the variant: OP4, SBS1 and SBVS1. */
import { formatPercent } from "../../match/format-measure.ts";
import type { SmallVariant } from "../../model/alteration.ts";
import type { Criterion } from "../../model/oncogenicity.ts";

/** Above these shares in a population. */
const common = 0.01;
const veryCommon = 0.05;

/**
 * By the highest frequency that the annotation states. The standard asks for the five continental populations of gnomAD; which
 * populations a file has is its annotator's choice, and the reasons say that it is the highest of those.
 */
export function judgePopulation({
  populationFrequency: frequency,
  absentFromGnomad,
}: SmallVariant): Criterion[] {
  if (frequency === null && absentFromGnomad === undefined) {
    const reason = "The annotation states no frequency in a population.";
    return [
      { code: "OP4", state: "not evaluated", reason },
      { code: "SBVS1", state: "not evaluated", reason },
      { code: "SBS1", state: "not evaluated", reason },
    ];
  }
  const seen =
    frequency === null
      ? "the columns of gnomAD (or MAX_AF) in the annotation are empty"
      : `the highest frequency that the annotation states is ${formatPercent(frequency)}`;
  const highest = frequency ?? 0;
  const state = (isMet: boolean): Criterion["state"] => (isMet ? "met" : "not met");
  const isVeryCommon = highest > veryCommon;
  return [
    {
      code: "OP4",
      state: state(highest === 0),
      reason: highest === 0 ? `Absent: ${seen}.` : `Not absent: ${seen}.`,
    },
    {
      code: "SBVS1",
      state: state(isVeryCommon),
      reason: `${isVeryCommon ? "Above" : "Not above"} ${formatPercent(veryCommon)}: ${seen}.`,
    },
    {
      code: "SBS1",
      state: state(highest > common && !isVeryCommon),
      reason: isVeryCommon
        ? "SBVS1 counts in its place."
        : `${highest > common ? "Above" : "Not above"} ${formatPercent(common)}: ${seen}.`,
    },
  ];
}
