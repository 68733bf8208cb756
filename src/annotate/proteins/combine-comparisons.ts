import type { OutlierSupport } from "../../model/observation.ts";
import type { RowValues } from "../../read/cohort/row-values.ts";
import type { Comparison } from "./compare-rows.ts";
import { leadingRoles } from "./leading-roles.ts";
import type { OutlierVerdict } from "./outlier-verdict.ts";

export interface CombinedCall {
  readonly verdict: OutlierVerdict;
  readonly support: OutlierSupport;
  /** Values of the reference whose numbers stand for the call. */
  readonly cohortValues: RowValues;
}

/**
 * One call from several cohorts (clinical 4.3, after CARE): `consensus` from two that agree on, else `single cohort`. Tumors decide;
 * normal tissue of the biopsy site confirms a call and never makes one beside tumors that could be compared, because a tumor differs
 * from any normal tissue. Tumors that call opposite directions are not assessable. At least one comparison.
 */
export function combineComparisons(comparisons: readonly Comparison[], fold: number): CombinedCall {
  const [only, another] = comparisons;
  if (only === undefined) throw new Error("a row is compared with at least one reference");
  if (another === undefined) return only;
  const ordered = comparisons.toSorted(
    (a, b) => leadingRoles.indexOf(a.reference.role) - leadingRoles.indexOf(b.reference.role),
  );
  const [first = only] = ordered;
  const cohorts = ordered.map(describeComparison);
  const { lead, verdict, agreement } = decide(first, ordered);
  const hostTissue = findHostTissue(lead, ordered, fold);
  return {
    verdict,
    support: {
      ...lead.support,
      ...(agreement === null ? {} : { agreement }),
      cohorts,
      ...(hostTissue === null ? {} : { hostTissue }),
    },
    cohortValues: lead.cohortValues,
  };
}

interface Decision {
  readonly lead: Comparison;
  readonly verdict: OutlierVerdict;
  readonly agreement: "consensus" | "single cohort" | null;
}

function decide(first: Comparison, ordered: readonly Comparison[]): Decision {
  const decided = ordered.filter(({ verdict }) => verdict.call !== "not assessable");
  const tumors = decided.filter((each) => !isNormal(each));
  const deciding = tumors.length > 0 ? tumors : decided;
  const [lead = first] = deciding;
  const called = deciding.filter(({ verdict }) => isCall(verdict));
  const [call] = called;
  if (call === undefined) return { lead, verdict: lead.verdict, agreement: null };
  const direction = call.verdict.call;
  if (called.some(({ verdict }) => verdict.call !== direction)) {
    const parts = called.map(({ reference, verdict }) => `${verdict.call} in ${reference.name}`);
    const text = `The cohorts call opposite directions: ${parts.join(", ")}.`;
    const verdict = {
      call: "not assessable",
      reason: { code: "cohorts-disagree", text },
    } as const;
    return { lead: call, verdict, agreement: null };
  }
  const agreeing = decided.filter(({ verdict }) => verdict.call === direction);
  const agreement = agreeing.length > 1 ? "consensus" : "single cohort";
  const text = `${call.verdict.reason.text} ${describeAgreement(agreeing, ordered)}`;
  const verdict = { ...call.verdict, reason: { ...call.verdict.reason, text } };
  return { lead: call, verdict, agreement };
}

function describeAgreement(agreeing: readonly Comparison[], asked: readonly Comparison[]): string {
  const names = (comparisons: readonly Comparison[]): string =>
    comparisons.map(({ reference }) => reference.name).join(", ");
  if (agreeing.length > 1) {
    return `Consensus: ${agreeing.length} of ${asked.length} cohorts agree (${names(agreeing)}).`;
  }
  const others = asked
    .filter((each) => !agreeing.includes(each))
    .map(({ reference, verdict }) => `${reference.name}: ${callNames[verdict.call]}`);
  return `Single cohort: ${names(agreeing)}; no other agrees (${others.join(", ")}).`;
}

const callNames = {
  up: "up",
  down: "down",
  none: "no outlier",
  "not assessable": "not assessable",
} as const;

/**
 * A call that the tissue around the tumor would explain: the cohort of normal tissue lies as far in the direction of the call, and the
 * case does not go beyond it.
 */
function findHostTissue(
  lead: Comparison,
  ordered: readonly Comparison[],
  fold: number,
): OutlierSupport["hostTissue"] | null {
  const { call } = lead.verdict;
  const { median, log2Fold } = lead.support;
  if (!isCall(lead.verdict) || isNormal(lead) || median === null || log2Fold === null) return null;
  const sign = call === "up" ? 1 : -1;
  for (const { reference, verdict, support } of ordered) {
    if (reference.role !== "biopsy-site normal" || support.median === null) continue;
    if (verdict.reason.code === "sample-shifted" || verdict.call === call) continue;
    const difference = support.median - median;
    if (sign * difference >= fold) return { cohort: reference.name, difference };
  }
  return null;
}

function describeComparison({ reference, verdict, support }: Comparison) {
  const { n, missing, median, modifiedZ, log2Fold, p, q } = support;
  return {
    cohort: reference.name,
    role: reference.role,
    call: verdict.call,
    reason: verdict.reason.text,
    n,
    missing,
    median,
    modifiedZ,
    log2Fold,
    p,
    q,
  };
}

function isNormal({ reference }: Comparison): boolean {
  return reference.role === "biopsy-site normal";
}

function isCall({ call }: OutlierVerdict): boolean {
  return call === "up" || call === "down";
}
