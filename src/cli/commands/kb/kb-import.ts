import { type Command, Option } from "commander";
import type { CommandContext } from "../../command-context.ts";
import { importSources } from "../../kb/import-sources.ts";
import { collect } from "../../options/option-parsers.ts";

const details = `
civic compiles a whole knowledgebase; statements of other sources that lie in the folder stay. knowledgebase/README.md lists
the tables. moalmanac compiles a layer of your own copy of the Molecular Oncology Almanac (the JSON files of its folder named
referenced; ODbL 1.0 and GPL-2.0): facts of its fields only, and nothing of it ships with metaction.

Examples:
  $ metaction kb import --from civic TABLES... -o knowledgebase
  $ metaction kb import --from moalmanac moalmanac-db/referenced/*.json -o moalmanac
  $ metaction annotate case.json --kb ours --kb moalmanac`;

interface ImportOptions {
  readonly from: (typeof importSources)[number];
  readonly output: string;
  readonly over: readonly string[];
}

/** `metaction kb import`: statements from the facts of an outside source. */
export function addKbImport(kb: Command, context: CommandContext): void {
  kb.command("import")
    .summary("compile statements from the facts of an outside source")
    .argument("<files...>", "the source's tables; each is known by what is in it")
    .addOption(
      new Option("--from <source>", "which source").choices(importSources).makeOptionMandatory(),
    )
    .requiredOption("-o, --output <folder>", "knowledgebase folder to write")
    .option("--over <path>", "of moalmanac: what the layer lies over; default: ours", collect, [])
    .addHelpText("after", details)
    .action(async (files: string[], options: ImportOptions) => {
      if (options.from === "moalmanac") {
        const { importMoalmanac } = await import("../../kb/import-moalmanac.ts");
        await importMoalmanac(files, options, context.terminal);
        return;
      }
      const { importSource } = await import("../../kb/import-kb.ts");
      await importSource(files, options, context.terminal);
    });
}
