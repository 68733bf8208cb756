import type { Command } from "commander";
import type { CommandContext } from "../command-context.ts";
import { addKbBuild } from "./kb/kb-build.ts";
import { addKbDiff } from "./kb/kb-diff.ts";
import { addKbExport } from "./kb/kb-export.ts";
import { addKbIdentifiers } from "./kb/kb-identifiers.ts";
import { addKbImpact } from "./kb/kb-impact.ts";
import { addKbImport } from "./kb/kb-import.ts";
import { addKbModels } from "./kb/kb-models.ts";
import { addKbNew } from "./kb/kb-new.ts";
import { addKbRefget } from "./kb/kb-refget.ts";
import { addKbSchema } from "./kb/kb-schema.ts";
import { addKbShow } from "./kb/kb-show.ts";
import { addKbSign } from "./kb/kb-sign.ts";
import { addKbValidate } from "./kb/kb-validate.ts";

/** Every command of the curator's workbench, in the order of `--help`. A new one is a file in `kb/` and a line below. */
const kbCommands: readonly ((kb: Command, context: CommandContext) => void)[] = [
  addKbValidate,
  addKbDiff,
  addKbImpact,
  addKbShow,
  addKbNew,
  addKbSchema,
  addKbExport,
  addKbBuild,
  addKbSign,
  addKbImport,
  addKbModels,
  addKbIdentifiers,
  addKbRefget,
];

/** `metaction kb`: the curator's commands. */
export function addKb(program: Command, context: CommandContext): void {
  const kb = program
    .command("kb")
    .summary("the curator's workbench: check, compare, search and build a knowledgebase")
    .description(
      "Commands for those who keep a knowledgebase. A knowledgebase is a folder of JSON files, or the one file that kb build makes of it; without a path the bundled one is meant.",
    );
  for (const addCommand of kbCommands) addCommand(kb, context);
}
