/** Points, exclusions and classes of the oncogenicity standard (Horak 2022, PMID 35101336; spec, clinical R7). */
import type { OncogenicityClass } from "../../model/oncogenicity.ts";
import type { CriterionCode } from "../../model/report-terms.ts";

/**
 * Points of a criterion, and the criteria that it is not counted beside. The codes are those of the published calculator: OM3
 * is another missense change of the residue and OM4 a hotspot, which the table of the article names the other way round.
 */
export const criteria: Readonly<
  Record<CriterionCode, { readonly points: number; readonly excludes: readonly CriterionCode[] }>
> = {
  OVS1: { points: 8, excludes: ["OM2"] },
  OS1: { points: 4, excludes: ["OS3"] },
  OS2: { points: 4, excludes: [] },
  OS3: { points: 4, excludes: ["OS1"] },
  OM1: { points: 2, excludes: ["OS1", "OS3", "OM4"] },
  OM2: { points: 2, excludes: ["OVS1"] },
  OM3: { points: 2, excludes: ["OM4"] },
  OM4: { points: 2, excludes: ["OM1", "OM3"] },
  OP1: { points: 1, excludes: [] },
  OP2: { points: 1, excludes: [] },
  OP3: { points: 1, excludes: ["OM1", "OM4"] },
  OP4: { points: 1, excludes: [] },
  SBVS1: { points: -8, excludes: [] },
  SBS1: { points: -4, excludes: [] },
  SBS2: { points: -4, excludes: [] },
  SBP1: { points: -1, excludes: [] },
  SBP2: { points: -1, excludes: [] },
};

/** Two criteria that are not counted together, in whichever order; null when there are none. */
export function findExclusion(
  codes: readonly CriterionCode[],
): readonly [CriterionCode, CriterionCode] | null {
  for (const code of codes) {
    const other = codes.find((each) => criteria[code].excludes.includes(each));
    if (other !== undefined) return [code, other];
  }
  return null;
}

/** The sum of the points and its class. Throws where two of the criteria exclude each other, or one is counted twice. */
export function scoreCriteria(codes: readonly CriterionCode[]): {
  points: number;
  class: OncogenicityClass;
} {
  const excluded = findExclusion(codes);
  if (excluded !== null) throw new Error(`${excluded.join(" and ")} exclude each other`);
  if (new Set(codes).size < codes.length) throw new Error("a criterion is counted twice");
  const points = codes.reduce((sum, code) => sum + criteria[code].points, 0);
  return { points, class: classOf(points) };
}

/** From 10 points oncogenic, from 6 likely so; from -1 likely benign, from -7 benign. */
export function classOf(points: number): OncogenicityClass {
  if (points >= 10) return "oncogenic";
  if (points >= 6) return "likely oncogenic";
  if (points >= 0) return "uncertain significance";
  return points >= -6 ? "likely benign" : "benign";
}
