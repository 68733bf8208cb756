import { basename, dirname } from "node:path";
import { sha256 } from "../../io/sha256.ts";
import { writeToStream } from "../../io/write-output.ts";
import { isBuiltFile, readBuiltFile } from "../../knowledgebase/load/built-file.ts";
import { checkFile } from "../../knowledgebase/folder/check-file.ts";
import { loadContent } from "../../knowledgebase/load/load-layers.ts";
import { checkFolder } from "../../knowledgebase/folder/read-folder.ts";
import { readUnlessFolder } from "../../knowledgebase/load/read-unless-folder.ts";
import { canonicalText, type Content } from "../../knowledgebase/content.ts";
import type { Problem } from "../../model/problem.ts";
import { Refusal } from "../../model/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { openModels } from "../knowledge/open-models.ts";
import { nameLayers, pathOf } from "../knowledge/open-knowledgebase.ts";
import { makePaint, type Terminal } from "../terminal.ts";
import { type Checked, formatProblems, type ProblemFormat } from "./format-problems.ts";
import type { Severity } from "../../model/severity.ts";

export interface ValidateOptions {
  readonly format: ProblemFormat;
  readonly failOn: Severity;
  /** Layers that the path lies over, the lowest first. */
  readonly over: readonly string[];
}

/** Checks a folder, a built file or one source file, and prints every problem to stdout. Resolves to the exit code. */
export async function validateKnowledgebase(
  path: string | undefined,
  options: ValidateOptions,
  terminal: Terminal,
): Promise<number> {
  const checked = await checkPath(path, options.over);
  const paint = await makePaint(terminal);
  await writeToStream(terminal.stdout, formatProblems(checked, options.format, paint));
  const has = (severity: Severity) => checked.problems.some((each) => each.severity === severity);
  if (has("error")) return exitCodes.knowledgebase;
  return options.failOn === "warning" && has("warning") ? exitCodes.problems : exitCodes.done;
}

async function checkPath(given: string | undefined, over: readonly string[]): Promise<Checked> {
  const path = pathOf(given ?? "ours");
  const name = given ?? "the bundled knowledgebase";
  const bytes = await readUnlessFolder(path);
  if (bytes === null) {
    const below = over.length === 0 ? null : await loadContent(nameLayers(over));
    const { content, problems } = await checkFolder(path, below, (await openModels({})) ?? null);
    return { path: name, root: path, facts: describeContent(content), problems };
  }
  if (!isBuiltFile(bytes)) {
    const problems = checkFile(bytes, basename(path));
    return {
      path: name,
      root: dirname(path),
      facts: "one file, references not resolved",
      problems,
    };
  }
  try {
    const { content } = readBuiltFile(bytes, basename(path));
    return { path: name, root: dirname(path), facts: describeContent(content), problems: [] };
  } catch (error) {
    return { path: name, root: dirname(path), facts: null, problems: problemsOf(error) };
  }
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Refusal) return error.problems;
  throw error;
}

function describeContent(content: Content | null): string | null {
  if (content === null) return null;
  const statements = content.statements.reduce((sum, file) => sum + file.statements.length, 0);
  const digest = sha256(canonicalText(content));
  return `version ${content.manifest.version}, ${statements} statements, ${content.genes.length} genes, sha256 ${digest}`;
}
