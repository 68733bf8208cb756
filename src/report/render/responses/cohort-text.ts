import type { ResponseCohort, ResponseGroup } from "../../../model/response-cohort.ts";
import { escapeCell } from "../escape-cell.ts";
import { describeCohort } from "./describe-cohort.ts";
import { sectionsMarkdown, sectionsText } from "./sections-text.ts";

const title = "Responses of a study";

/** The cohort for a terminal. */
export function renderResponsesText(cohort: ResponseCohort): string {
  return sectionsText(title, describeCohort(cohort));
}

/** The same as Markdown. */
export function renderResponsesMarkdown(cohort: ResponseCohort): string {
  return sectionsMarkdown(title, describeCohort(cohort));
}

const columns = [
  "by",
  "group",
  "threshold",
  "operator",
  "modified",
  "patients",
  "benefit",
  "no_benefit",
  "undetermined",
  "not_computable",
  "share",
  "share_low",
  "share_high",
  "km",
  "km_low",
  "km_high",
];

/** Groups as TSV, numbers unrounded to 6 decimals, safe to open in a spreadsheet. */
export function renderResponsesTable(cohort: ResponseCohort): string {
  const { rule, isModified } = cohort;
  const facts = [rule.threshold, rule.operator, isModified ? "yes" : "no"];
  const rows = [
    ["all", cohort.all] as const,
    ...cohort.byTarget.map((group) => ["target", group] as const),
    ...cohort.byTier.map((group) => ["tier", group] as const),
    ...cohort.byVerification.map((group) => ["verification", group] as const),
  ].map(([by, group]) => [by, group.name, ...facts, ...numbersOf(group)]);
  return [columns, ...rows].map((cells) => `${cells.map(escapeCell).join("\t")}\n`).join("");
}

function numbersOf({ cases, states, share, survival }: ResponseGroup): (string | number)[] {
  const estimates = [
    share?.value,
    share?.low,
    share?.high,
    survival?.value,
    survival?.low,
    survival?.high,
  ];
  return [
    cases,
    states.benefit,
    states["no benefit"],
    states.undetermined,
    states["not computable"],
    ...estimates.map((value) =>
      value === undefined || value === null ? "" : Number(value.toFixed(6)),
    ),
  ];
}
