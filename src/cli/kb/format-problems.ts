import type { ChalkInstance } from "chalk";
import { join } from "node:path";
import { type Problem, placeText } from "../../model/problem.ts";
import { visible } from "../terminal.ts";
import { severities } from "../../model/severity.ts";

export const problemFormats = ["text", "json", "github"] as const;
export type ProblemFormat = (typeof problemFormats)[number];

/** What was checked, and what is wrong with it. */
export interface Checked {
  /** As the user named it. */
  readonly path: string;
  /** Folder that the files of the problems are in; empty when they are named in full. */
  readonly root: string;
  /** One line of facts about sound content; null when there is none. */
  readonly facts: string | null;
  readonly problems: readonly Problem[];
}

/** Every problem, none folded, in the form asked for; a line feed at the end. */
export function formatProblems(
  checked: Checked,
  format: ProblemFormat,
  paint: ChalkInstance,
): string {
  switch (format) {
    case "text":
      return formatText(checked, paint);
    case "json":
      return `${JSON.stringify(toJson(checked), null, 2)}\n`;
    case "github":
      return checked.problems
        .map((problem) => `${formatCommand(problem, checked.root)}\n`)
        .join("");
  }
}

function formatText({ path, root, facts, problems }: Checked, paint: ChalkInstance): string {
  const lines = problems.flatMap((problem) => {
    const { severity, message, code, where, hint } = problem;
    const color = { error: paint.red, warning: paint.yellow, notice: paint.cyan }[severity];
    const pointer = where?.pointer ? [`  at ${visible(where.pointer)}`] : [];
    return [
      `${paint.bold(visible(placeOf(problem, root)))}: ${color(severity)}: ${visible(message)} ${paint.dim(`[${code}]`)}`,
      ...pointer.map((line) => paint.dim(line)),
      ...(hint === null ? [] : [`  ${visible(hint)}`]),
    ];
  });
  const total = `${visible(path)}: ${facts === null ? "" : `${facts}: `}${countProblems(problems)}`;
  return `${[...lines, total].join("\n")}\n`;
}

/** `no problem found`, `2 errors, 1 warning`. */
function countProblems(problems: readonly Problem[]): string {
  const counts = severities.toReversed().flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return counts.length === 0 ? "no problem found" : counts.join(", ");
}

function placeOf({ where }: Problem, root: string): string {
  if (where === null) return root;
  return placeText({ ...where, file: join(root, where.file) });
}

function toJson({ path, root, problems }: Checked): unknown {
  return {
    path,
    errors: problems.filter(({ severity }) => severity === "error").length,
    warnings: problems.filter(({ severity }) => severity === "warning").length,
    problems: problems.map(({ code, severity, message, hint, where }) => ({
      code,
      severity,
      message,
      hint,
      file: where === null ? null : join(root, where.file),
      line: where?.line ?? null,
      column: where?.column ?? null,
      pointer: where?.pointer ?? null,
    })),
  };
}

/** A workflow command of GitHub Actions: the annotation appears at the line in the pull request. */
function formatCommand(problem: Problem, root: string): string {
  const { severity, code, message, hint, where } = problem;
  const properties = [
    ...(where === null ? [] : [`file=${escapeProperty(join(root, where.file))}`]),
    ...(where?.line === undefined ? [] : [`line=${where.line}`]),
    ...(where?.column === undefined ? [] : [`col=${where.column}`]),
    `title=${escapeProperty(code)}`,
  ];
  const place = where?.pointer ? ` (${where.pointer})` : "";
  const text = `${message}${hint === null ? "" : ` ${hint}`}${place}`;
  return `::${severity} ${properties.join(",")}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return visible(text).replaceAll("%", "%25");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
