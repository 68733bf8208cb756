/** Two stored reports of a case: what is different, and what it comes from. */
import { compareText } from "../model/order.ts";
import type { Finding, Report } from "../model/report.ts";
import { compareLesionTables, type LesionChange } from "./compare-lesion-tables.ts";
import { compareOrigins, type OriginChange } from "./compare-origins.ts";
import { compareRankings, type ReportChange } from "./compare-rankings.ts";

export interface ReportComparison {
  /** Of the ranking: what appeared, vanished, moved, is borne out otherwise by measurements, or rests on other evidence. */
  readonly changes: readonly ReportChange[];
  /** Labels of findings that only one of the two has, in code-point order. */
  readonly findings: { readonly gained: readonly string[]; readonly lost: readonly string[] };
  /** Of the lesions beside the one to be treated, whose findings and targets are not those of the report. */
  readonly lesions: readonly LesionChange[];
  readonly origins: readonly OriginChange[];
  /** The one origin that changed, where the reports differ; null when none or several did. */
  readonly cause: OriginChange["origin"] | null;
  /** The cause in one sentence. */
  readonly conclusion: string;
}

/** `before` and `after` may be of any two runs; that they are of two cases is told as a change of the case. */
export function compareStoredReports(before: Report, after: Report): ReportComparison {
  const changes = compareRankings(before, after);
  const findings = {
    gained: onlyIn(after.findings, before.findings),
    lost: onlyIn(before.findings, after.findings),
  };
  const lesions = compareLesionTables(before, after);
  const origins = compareOrigins(before, after);
  const found = findings.gained.length + findings.lost.length + lesions.length;
  const isSame = changes.length + found === 0;
  const [first, ...others] = origins.map(({ origin }) => origin);
  return {
    changes,
    findings,
    lesions,
    origins,
    cause: isSame || first === undefined || others.length > 0 ? null : first,
    conclusion: conclude(origins, isSame),
  };
}

function onlyIn(findings: readonly Finding[], others: readonly Finding[]): string[] {
  const known = new Set(others.map(({ observation }) => observation));
  return findings
    .filter(({ observation }) => !known.has(observation))
    .map(({ label }) => label)
    .toSorted(compareText);
}

const originNames: Readonly<Record<OriginChange["origin"], string>> = {
  data: "the data",
  case: "what is said of the case",
  settings: "the settings",
  knowledgebase: "the knowledgebase",
  tool: "the version of metaction",
};

function conclude(origins: readonly OriginChange[], isSame: boolean): string {
  const names = origins.map(({ origin }) => originNames[origin]);
  const changed = names.length < 2 ? names.join("") : listNames(names);
  if (names.length === 0) {
    return isSame
      ? "Ranking and findings are the same, and so is what they were made with."
      : "The reports were made with the same data, settings, knowledgebase and version: they do not tell what caused the difference.";
  }
  if (isSame) return `Ranking and findings are the same, with a change of ${changed}.`;
  if (names.length === 1) return `Only ${changed} changed: that is the cause.`;
  return `Changed are ${changed}: which of them is the cause cannot be told apart from the reports. Annotate the case again with one change at a time.`;
}

function listNames(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
