/** What went wrong, or nearly, as data: the CLI prints problems and the report keeps them. */
import type * as z from "zod";
import type { Provenance } from "./observation.ts";
import type { problemSchema } from "./problem-schema.ts";
import { severities, type Severity } from "./severity.ts";

/** One kind of fault at one place; repeats of the same kind fold into `count`. */
export type Problem = z.infer<typeof problemSchema>;
export type ProblemWhere = NonNullable<Problem["where"]>;

/** True when a problem of this severity is as severe as `threshold`, or more. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(threshold);
}

/** Where something was read, as the place of a problem. */
export function placeOf({ file, line }: Provenance): ProblemWhere {
  return line === null ? { file } : { file, line };
}

/** Takes one problem each time it happens; `count` is 1 at that moment. */
export type ReportProblem = (problem: Problem) => void;

/** A problem seen once. `hint` says one thing that the user can do. */
export function makeProblem(
  code: string,
  severity: Severity,
  message: string,
  details: { where?: ProblemWhere; hint?: string } = {},
): Problem {
  return {
    code,
    severity,
    message,
    where: details.where ?? null,
    hint: details.hint ?? null,
    count: 1,
  };
}

/** `tumor.vcf:2113:5: message`, with the parts that are known. A message that names its file is not given the name twice. */
export function sayProblem({ where, message }: Pick<Problem, "where" | "message">): string {
  if (where === null) return message;
  const { file, pointer } = where;
  const place = `${placeText(where)}${pointer === undefined ? "" : ` ${pointer}`}`;
  if (message.startsWith(`${file} `)) return `${place}${message.slice(file.length)}`;
  return place === file && message.includes(` ${file} `) ? message : `${place}: ${message}`;
}

/**
 * `BRAF.json:12:18`, which terminals and editors open. A record that an index led to has a column and no line: two parts alone
 * would name the column as the line, so that it is called one, `tumor.vcf.gz, column 20`.
 */
export function placeText({ file, line, column }: ProblemWhere): string {
  if (column !== undefined && line === undefined) return `${file}, column ${column}`;
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** Folds problems of one code and one file into their first occurrence, counting the rest; keeps order of first occurrence. */
export function foldProblems(problems: Iterable<Problem>): Problem[] {
  const folded = new Map<string, Problem>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.code, problem.severity, problem.where?.file ?? ""]);
    const first = folded.get(key);
    folded.set(key, first ? { ...first, count: first.count + problem.count } : problem);
  }
  return [...folded.values()];
}
