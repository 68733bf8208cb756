/** The lesions of a patient beside each other, in words that every readable format uses. */
import type { LesionCell, LesionRow, Lesions } from "../../model/lesions.ts";
import { describeAlterations } from "./describe-evidence.ts";
import { percent } from "./format-number.ts";

export const lesionTexts = {
  title: "Lesions",
  lead: "Each alteration that meets a statement in at least one lesion, and what is known of it in the others. Only targets of the lesion to be treated are ranked.",
  unranked: "Targets of other lesions, not ranked",
  unrankedLead: "The lesion to be treated does not call their alterations.",
  unrankedHead: ["Therapy", "Alteration", "It would have", "Called in", "State"],
} as const;

/** Heads of the columns of the table of lesions. */
export function lesionHead({ specimens, treated }: Lesions): string[] {
  const named = specimens.map((specimen) => nameSpecimen(specimen, treated));
  return ["Alteration", "State", ...named, "Targets"];
}

/** Cells of a row of targets that only other lesions have, under `unrankedHead`. */
export function describeUnranked(entry: Lesions["notRanked"][number]): string[] {
  return [
    entry.therapy.label,
    describeAlterations(entry.alterations),
    describeLevelThere(entry),
    entry.lesions.join(", "),
    entry.state,
  ];
}

/** `liver-2026 (metastasis, liver, 2026-01-19, to be treated)` */
function nameSpecimen(
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
