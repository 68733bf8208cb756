import { exactInterval } from "../annotate/statistics/exact-interval.ts";
import { compareText } from "../model/order.ts";
import type { ResponseCohort, ResponseGroup } from "../model/response-cohort.ts";
import type {
  RatioRule,
  RatioVerdict,
  RecistResponse,
  RecordFacts,
  ResponseSummary,
} from "../model/response-summary.ts";
import type { NumberedEvent } from "./effective-events.ts";
import { countsTimeWithout } from "./find-early-stop.ts";
import { therapyNotOfTarget } from "./find-ratio-flags.ts";
import { chanceOfRatio, judgeRatio } from "./judge-ratio.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { modifyLengths } from "./modify-lengths.ts";
import { nameTarget } from "./name-target.ts";
import { ratioCaveats } from "./ratio-caveats.ts";
import { lengthsOf, summarizeCase } from "./summarize-case.ts";

interface Judged {
  readonly summary: ResponseSummary;
  readonly verdict: RatioVerdict;
}

/** What the events of all cases come to, by target, tier and verification. */
export function summarizeCohort(
  cases: ReadonlyMap<string, readonly NumberedEvent[]>,
  {
    rule,
    isModified,
    record,
  }: { rule: RatioRule; isModified: boolean; record: Omit<RecordFacts, "corrected"> },
): ResponseCohort {
  const judged = [...cases].map(([id, events]): Judged => {
    const summary = summarizeCase(id, events, { rule, record: { ...record, corrected: 0 } });
    const lengths = lengthsOf(summary.periods);
    const verdict = isModified
      ? judgeRatio(modifyLengths(lengths, rule.threshold), rule)
      : summary.verdict;
    return { summary, verdict };
  });
  const severe = judged.map(
    ({ summary }) =>
      summary.toxicities.filter(({ related, grade }) => related && grade >= 3).length,
  );
  return {
    rule,
    isModified,
    all: describeGroup("all", judged, rule),
    byTarget: groupBy(judged, rule, ({ target }) => (target === null ? null : nameTarget(target))),
    byTier: groupBy(judged, rule, ({ target, tier }) =>
      target === null ? null : tier === null ? "no tier" : `tier ${tier}`,
    ),
    byVerification: groupBy(judged, rule, ({ verification }) => verification),
    stoppedEarly: judged.filter(({ summary }) => countsTimeWithout(summary)).length,
    otherTherapy: judged.filter(({ summary }) =>
      summary.flags.some(({ code }) => code === therapyNotOfTarget),
    ).length,
    best: countBest(judged),
    toxicity: {
      severe: severe.reduce((sum, count) => sum + count, 0),
      cases: severe.filter((count) => count > 0).length,
    },
    chance: chanceOfRatio(rule.threshold),
    caveats: ratioCaveats,
    record,
  };
}

/** Groups by name; cases without the fact stand last. */
function groupBy(
  judged: readonly Judged[],
  rule: RatioRule,
  nameOf: (summary: ResponseSummary) => string | null,
): ResponseGroup[] {
  const groups = new Map<string | null, Judged[]>();
  for (const each of judged) {
    const name = nameOf(each.summary);
    const members = groups.get(name);
    if (members === undefined) groups.set(name, [each]);
    else members.push(each);
  }
  const unknown = groups.get(null);
  groups.delete(null);
  const named = [...groups].map(([name, members]) => describeGroup(name ?? "", members, rule));
  return [
    ...named.toSorted((a, b) => compareText(a.name, b.name)),
    ...(unknown === undefined ? [] : [describeGroup("not recorded", unknown, rule)]),
  ];
}

function describeGroup(name: string, members: readonly Judged[], rule: RatioRule): ResponseGroup {
  const states = { benefit: 0, "no benefit": 0, undetermined: 0, "not computable": 0 };
  for (const { verdict } of members) states[verdict.state] += 1;
  const hits = states.benefit;
  const of = hits + states["no benefit"];
  const [low, high] = of === 0 ? [0, 1] : exactInterval(hits, of);
  const times = members.flatMap(({ verdict: { ratio, isLowerBound } }) =>
    ratio === null ? [] : [{ time: ratio, isEnded: !isLowerBound }],
  );
  const isShort = (ratio: number): boolean =>
    rule.operator === "ge" ? ratio < rule.threshold : ratio <= rule.threshold;
  return {
    name,
    cases: members.length,
    states,
    share: of === 0 ? null : { hits, of, value: hits / of, low, high },
    survival: kaplanMeier(times, isShort),
  };
}

function countBest(judged: readonly Judged[]): ResponseCohort["best"] {
  const best: Record<RecistResponse | "none", number> = {
    CR: 0,
    PR: 0,
    SD: 0,
    "non-CR/non-PD": 0,
    PD: 0,
    NE: 0,
    none: 0,
  };
  for (const { summary } of judged) best[summary.recist.best ?? "none"] += 1;
  return best;
}
