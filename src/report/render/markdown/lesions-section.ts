import type { Lesions } from "../../../model/lesions.ts";
import {
  areLesionsStacked,
  describeCell,
  describeResistance,
  describeRow,
  describeTargets,
  describeUnranked,
  lesionHead,
  lesionTexts,
  nameSpecimens,
} from "../lesion-table.ts";
import { heading, list, table } from "./blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** Lesions beside each other, and targets that only other lesions have; nothing for a case of one lesion. */
export function renderLesions(lesions: Lesions | undefined): string[] {
  if (lesions === undefined) return [];
  const { alterations, caveat, notRanked } = lesions;
  const isStacked = areLesionsStacked(lesions);
  return [
    heading(2, lesionTexts.title),
    lesionTexts.lead,
    escapeMarkdown(caveat.text),
    ...(isStacked ? [list(nameSpecimens(lesions).map(escapeMarkdown))] : []),
    table(
      lesionHead(lesions).map(escapeMarkdown),
      alterations.map((row) => [
        escapeMarkdown(row.label),
        row.state,
        ...(isStacked ? [describeRow(row)] : row.cells.map(describeCell)).map(escapeMarkdown),
        escapeMarkdown(describeTargets(row)),
      ]),
    ),
    list(
      alterations.map(({ label, state, reason }) =>
        escapeMarkdown(`${label}, ${state}: ${reason.text}`),
      ),
    ),
    ...renderResistance(lesions),
    ...renderUnranked(notRanked),
  ];
}

function renderResistance(lesions: Lesions): string[] {
  const { resistance } = lesions;
  if (resistance === undefined) return [];
  return [
    heading(3, lesionTexts.resistance),
    lesionTexts.resistanceLead,
    table(
      lesionTexts.resistanceHead,
      resistance.map((entry) => describeResistance(entry, lesions).map(escapeMarkdown)),
    ),
  ];
}

function renderUnranked(entries: Lesions["notRanked"]): string[] {
  if (entries.length === 0) return [];
  return [
    heading(3, lesionTexts.unranked),
    lesionTexts.unrankedLead,
    table(
      lesionTexts.unrankedHead,
      entries.map((entry) => describeUnranked(entry).map(escapeMarkdown)),
    ),
  ];
}
