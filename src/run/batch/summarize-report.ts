import { type SampleRecord, tierKeys, zeroCounts } from "../../model/batch.ts";
import { type Problem, sayProblem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import { lesionStates, verificationStates } from "../../model/verdict.ts";
import { severities } from "../../model/severity.ts";

/** Targets that a summary names for each sample. */
const shownTargets = 3;

/** What the summary of a run keeps of a report. */
export function summarizeReport(
  report: Report,
  ending: Pick<SampleRecord, "status" | "exitCode">,
): SampleRecord {
  const { targets } = report;
  return {
    ...makeEmptyRecord(report.case.id, ending),
    tumorType: report.case.tumorType?.name ?? null,
    biopsySite: report.case.biopsySite,
    assembly: report.case.assembly?.name ?? null,
    targets: targets.length,
    tiers: countBy(tierKeys, targets, ({ amp }) => amp.tier ?? "none"),
    top: targets.slice(0, shownTargets).map((target) => ({
      rank: target.rank,
      therapy: target.therapy.label,
      alterations: target.alterations.map(({ label }) => label).join(" + "),
      tier: target.amp.tier,
      level: target.amp.level,
      verification: target.verification.state,
    })),
    blocked: report.blocked.flatMap(({ kind, therapy }) =>
      kind === "blocked" ? [therapy.label] : [],
    ),
    verification: countBy(verificationStates, targets, ({ verification }) => verification.state),
    lesions: countBy(lesionStates, targets, ({ lesion }) => lesion.state),
    counts: { variants: report.counts.variants, proteins: report.counts.proteins },
    problems: countProblems(report.problems),
    notAssessed: report.notAssessed.map(({ code, what, settledBy }) => ({ code, what, settledBy })),
    therapies: targets.map(({ therapy, amp }) => ({ therapy: therapy.label, tier: amp.tier })),
    alterations: report.findings.flatMap(({ gene, label, statements }) =>
      statements.length === 0 ? [] : [{ gene, label }],
    ),
  };
}

/** The record of a sample that gave no report; `problems` are why, the first one first. */
export function recordFailure(
  sample: string,
  ending: Pick<SampleRecord, "status" | "exitCode">,
  problems: readonly Problem[],
): SampleRecord {
  const [first] = problems;
  return {
    ...makeEmptyRecord(sample, ending),
    problems: countProblems(problems),
    failure: first === undefined ? null : { code: first.code, message: sayProblem(first) },
  };
}

function makeEmptyRecord(
  sample: string,
  ending: Pick<SampleRecord, "status" | "exitCode">,
): SampleRecord {
  return {
    sample,
    ...ending,
    tumorType: null,
    biopsySite: null,
    assembly: null,
    targets: 0,
    tiers: zeroCounts(tierKeys),
    top: [],
    blocked: [],
    verification: zeroCounts(verificationStates),
    lesions: zeroCounts(lesionStates),
    counts: { variants: null, proteins: null },
    problems: zeroCounts(severities),
    failure: null,
    notAssessed: [],
    therapies: [],
    alterations: [],
  };
}

function countProblems(problems: readonly Problem[]): SampleRecord["problems"] {
  const counts = zeroCounts(severities);
  for (const { severity, count } of problems) counts[severity] += count;
  return counts;
}

function countBy<Item, Key extends string>(
  keys: readonly Key[],
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Record<Key, number> {
  const counts = zeroCounts(keys);
  for (const item of items) counts[keyOf(item)] += 1;
  return counts;
}
