import type { Criterion, Oncogenicity } from "../../model/oncogenicity.ts";

/**
 * `likely oncogenic: 9 points from the 8 of 17 criteria that were evaluated (met: OVS1, OP4); not evaluated: OS2, OS3`. The class is that of these
 * points, and no bound: what was not evaluated could raise or lower it.
 */
export function describeOncogenicity({ criteria, points, class: name }: Oncogenicity): string {
  const open = criteria.filter(({ state }) => state === "not evaluated");
  const met = criteria.filter(({ state }) => state === "met");
  const evaluated = `${criteria.length - open.length} of ${criteria.length} criteria that were evaluated`;
  const facts = [
    `${name}: ${points} ${Math.abs(points) === 1 ? "point" : "points"} from the ${evaluated} (${met.length === 0 ? "none met" : `met: ${codesOf(met)}`})`,
    ...(open.length === 0 ? [] : [`not evaluated: ${codesOf(open)}`]),
  ];
  return facts.join("; ");
}

/** One line for the criteria that share a state and its reason: `OS3, OM4, OP3 not evaluated: No counts of samples at hotspots ship.` */
export function listCriteria({ criteria }: Oncogenicity): string[] {
  const groups = new Map<string, Criterion[]>();
  for (const criterion of criteria) {
    const told = `${criterion.state}: ${criterion.reason}`;
    groups.set(told, [...(groups.get(told) ?? []), criterion]);
  }
  return [...groups].map(([told, own]) => `${codesOf(own)} ${told}`);
}

function codesOf(criteria: readonly Criterion[]): string {
  return criteria.map(({ code }) => code).join(", ");
}
