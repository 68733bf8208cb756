import { compareText } from "../model/order.ts";
import type { CombinedResult } from "../model/combined-result.ts";
import type { Lesions } from "../model/lesions.ts";
import { foldProblems, type Problem } from "../model/problem.ts";
import type {
  BlockedTherapy,
  Finding,
  NotAssessed,
  Report,
  ReportInput,
  SetAside,
  Target,
} from "../model/report.ts";
import { describeMethod } from "./describe-method.ts";
import type { PriorTherapy } from "../model/prior-therapy.ts";
import type { Strip } from "../model/verification.ts";
import {
  compareBlocked,
  compareFindings,
  compareInputs,
  compareNotAssessed,
  comparePrior,
  compareExamples,
  compareProblems,
  compareSetAside,
} from "./report-order.ts";
import { reportSchemaVersion } from "../model/report-terms.ts";

/** The pieces of a report, made by the rooms before this one; in any order. */
export interface ReportParts {
  readonly toolVersion: string;
  readonly knowledgebase: Report["knowledgebase"];
  readonly case: Report["case"];
  readonly inputs: readonly ReportInput[];
  /** Every setting that changes the result, by option name. */
  readonly settings: Report["settings"];
  readonly counts: Report["counts"];
  /** Ranked: `rank` is set, 1 is first. The evidence of each stands in the order in which it is shown. */
  readonly targets: readonly Target[];
  readonly strips?: readonly Strip[];
  readonly combinedResults?: readonly CombinedResult[];
  readonly blocked: readonly BlockedTherapy[];
  /** Absent where no history was given. */
  readonly priorTherapies?: readonly PriorTherapy[] | undefined;
  /** Absent: the case has one lesion. */
  readonly lesions?: Lesions | undefined;
  readonly findings: readonly Finding[];
  readonly setAside: readonly SetAside[];
  readonly notAssessed: readonly NotAssessed[];
  /** As they happened; repeats fold into a count here. */
  readonly problems: readonly Problem[];
  /** Built cohort files that kept a phosphosite from being read beside its protein; absent: none did. */
  readonly builtFiles?: readonly string[];
}

const notice =
  "Research use only. This report lists published associations between alterations and therapies. " +
  "It is not a medical device and does not choose a treatment; that decision belongs to the treating physicians and the tumor board.";

/**
 * Puts the pieces together into the one document that every renderer reads. The same pieces in another
 * order give the same report. Nothing is validated here: `reportSchema` does that where a report is read.
 */
export function buildReport(parts: ReportParts): Report {
  return {
    schemaVersion: reportSchemaVersion,
    notice,
    tool: { name: "metaction", version: parts.toolVersion },
    knowledgebase: {
      ...parts.knowledgebase,
      sources: parts.knowledgebase.sources.toSorted((a, b) => compareText(a.name, b.name)),
    },
    case: parts.case,
    inputs: parts.inputs.toSorted(compareInputs),
    settings: sortSettings(parts.settings),
    counts: parts.counts,
    targets: parts.targets.toSorted((a, b) => a.rank - b.rank || compareText(a.id, b.id)),
    ...(parts.strips === undefined || parts.strips.length === 0
      ? {}
      : { strips: parts.strips.toSorted((a, b) => compareText(a.id, b.id)) }),
    blocked: parts.blocked.toSorted(compareBlocked),
    ...(parts.combinedResults === undefined || parts.combinedResults.length === 0
      ? {}
      : { combinedResults: [...parts.combinedResults] }),
    ...(parts.priorTherapies === undefined
      ? {}
      : { priorTherapies: parts.priorTherapies.toSorted(comparePrior) }),
    ...(parts.lesions === undefined ? {} : { lesions: parts.lesions }),
    findings: parts.findings
      .map((finding) => ({ ...finding, statements: finding.statements.toSorted(compareText) }))
      .toSorted(compareFindings),
    setAside: parts.setAside
      .map((entry) => ({ ...entry, examples: entry.examples.toSorted(compareExamples) }))
      .toSorted(compareSetAside),
    notAssessed: parts.notAssessed
      .map((entry) => ({ ...entry, genes: entry.genes.toSorted(compareText) }))
      .toSorted(compareNotAssessed),
    problems: foldProblems(parts.problems.toSorted(compareProblems)).toSorted(compareProblems),
    method: describeMethod({
      builtFiles: parts.builtFiles,
      hasOutside: parts.counts.outside !== undefined,
    }),
  };
}

/** Rendered from a stored report, whose keys are sorted, a list of settings must not change its order. */
function sortSettings(settings: Report["settings"]): Report["settings"] {
  return Object.fromEntries(Object.entries(settings).toSorted(([a], [b]) => compareText(a, b)));
}
