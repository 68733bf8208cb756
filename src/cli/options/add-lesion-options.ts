import type { Command } from "commander";
import { countingNumber, fraction } from "./option-parsers.ts";

/** Adds the options that tell of several lesions. */
export function addLesionOptions(command: Command): Command {
  return command
    .option("--lesion <id>", "specimen of the case.json to be treated; default: latest metastasis")
    .option("--primary <file>", "variants of the primary tumor, to compare the metastasis with")
    .option("--primary-sample <name>", "the primary tumor's sample in that file")
    .option("--primary-purity <fraction>", "tumor cells in the primary's sample", fraction)
    .option(
      "--min-alt-reads <number>",
      "reads of an allele from which the caller calls it in other lesions; default: 3",
      countingNumber,
    );
}
