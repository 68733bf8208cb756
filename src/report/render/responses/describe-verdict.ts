import type { PeriodSummary, ResponseSummary } from "../../../model/response-summary.ts";
import { percent, plural } from "../format-number.ts";
import { formatRatio, formatRule } from "./format-ratio.ts";

/** The verdict in one line, with its numbers, its rule and why. */
export function describeVerdict({ verdict, rule, periods }: ResponseSummary): string {
  const { state, ratio, isLowerBound, reason } = verdict;
  if (ratio === null) return `${state}: ${reason.text} (${formatRule(rule)})`;
  const [a, b] = ["A", "B"].map((name) => periods.find(({ period }) => period === name));
  const days = `B ${plural(b?.days ?? 0, "day")} / A ${plural(a?.days ?? 0, "day")}`;
  const bound = isLowerBound ? "at least " : "";
  return `${state}: ratio ${bound}${formatRatio(ratio, rule)} (${days}); rule: ${formatRule(rule)}, compared unrounded; ${reason.text}`;
}

/** Stands beside every verdict. */
export function describeChance({ chance, rule }: Pick<ResponseSummary, "chance" | "rule">): string {
  const shares = chance.map(
    ({ shape, probability }) =>
      `${percent(probability)} (k = ${shape}${shape === 1 ? ", exponential" : ""})`,
  );
  return `Chance alone, without any effect of the drug, gives a ${formatRule({ ...rule, operator: "ge" })} in ${shares.join(", ")}: 1 / (1 + ${rule.threshold}^k) for two times of one Weibull distribution of shape k.`;
}

/** How a period began and ended, in one line. */
export function describePeriod(period: PeriodSummary): string {
  const { therapy, start, end, endedBy, days, stopped } = period;
  const ending =
    end === null
      ? "not seen after its start"
      : endedBy === "censored"
        ? `without progression until ${end}, censored`
        : `${endedBy} on ${end}`;
  const length =
    days === null ? "" : `; ${endedBy === "censored" ? "at least " : ""}${plural(days, "day")}`;
  const stop = stopped === null ? "" : `; stopped on ${stopped.date} (${stopped.reason})`;
  return `Period ${period.period}: ${therapy}, from ${start}; ${ending}${length}${stop}`;
}
