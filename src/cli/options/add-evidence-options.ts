import { type Command, Option } from "commander";
import { fileKeys } from "../request/evidence-keys.ts";
import { collect, fraction, megabases, ploidyNumber } from "./option-parsers.ts";

/** Adds the options that name files beside the variants and proteins, and what is known of the sample. */
export function addEvidenceOptions(command: Command): Command {
  return addSampleOptions(addFileOptions(command));
}

/** Of each kind of file, how the case is called in it. */
function addSampleOptions(command: Command): Command {
  for (const key of Object.values(fileKeys)) {
    const meaning = `the case's sample in files of --${key}; default: the tumor's sample, or the case's id`;
    command.option(`--${key}-sample <name>`, meaning);
  }
  return command;
}

function addFileOptions(command: Command): Command {
  return command
    .option("--cnv <file>", "copy numbers of the metastasis; repeatable", collect, [])
    .option("--sv <file>", "structural variants of the metastasis; repeatable", collect, [])
    .option("--fusion <file>", "fusions of the metastasis; repeatable", collect, [])
    .option("--status <file>", "TMB, MSI, HRD, signatures, viruses; repeatable", collect, [])
    .option("--ihc <file>", "results of immunohistochemistry; repeatable", collect, [])
    .option("--callable <file>", "what was read well enough to call; repeatable", collect, [])
    .option(
      "--prior <file>",
      "therapies given before: drug or class, best response, reason stopped; repeatable",
      collect,
      [],
    )
    .option(
      "--outside <file>",
      "own calls of the OncoKB annotator or PCGR, shown beside the findings; repeatable",
      collect,
      [],
    )
    .option(
      "--callable-mb <number>",
      "count TMB over these megabases; the VCF is read whole",
      megabases,
    )
    .addOption(new Option("--sex <word>", "of the patient").choices(["female", "male"]))
    .option("--purity <fraction>", "tumor cells in the sample, above 0 to 1", fraction)
    .option("--ploidy <number>", "mean copies of the tumor's genome", ploidyNumber);
}
