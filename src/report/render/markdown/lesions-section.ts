import type { Lesions } from "../../../model/lesions.ts";
import { describeAlterations } from "../describe-evidence.ts";
import {
  describeCell,
  describeLevelThere,
  describeTargets,
  lesionTexts,
  nameSpecimen,
} from "../lesion-table.ts";
import { heading, list, table } from "./blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** Lesions beside each other, and targets that only other lesions have; nothing for a case of one lesion. */
export function renderLesions(lesions: Lesions | undefined): string[] {
  if (lesions === undefined) return [];
  const { alterations, specimens, treated, caveat, notRanked } = lesions;
  return [
    heading(2, lesionTexts.title),
    lesionTexts.lead,
    escapeMarkdown(caveat.text),
    table(
      [
        "Alteration",
        "State",
        ...specimens.map((specimen) => escapeMarkdown(nameSpecimen(specimen, treated))),
        "Targets",
      ],
      alterations.map((row) => [
        escapeMarkdown(row.label),
        row.state,
        ...row.cells.map((cell) => escapeMarkdown(describeCell(cell))),
        escapeMarkdown(describeTargets(row)),
      ]),
    ),
    list(
      alterations.map(({ label, state, reason }) =>
        escapeMarkdown(`${label}, ${state}: ${reason.text}`),
      ),
    ),
    ...renderUnranked(notRanked),
  ];
}

function renderUnranked(entries: Lesions["notRanked"]): string[] {
  if (entries.length === 0) return [];
  return [
    heading(3, lesionTexts.unranked),
    lesionTexts.unrankedLead,
    table(
      ["Therapy", "Alteration", "It would have", "Called in", "State"],
      entries.map((entry) => [
        escapeMarkdown(entry.therapy.label),
        escapeMarkdown(describeAlterations(entry.alterations)),
        describeLevelThere(entry),
        escapeMarkdown(entry.lesions.join(", ")),
        entry.state,
      ]),
    ),
  ];
}
