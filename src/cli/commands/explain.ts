import { type Command, Option } from "commander";
import { addCaseOptions } from "../options/add-case-options.ts";
import { addLesionOptions } from "../options/add-lesion-options.ts";
import type { CommandContext } from "../command-context.ts";
import type { ExplainOptions } from "../explain-variant.ts";

const examples = `
Examples:
    $ metaction explain case.json "EGFR L861Q"
    $ metaction explain metastasis.vcf.gz EGFR --tumor-type LUAD --format json
    $ metaction explain case.json EGFR --prior history.csv --as-of 2024-06-30
    $ metaction explain case.json Trastuzumab
    $ metaction explain report.json 3
    $ metaction explain report.json Cetuximab
    $ metaction explain report.json --why-not "KRAS G12D"`;

/** `metaction explain`: why a statement did not match. */
export function addExplain(program: Command, context: CommandContext): void {
  const command = program.command("explain");
  command
    .summary("tell why each statement of a gene or drug is met, or is not")
    .description(
      "Judge one variant, or all that the case holds in a gene, against every predictive statement of the gene, with the reason of each in one sentence, and with what the therapies given before say of it. A variant that the case does not hold is judged as if it did. Of a drug (A + B: of those with both) every statement about it is told, which says why it is not in the report. Of several lesions the one to be treated is judged, alone: the options of others are taken as annotate takes them, and change no statement. Of a stored report: the way from file and line to each rank.",
    )
    .argument("<input>", "VCF or case.json, as for annotate, or a stored report.json")
    .argument(
      "[variant...]",
      "gene, and a change of it: EGFR L861Q; or a drug; of a report a rank, target, drug, alteration or statement, or all",
    );
  addLesionOptions(addCaseOptions(command))
    .addOption(
      new Option("--format <id>", "how to print it").choices(["text", "json"]).default("text"),
    )
    .option(
      "--why-not",
      "with a report: what became of what is not ranked, and what would settle it",
    )
    .option("-q, --quiet", "of a case, print only errors on standard error", false)
    .addHelpText("after", examples)
    .action(async (input: string, words: string[], options: ExplainOptions) => {
      const { terminal } = context;
      const { explainStored, readStoredReport } = await import("../stored/explain-stored.ts");
      const text = await readStoredReport(input);
      if (text !== null) {
        refuseCaseOptions(command);
        await explainStored({ text, path: input }, words, { options, terminal });
        return;
      }
      if (options.whyNot === true) {
        command.error(
          "error: --why-not is for a stored report: of a case, all that is not met is told",
        );
      }
      if (words.length === 0) command.error("error: missing required argument 'variant'");
      const { explainVariant } = await import("../explain-variant.ts");
      context.finish(await explainVariant(input, words, { options, terminal }));
    });
}

/** What a stored report says was said with its own options: others cannot change it, and must not seem to. */
function refuseCaseOptions(command: Command): void {
  const own = ["format", "whyNot", "quiet"];
  const given = command.options.find(
    (option) =>
      !own.includes(option.attributeName()) &&
      command.getOptionValueSource(option.attributeName()) === "cli",
  );
  if (given === undefined) return;
  command.error(`error: ${given.long} is for a case: a stored report is explained as it was made`);
}
