import { makeProblem, type Problem } from "../model/problem.ts";
import { Refusal, refuse } from "../model/refusal.ts";
import { type Report, reportSchema } from "../model/report.ts";
import { reportSchemaVersion } from "../model/report-terms.ts";
import { findListFaults } from "./find-list-faults.ts";
import { upgradeReport } from "./upgrade-report.ts";

/** More than these say nothing new about a document that is wrong. */
const shownIssues = 10;

/**
 * Reads a stored report. `name` is the file's base name, for messages; `mayBeEdited` takes one whose lists contradict each other,
 * where what was changed is what is asked for.
 * A report of an earlier minor version is read in the form of this one.
 * Throws a `Refusal` of kind "input": not JSON (with line and column where the engine tells), not a report,
 * a report of a later or another major schema version, one that breaks the schema (with JSON pointers), or one of this
 * version whose lists contradict each other; of earlier versions less is known.
 */
export function parseReport(
  text: string,
  name: string,
  { mayBeEdited = false }: { mayBeEdited?: boolean } = {},
): Report {
  const given = parseJson(text, name);
  const document = bringUpToDate(given, name);
  const parsed = reportSchema.safeParse(document);
  if (parsed.success) {
    if (document === given && !mayBeEdited) refuseListFaults(parsed.data, name);
    return parsed.data;
  }

  const { issues } = parsed.error;
  const problems: Problem[] = issues.slice(0, shownIssues).map((issue) =>
    makeProblem("report-invalid", "error", `${name} is not a valid report: ${issue.message}`, {
      where: { file: name, pointer: jsonPointer(issue.path) },
    }),
  );
  if (issues.length > shownIssues) {
    const rest = issues.length - shownIssues;
    problems.push(makeProblem("report-invalid", "error", `${name}: and ${rest} more of the kind`));
  }
  throw new Refusal("input", problems);
}

function refuseListFaults(report: Report, name: string): void {
  const faults = findListFaults(report);
  if (faults.length === 0) return;
  throw new Refusal(
    "input",
    faults.map(({ text, pointer }) =>
      makeProblem("report-inconsistent", "error", `${name} is no whole report: ${text}`, {
        where: { file: name, pointer },
        hint: "Give the JSON report as metaction annotate wrote it, or annotate the case again.",
      }),
    ),
  );
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The engine's own sentence quotes the document and differs between Node versions; only its position is used.
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    const before = position === undefined ? null : text.slice(0, Number(position)).split("\n");
    const where = before && { line: before.length, column: (before.at(-1) ?? "").length + 1 };
    throw refuse("input", "report-not-json", `${name} is not a JSON document`, {
      where: { file: name, ...where },
      hint: "Give the JSON report that metaction annotate wrote.",
      cause: error,
    });
  }
}

/** The document as one of this schema version. */
function bringUpToDate(document: unknown, name: string): unknown {
  const version =
    typeof document === "object" && document !== null && "schemaVersion" in document
      ? document.schemaVersion
      : undefined;
  if (version === reportSchemaVersion) return document;
  if (typeof version !== "string" || !/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(version)) {
    throw refuse("input", "report-not-recognized", `${name} is not a metaction report`, {
      where: { file: name, pointer: "/schemaVersion" },
      hint: "Give the JSON report that metaction annotate wrote.",
    });
  }
  const upgraded = upgradeReport(document, version, name);
  if (upgraded !== null) return upgraded;
  throw refuse(
    "input",
    "report-version",
    `${name} is a report of schema version ${version}; this metaction reads up to ${reportSchemaVersion}`,
    {
      where: { file: name, pointer: "/schemaVersion" },
      hint: "Render it with the metaction that wrote it, or annotate the case again.",
    },
  );
}

/** RFC 6901. */
function jsonPointer(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}
