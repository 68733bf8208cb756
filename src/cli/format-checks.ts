import { sayProblem } from "../model/problem.ts";
import type { CheckedFile } from "../run/check/check-input.ts";
import type { ProblemKind } from "../run/check/problem-kinds.ts";
import { escapeCell } from "../report/render/escape-cell.ts";
import { visible } from "./terminal.ts";

export const checkFormats = ["text", "json", "tsv"] as const;
export type CheckFormat = (typeof checkFormats)[number];

/** What a check found, in the form asked for, with a line feed at its end. */
export function formatChecks(checked: readonly CheckedFile[], format: CheckFormat): string {
  switch (format) {
    case "text":
      return formatText(checked);
    case "json":
      return formatJson(checked);
    case "tsv":
      return formatTsv(checked);
  }
}

function formatText(checked: readonly CheckedFile[]): string {
  const lines = checked.flatMap((file) => [
    describeFile(file),
    ...file.kinds.flatMap(describeKind),
  ]);
  return `${lines.map(visible).join("\n")}\n`;
}

function describeFile({ file, path, format, isRefused, counts, kinds }: CheckedFile): string {
  const read =
    counts === null
      ? ""
      : `, ${counts.read} ${counts.read === 1 ? "record" : "records"} read, ${counts.refused} of them refused`;
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  const found = total === 0 ? "no problem" : `problems: ${total}`;
  return `${path ?? file}: ${isRefused ? "REFUSED" : "accepted"} (${format}${read}), ${found}`;
}

function describeKind({ code, severity, count, fix, examples }: ProblemKind): string[] {
  const rest = count - examples.length;
  return [
    `  ${severity} [${code}]${count === 1 ? "" : ` ${count} times`}`,
    ...examples.map((problem) => `    ${sayProblem(problem)}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
    `    Fix: ${fix}`,
  ];
}

function formatJson(checked: readonly CheckedFile[]): string {
  const files = checked.map(({ file, path, format, isRefused, counts, tumorSample, kinds }) => ({
    file,
    path,
    format,
    state: isRefused ? "refused" : "accepted",
    counts,
    tumorSample,
    problems: kinds.map(({ code, severity, count, fix, examples }) => ({
      code,
      severity,
      count,
      fix,
      examples: examples.map(({ message, where }) => ({ message, ...where })),
    })),
  }));
  return `${escapeSteering(JSON.stringify({ files }, null, 2))}\n`;
}

/** JSON escapes C0 controls only; these steer a terminal just as well. */
function escapeSteering(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const columns = "file severity code line column pointer message fix count".split(" ");

/** One row for each example; `count` is that of its kind. A file without a problem has no row. */
function formatTsv(checked: readonly CheckedFile[]): string {
  const rows = checked.flatMap(({ file, path, kinds }) =>
    kinds.flatMap(({ severity, code, fix, count, examples }) =>
      examples.map(({ message, where }) => [
        path ?? file,
        severity,
        code,
        where?.line ?? "",
        where?.column ?? "",
        where?.pointer ?? "",
        message,
        fix,
        count,
      ]),
    ),
  );
  return [columns, ...rows].map((row) => `${row.map(escapeCell).join("\t")}\n`).join("");
}
