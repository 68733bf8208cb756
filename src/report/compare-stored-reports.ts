/** Two stored reports of a case: what is different, and what it comes from. */
import { compareText } from "../model/order.ts";
import type { Finding, Report, Target } from "../model/report.ts";
import type { Reason } from "../model/verdict.ts";
import { compareLesionTables, type LesionChange } from "./compare-lesion-tables.ts";
import { compareOrigins, type OriginChange } from "./compare-origins.ts";
import { compareReports, type RankingChange } from "./compare-reports.ts";

export interface ReportChange extends Omit<RankingChange, "kind"> {
  readonly kind: RankingChange["kind"] | "verification" | "lesion" | "flag";
}

export interface ReportComparison {
  /** Of the ranking: what appeared, vanished, moved, or is borne out otherwise by measurements. */
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
  const changes = [
    ...compareReports(before, after),
    ...compareClaims("verification", before, after),
    ...compareClaims("lesion", before, after),
    ...compareFlags(before, after),
  ];
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

/** Targets of both reports whose state is another. */
function compareClaims(
  kind: "verification" | "lesion",
  before: Report,
  after: Report,
): ReportChange[] {
  const earlier = new Map(before.targets.map((target) => [target.therapy.id, target]));
  return after.targets.flatMap((target: Target): ReportChange[] => {
    const was = earlier.get(target.therapy.id)?.[kind].state;
    const { state, reason } = target[kind];
    if (was === undefined || was === state) return [];
    const text = `${state}, was ${was}: ${reason.text}`;
    return [{ kind, therapy: target.therapy.label, text, statements: [] }];
  });
}

/**
 * Targets of both reports that got a flag or lost one: it need not move the rank, as where all of a level have it. Flags are told apart by their
 * codes, for their words name files and lines.
 */
function compareFlags(before: Report, after: Report): ReportChange[] {
  const earlier = new Map(before.targets.map((target) => [target.therapy.id, target]));
  return after.targets.flatMap(({ therapy, flags }: Target): ReportChange[] => {
    const was = earlier.get(therapy.id)?.flags;
    if (was === undefined) return [];
    const texts = [
      ...withoutCodesOf(flags, was).map((flag) => `${flag.code}: ${flag.text}`),
      ...withoutCodesOf(was, flags).map((flag) => `no longer ${flag.code}: ${flag.text}`),
    ];
    return texts.map((text) => ({ kind: "flag", therapy: therapy.label, text, statements: [] }));
  });
}

/** Flags of a code that the others have less often. */
function withoutCodesOf(flags: readonly Reason[], others: readonly Reason[]): Reason[] {
  const left = others.map(({ code }) => code);
  return flags.filter(({ code }) => {
    const at = left.indexOf(code);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
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
