import type { Finding } from "../../model/report.ts";
import { plural } from "./format-number.ts";

/**
 * `at least likely oncogenic (8 points: OVS1; 12 of 17 criteria not evaluated)`; null where there is none. Which ones, and why, is in
 * the JSON. A class of the benign side is named without "at least", which would read as a doubt in the wrong direction.
 */
export function describeOncogenicity({
  oncogenicity,
}: Pick<Finding, "oncogenicity">): string | null {
  if (oncogenicity === undefined) return null;
  const { criteria, points, atLeast, class: name } = oncogenicity;
  const met = criteria.filter(({ state }) => state === "met").map(({ code }) => code);
  const open = criteria.filter(({ state }) => state === "not evaluated").length;
  const facts = [
    `${plural(points, "point")}: ${met.join(", ") || "no criterion met"}`,
    ...(open === 0 ? [] : [`${open} of ${criteria.length} criteria not evaluated`]),
  ];
  return `${atLeast && points >= 0 ? "at least " : ""}${name} (${facts.join("; ")})`;
}
