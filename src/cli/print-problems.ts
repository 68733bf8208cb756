import { foldProblems, type Problem, sayProblem } from "../model/problem.ts";
import { type Voice, visible } from "./terminal.ts";

/** One problem in one line, and its hint in a second one. */
function formatProblem(problem: Problem, color: Voice["color"]): string {
  const paint = { error: color.red, warning: color.yellow, notice: color.cyan }[problem.severity];
  const times = problem.count > 1 ? ` (${problem.count} times; this is the first)` : "";
  const hint = problem.hint === null ? "" : `\n  ${visible(problem.hint)}`;
  return `${paint(problem.severity)} ${visible(sayProblem(problem))}${times} [${problem.code}]${hint}`;
}

/** Prints every kind of problem once, with its count; errors even under `--quiet`. */
export function printProblems(problems: readonly Problem[], voice: Voice): void {
  for (const problem of foldProblems(problems)) {
    const line = formatProblem(problem, voice.color);
    if (problem.severity === "error") voice.insist(line);
    else voice.say(line);
  }
}

/** Lines of a sheet that are listed one by one; beyond them the file is not a sheet with faults. */
const listed = 100;

/** Prints each problem with its place, also where many are of one kind, as far as anybody reads. */
export function listProblems(problems: readonly Problem[], voice: Voice): void {
  for (const problem of problems.slice(0, listed)) {
    voice.insist(formatProblem(problem, voice.color));
  }
  const rest = problems.length - listed;
  if (rest > 0) voice.insist(`and ${rest} more`);
}
