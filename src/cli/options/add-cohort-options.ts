import { type Command, InvalidArgumentError, Option } from "commander";
import { fewestSubstrates } from "../../annotate/proteins/kinase-activity.ts";
import { referenceSubsets } from "../../model/cohort.ts";
import { collect, countingNumber } from "./option-parsers.ts";

/** The options that name reference samples beside the protein tables. */
export function addCohortOptions(command: Command): Command {
  return command
    .option(
      "--cohort <file>",
      "reference samples in place of the table's others: a matrix, or a file of cohort build; repeatable",
      collect,
      [],
    )
    .option(
      "--cohort-meta <file>",
      "table of reference samples: sample, tissue, disease, biopsy-site, role, known-aberration; repeatable",
      collect,
      [],
    )
    .addOption(
      new Option(
        "--reference-subset <subset>",
        "leave out reference samples with a known aberration of a gene, for that gene",
      ).choices(referenceSubsets),
    );
}

/** The options that let the activity of kinases be scored by their substrates. */
export function addKinaseOptions(command: Command): Command {
  return command
    .option(
      "--kinase-substrates <file>",
      "table of kinases and their substrate sites: kinase, substrate, site; scores the activity of kinases",
    )
    .option(
      "--kinase-minimum <number>",
      "measured substrate sites that the score of a kinase needs",
      substrateNumber,
      fewestSubstrates,
    );
}

/** Fewer than three substrates allow no verdict (rule V17). */
function substrateNumber(text: string): number {
  const number = countingNumber(text);
  if (number < fewestSubstrates) {
    throw new InvalidArgumentError(`Expected at least ${fewestSubstrates}.`);
  }
  return number;
}
