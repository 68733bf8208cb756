import type { Command } from "commander";
import type { CommandContext } from "../command-context.ts";
import { addAnnotate } from "./annotate.ts";
import { addBatch } from "./batch.ts";
import { addCheck } from "./check.ts";
import { addCohort } from "./cohort.ts";
import { addCompare } from "./compare.ts";
import { addCompletion } from "./completion.ts";
import { addDemo } from "./demo.ts";
import { addExplain } from "./explain.ts";
import { addFormats } from "./formats.ts";
import { addHgvs } from "./hgvs.ts";
import { addKb } from "./kb.ts";
import { addPrepare } from "./prepare.ts";
import { addProtein } from "./protein.ts";
import { addRender } from "./render.ts";
import { addResponse } from "./response.ts";
import { addSchema } from "./schema.ts";

/** Adds a command to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void;

/** Every command by its name, in the order that `--help` lists them. A new one is a file here and a line below. */
export const commands: ReadonlyMap<string, AddCommand> = new Map([
  ["annotate", addAnnotate],
  ["batch", addBatch],
  ["check", addCheck],
  ["render", addRender],
  ["explain", addExplain],
  ["compare", addCompare],
  ["hgvs", addHgvs],
  ["protein", addProtein],
  ["cohort", addCohort],
  ["response", addResponse],
  ["formats", addFormats],
  ["schema", addSchema],
  ["kb", addKb],
  ["prepare", addPrepare],
  ["completion", addCompletion],
  ["demo", addDemo],
]);
