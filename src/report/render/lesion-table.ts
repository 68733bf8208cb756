/** The lesions of a patient beside each other, in words that every readable format uses. */
import type { LesionCell, LesionResistance, LesionRow, Lesions } from "../../model/lesions.ts";
import { describeAlterations } from "./describe-evidence.ts";
import { percent } from "./format-number.ts";
import { nameSome } from "./name-some.ts";

export const lesionTexts = {
  title: "Lesions",
  lead: "Each alteration that meets a statement in at least one lesion, and what is known of it in the others. Only targets of the lesion to be treated are ranked.",
  unranked: "Targets of other lesions, not ranked",
  unrankedLead: "The lesion to be treated does not call their alterations.",
  unrankedHead: ["Therapy", "Alteration", "It would have", "Called in", "State"],
  resistance: "Resistance of other lesions",
  resistanceLead:
    "What speaks against a therapy in another lesion, and is not met by the lesion to be treated itself. Its targets are flagged unless its reads exclude the alteration.",
  resistanceHead: [
    "Alteration",
    "Called in",
    "Lesion to be treated",
    "It would block",
    "It may resist",
  ],
} as const;

/** A column for each of more lesions than these is wider than a sheet of paper, and a browser then prints the whole report smaller. */
const lesionColumns = 4;

/** Whether the lesions stand in one column, one line for each. */
export function areLesionsStacked({ specimens }: Pick<Lesions, "specimens">): boolean {
  return specimens.length > lesionColumns;
}

/** Heads of the columns of the table of lesions. */
export function lesionHead(lesions: Lesions): string[] {
  const named = areLesionsStacked(lesions) ? ["In each lesion"] : nameSpecimens(lesions);
  return ["Alteration", "State", ...named, "Targets"];
}

/** `liver-2026 (metastasis, liver, 2026-01-19, to be treated)`, one for each specimen. */
export function nameSpecimens({ specimens, treated }: Lesions): string[] {
  return specimens.map((specimen) => nameSpecimen(specimen, treated));
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

/** Cells of a row of resistance that other lesions have, under `resistanceHead`. */
export function describeResistance(entry: LesionResistance, lesions: Lesions): string[] {
  const named = (blocks: boolean): string =>
    listTherapies(
      entry.therapies.filter((therapy) => therapy.blocks === blocks).map(({ label }) => label),
    );
  return [
    entry.label,
    entry.lesions.join(", "),
    `${excludedOrNot(entry)}: ${readsHere(entry, lesions)}`,
    named(true),
    named(false),
  ];
}

/** Whether the lesion to be treated lacks the alteration, by its reads. */
export function excludedOrNot({ here }: Pick<LesionResistance, "here">): string {
  return here === "absent" ? "excluded" : "not excluded";
}

/** What the reads of the lesion to be treated leave open comes first, for where only some are named. */
export function openFirst(entries: readonly LesionResistance[]): LesionResistance[] {
  const isExcluded = ({ here }: LesionResistance): number => Number(here === "absent");
  return entries.toSorted((a, b) => isExcluded(a) - isExcluded(b));
}

/** Reads of the lesion to be treated at an alteration that another one has; without any, why they are not known. */
export function readsHere(
  { observation, here, reason }: LesionResistance,
  { alterations, treated }: Lesions,
): string {
  const row = alterations.find((each) => each.observation === observation);
  const cell = row?.cells.find(({ specimen }) => specimen === treated);
  if (cell !== undefined && (cell.depth !== null || here === "present")) return describeCell(cell);
  return reason.text.replace(/\.$/u, "").replace(/^It /u, "it ");
}

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
  return listTherapies(targets);
}

function listTherapies(labels: readonly string[]): string {
  return labels.length === 0 ? "none" : nameSome(labels, namedTargets, "; ");
}

/** `liver-2026: present, VAF 39.6%`, one for each lesion. */
export function describeCells({ cells }: LesionRow): string[] {
  return cells.map((cell) => `${cell.specimen}: ${describeCell(cell)}`);
}

/** In one line: `liver-2026: present, VAF 39.6%; colon-2023: absent, 0 of 412 reads` */
export function describeRow(row: LesionRow): string {
  return describeCells(row).join("; ");
}

/** `AMP level C, tier II` there. */
export function describeLevelThere(entry: Lesions["notRanked"][number]): string {
  return entry.level === null ? "not tiered" : `level ${entry.level}, tier ${entry.tier}`;
}
