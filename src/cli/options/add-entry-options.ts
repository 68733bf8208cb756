import { type Command, Option } from "commander";
import { ampTiers } from "../../model/report-terms.ts";
import {
  deathCauses,
  eventKinds,
  nonTargetStates,
  periods,
  progressionBases,
  stopReasons,
  verificationMethods,
} from "../../model/response-terms.ts";
import { verificationStates } from "../../model/verdict.ts";
import { collect, countingNumber } from "./option-parsers.ts";

/** Adds the options that tell one event of a patient. */
export function addEntryOptions(command: Command): Command {
  const choice = (flags: string, description: string, choices: readonly string[]): Option =>
    new Option(flags, description).choices(choices);
  const yesNo = ["yes", "no"];
  return command
    .option("--case <id>", "pseudonym of the case")
    .addOption(choice("--event <kind>", "what happened", eventKinds))
    .option("--date <day>", "day on which it happened, as 2026-03-01")
    .option("--corrects <line>", "number of the line that this one replaces", countingNumber)
    .addOption(choice("--period <letter>", "A: the line before, B: the chosen one", periods))
    .option("--therapy <name>", "drugs, joined by +")
    .option("--scan-days <days>", "planned days between assessments", countingNumber)
    .addOption(choice("--basis <word>", "what showed the progression", progressionBases))
    .option("--reason <text>", `of a stop: ${stopReasons.join(", ")}; of a void line any text`)
    .option(
      "--lesion <name:organ:mm>",
      "longest diameter of a target lesion; repeatable",
      collect,
      [],
    )
    .option("--node <name:organ:mm>", "short axis of a target node; repeatable", collect, [])
    .addOption(
      choice(
        "--non-target <state>",
        "the other lesions; default: none, which says nothing of those at an earlier visit",
        nonTargetStates,
      ),
    )
    .addOption(choice("--new-lesions <answer>", "new lesions", yesNo))
    .option("--term <text>", "CTCAE term")
    .option("--grade <number>", "CTCAE grade, 1 to 5", countingNumber)
    .addOption(choice("--related <answer>", "to the treatment", yesNo))
    .option("--assay <name>", "of ctDNA")
    .option("--vaf <variant=fraction>", "of ctDNA, 0 to 1 or nd; repeatable", collect, [])
    .option("--site <organ>", "of a repeat biopsy")
    .option("--report <file>", "stored report of the target (JSON), or report of a biopsy (hashed)")
    .option("--target <name>", "rank, therapy or id of a target of --report")
    .option("--alteration <name>", "such as BRAF V600E; repeatable", collect, [])
    .addOption(choice("--tier <tier>", "AMP tier", ampTiers))
    .addOption(choice("--verification <state>", "as the board saw it", verificationStates))
    .addOption(choice("--method <name>", "how it was verified", verificationMethods))
    .addOption(choice("--result <state>", "of the verification", verificationStates))
    .addOption(choice("--cause <word>", "of death", deathCauses))
    .option("--voids <line>", "number of the line that does not count", countingNumber);
}
