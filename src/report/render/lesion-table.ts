/** The lesions of a patient beside each other, in words that every readable format uses. */
import type { LesionCell, LesionRow, Lesions } from "../../model/lesions.ts";
import { percent } from "./format-number.ts";

export const lesionTexts = {
  title: "Lesions",
  lead: "Which alterations the lesions have, of those that meet a statement in some lesion. The ranking is of the lesion to be treated alone.",
  unranked: "Targets of other lesions, not ranked",
  unrankedLead: "The lesion to be treated does not call their alterations.",
} as const;

/** `liver-2026 (metastasis, liver, 2026-01-19, to be treated)` */
export function nameSpecimen(
  { id, role, site, date }: Lesions["specimens"][number],
  treated: string,
): string {
  const facts = [role, site, date, id === treated ? "to be treated" : null];
  return `${id} (${facts.filter((fact) => fact !== null).join(", ")})`;
}

/** `present, VAF 39.6%, 72 of 182 reads, CCF 0.97` */
export function describeCell({ state, vaf, depth, altReads, cellFraction }: LesionCell): string {
  return [
    state,
    ...(vaf === null ? [] : [`VAF ${percent(vaf)}`]),
    ...describeReads(altReads, depth),
    ...(cellFraction === null ? [] : [`CCF ${cellFraction.toFixed(2)}`]),
  ].join(", ");
}

function describeReads(altReads: number | null, depth: number | null): string[] {
  if (depth === null) return [];
  return altReads === null ? [`depth ${depth}`] : [`${altReads} of ${depth} reads`];
}

/** More therapies than these would drown the row. */
const namedTargets = 3;

export function describeTargets({ targets }: LesionRow): string {
  if (targets.length === 0) return "none";
  const rest = targets.length - namedTargets;
  const named = targets.slice(0, namedTargets).join("; ");
  return rest > 0 ? `${named} and ${rest} more` : named;
}

/** In one line: `liver-2026: present, VAF 39.6%; colon-2023: absent, 0 of 412 reads` */
export function describeRow({ cells }: LesionRow): string {
  return cells.map((cell) => `${cell.specimen}: ${describeCell(cell)}`).join("; ");
}

/** `AMP level C, tier II` there. */
export function describeLevelThere(entry: Lesions["notRanked"][number]): string {
  return entry.level === null ? "not tiered" : `level ${entry.level}, tier ${entry.tier}`;
}
