import { type Command, Option } from "commander";
import { referenceSubsets } from "../model/cohort.ts";
import { collect } from "./option-parsers.ts";

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
