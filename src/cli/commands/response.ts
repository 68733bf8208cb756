import { type Command, Option } from "commander";
import {
  responseCohortFormats,
  responseFormats,
} from "../../report/render/responses/response-formats.ts";
import { addEntryOptions } from "../options/add-entry-options.ts";
import type { CommandContext } from "../command-context.ts";
import { collect, digestText, ratioNumber } from "../options/option-parsers.ts";
import type { AddOptions } from "../responses/add-response.ts";
import type { CohortResponseOptions } from "../responses/cohort-response.ts";
import type { ShowResponseOptions } from "../responses/show-response.ts";

const study = ["--study <folder>", "folder that holds responses.ndjson", "."] as const;
const output = ["-o, --output <file>", "write it there instead of to standard output"] as const;

const addDetails = `
The record is a file of lines, responses.ndjson, that is only added to: a line is corrected by a further one (--corrects), or taken out
by --event void. Each line holds the SHA-256 of the line before. What can be computed is not entered: ratios, percentages, best responses.

Events and their options (besides --case and --date):
  target         --report FILE --target RANK, or --therapy --alteration [--tier --verification]
  verification   --method --result                  progression  --period --basis
  start          --period --therapy [--scan-days]   stop         --period --reason
  measurement    --new-lesions yes|no [--lesion ... --node ... --non-target STATE]
  toxicity       --term --grade --related yes|no    ctdna        --assay --vaf ...
  rebiopsy       --report FILE [--site]             assessment   --period
  death          --cause                            void         --voids LINE --reason TEXT (no --date)

Examples:
  $ metaction response add --case MA-017 --event target --date 2026-01-12 --report report.json --target 1
  $ metaction response add --case MA-017 --event start --period B --date 2026-01-20 --therapy vemurafenib --scan-days 56
  $ metaction response add --case MA-017 --event measurement --date 2026-03-17 --lesion L1:liver:34 --node N1:axilla:12 --new-lesions no
  $ metaction response add --case MA-017 --event ctdna --date 2026-03-17 --assay ddPCR --vaf "BRAF V600E=0.012"
  $ metaction response add --json events.ndjson

Exit codes: 2 the event is refused, 3 the file of events or the record is, 5 another program kept the record for ten seconds.`;

const showDetails = `
Examples:
  $ metaction response show MA-017
  $ metaction response show MA-017 --format svg -o timeline.svg
  $ metaction response show MA-017 --threshold 1.3 --operator gt     # as MOSCATO-01 and MASTER count`;

const cohortDetails = `
The share of benefit with its exact binomial interval leaves undetermined verdicts out; the Kaplan-Meier estimate at the threshold takes them as censored.

Examples:
  $ metaction response cohort
  $ metaction response cohort --format tsv -o responses.tsv
  $ metaction response cohort --threshold 1.5 --operator gt          # as WINTHER counted`;

const verifyDetails = `
Finds a changed, missing, moved or doubled line, and a last line that is cut off, at its number. The digest that it prints, noted elsewhere
and given as --anchor later, shows that everything until then was not written anew. It alone shows that last lines were deleted together with
responses.head.json, which keeps how far the record had come: what is left is a shorter record, and whole.

Exit codes: 0 the record is whole, 3 it is not.`;

/** `metaction response`: the record of what happened after the report. */
export function addResponse(program: Command, context: CommandContext): void {
  const response = program
    .command("response")
    .summary("the record of what happened after the report, and N-of-1 verdicts");
  addEntryOptions(response.command("add"))
    .summary("add an event to the record of a study")
    .option(...study)
    .option(
      "--json <file>",
      "events as JSON, one object, a list or one a line; - for standard input",
    )
    .option("--kb <path>", "knowledgebase that knows the drugs; repeatable", collect, [])
    .option("--verbose", "name the case in messages", false)
    .addHelpText("after", addDetails)
    .action(async (options: AddOptions) => {
      const { addResponse: add } = await import("../responses/add-response.ts");
      await add(options, context.terminal);
    });
  addRatioOptions(response.command("show"))
    .summary("best response, PFS ratio, toxicity and molecular change of one patient")
    .argument("<case>", "pseudonym of the case")
    .option(...study)
    .addOption(formatOption(responseFormats))
    .option(...output)
    .addHelpText("after", showDetails)
    .action(async (id: string, options: ShowResponseOptions) => {
      const { showResponse } = await import("../responses/show-response.ts");
      await showResponse(id, options, context.terminal);
    });
  addRatioOptions(response.command("cohort"))
    .summary("verdicts of all patients, by target, tier and verification")
    .option(...study)
    .addOption(formatOption(responseCohortFormats))
    .option(...output)
    .option(
      "--modified",
      "for comparison, the modified ratio: it turns failures into successes",
      false,
    )
    .addHelpText("after", cohortDetails)
    .action(async (options: CohortResponseOptions) => {
      const { cohortResponse } = await import("../responses/cohort-response.ts");
      await cohortResponse(options, context.terminal);
    });
  response
    .command("verify")
    .summary("find every line that is not as it was written")
    .option(...study)
    .option("--anchor <digest>", "sha256 of a line that has to be there", digestText)
    .addHelpText("after", verifyDetails)
    .action(async (options: { study: string; anchor?: string }) => {
      const { verifyResponse } = await import("../responses/verify-response.ts");
      context.finish(await verifyResponse(options, context.terminal));
    });
  response
    .command("repair")
    .summary("put a last line that a crash cut off into a file beside the record")
    .option(...study)
    .action(async (options: { study: string }) => {
      const { repairResponse } = await import("../responses/repair-response.ts");
      await repairResponse(options, context.terminal);
    });
}

function formatOption(formats: readonly { readonly id: string }[]): Option {
  return new Option("--format <id>", "how to show it")
    .choices(formats.map(({ id }) => id))
    .default("text");
}

function addRatioOptions(command: Command): Command {
  return command
    .option(
      "--threshold <ratio>",
      "ratio of PFS in B to PFS in A that counts as benefit",
      ratioNumber,
      1.3,
    )
    .addOption(
      new Option("--operator <word>", "ge: at the threshold or above; gt: above it")
        .choices(["ge", "gt"])
        .default("ge"),
    );
}
