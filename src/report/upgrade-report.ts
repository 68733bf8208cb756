import { makeProblem } from "../model/problem.ts";
import { reportSchemaVersion } from "../model/report-terms.ts";

type Json = Record<string, unknown>;

/** What a minor version requires beside what was in the one before it: `fill` puts in that nothing is known of it. */
interface Step {
  /** The minor version that came with it. */
  readonly minor: number;
  readonly what: string;
  fill(report: Json): void;
}

/** One entry for each minor version that requires more than the one before; what is optional needs none. */
const steps: readonly Step[] = [
  {
    minor: 1,
    what: "approvals, ESCAT tiers and successors of evidence",
    fill: (report) => {
      for (const row of [...listIn(report, "targets"), ...listIn(report, "blocked")].flatMap(
        (entry) => listIn(entry, "evidence"),
      )) {
        row["approvals"] ??= [];
        row["escat"] ??= null;
        row["supersededBy"] ??= null;
      }
    },
  },
  {
    minor: 2,
    what: "measurements behind a verification",
    fill: (report) => {
      for (const { verification } of listIn(report, "targets")) {
        if (isObject(verification)) verification["measurements"] ??= [];
      }
    },
  },
  {
    minor: 3,
    what: "clonality",
    fill: (report) => {
      for (const target of listIn(report, "targets")) {
        target["clonality"] ??= {
          state: "not assessable",
          reason: {
            code: "not-in-report",
            text: "The report was written by a version that did not judge clonality.",
          },
        };
      }
    },
  },
];

/**
 * A report of an earlier minor version of the schema in the form of this one: nothing is inferred, what it lacks is said to be unknown,
 * and a notice says so. Null when the version is a later one, or another major one. `document` is not changed.
 */
export function upgradeReport(document: unknown, version: string, name: string): Json | null {
  const [major, minor] = numbersOf(version);
  const [ownMajor, ownMinor] = numbersOf(reportSchemaVersion);
  if (major !== ownMajor || minor > ownMinor || !isObject(document)) return null;
  const report = structuredClone(document);
  const missing = steps.filter((step) => step.minor > minor);
  for (const { fill } of missing) fill(report);
  report["schemaVersion"] = reportSchemaVersion;
  if (missing.length > 0 && Array.isArray(report["problems"])) {
    const lacks = missing.map(({ what }) => what).join("; ");
    report["problems"].push(
      makeProblem(
        "report-upgraded",
        "notice",
        `${name} is of schema version ${version} and says nothing of: ${lacks}`,
        { where: { file: name }, hint: "Annotate the case again to have them." },
      ),
    );
  }
  return report;
}

function numbersOf(version: string): [major: number, minor: number] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return [major, minor];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listIn(parent: Json, key: string): Json[] {
  const list = parent[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}
