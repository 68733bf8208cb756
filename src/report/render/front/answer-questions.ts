/** The three questions of MetAction about a target, each answered in one short line from the report and nothing else. */
import { findBlockedParts } from "../../../model/blocked-parts.ts";
import type { LesionResistance } from "../../../model/lesions.ts";
import type { BlockedTherapy, EvidenceRow, Report, Target } from "../../../model/report.ts";
import { isOnTumor } from "../../../model/verdict.ts";
import { stanceOf } from "../describe-evidence.ts";
import { excludedOrNot, openFirst } from "../lesion-table.ts";
import { plural } from "../format-number.ts";
import { nameSome } from "../name-some.ts";

export const questions = ["Sensitivity", "Resistance", "Tolerability"] as const;

/** More alterations that resist, or lesions that have one, than these are counted. */
const namedResisting = 4;

export interface Answer {
  readonly question: (typeof questions)[number];
  readonly text: string;
  /** It speaks against the therapy. */
  readonly isAgainst: boolean;
}

/** Not curated is never safe, nor sensitive (spec, clinical: the three questions). */
const nothing = "nothing in the knowledgebase";

/** What the statements about a target say, in the order of the questions. */
export function answerQuestions(
  target: Target,
  { blocked, lesions }: Pick<Report, "blocked" | "lesions">,
): readonly Answer[] {
  return [
    answerSensitivity(target),
    answerResistance(target, blocked, lesions?.resistance ?? []),
    answerTolerability(target),
  ];
}

function answerSensitivity({ evidence, amp }: Target): Answer {
  const support = evidence.filter((row) => stanceOf(row) === "for");
  const placed = support.toSorted(
    (a, b) => Number(b.ampLevel === amp.level) - Number(a.ampLevel === amp.level),
  );
  const disputed = evidence.filter(
    (row) => row.predicate === "sensitivity" && row.direction === "does not support",
  ).length;
  const counter =
    disputed === 0 ? "" : `; ${plural(disputed, "statement")} of no benefit speaks against it`;
  return {
    question: "Sensitivity",
    text: `${cite(placed)}${disputed === 1 ? counter : counter.replace("speaks", "speak")}`,
    isAgainst: false,
  };
}

function answerResistance(
  target: Target,
  blocked: readonly BlockedTherapy[],
  elsewhere: readonly LesionResistance[],
): Answer {
  const { evidence, flags, caveats } = target;
  const rows = evidence.filter(
    ({ predicate, direction }) =>
      direction === "supports" &&
      (predicate === "resistance" || predicate === "reduced sensitivity"),
  );
  const exposure = flags.filter(({ code }) => /^(?:acquired|prior-)/.test(code));
  const parts = [
    ...(rows.length === 0 ? [] : [cite(rows)]),
    ...exposure.map(({ text }) => text),
    ...nameBlockedParts(target, blocked),
    ...caveats.filter(({ code }) => code === "part-resisted").map(({ text }) => text),
    ...nameElsewhere(
      elsewhere.filter(({ therapies }) => therapies.some(({ id }) => id === target.therapy.id)),
    ),
  ];
  return {
    question: "Resistance",
    text: parts.join(" ") || nothing,
    isAgainst: parts.length > 0,
  };
}

/** `KRAS G12D of liver-2026, not excluded here.`; what the lesion to be treated does not exclude comes first. */
function nameElsewhere(entries: readonly LesionResistance[]): string[] {
  const rest = entries.length - namedResisting;
  return [
    ...openFirst(entries)
      .slice(0, namedResisting)
      .map(
        (entry) =>
          `${entry.label} of ${nameSome(entry.lesions, namedResisting, " and ")}, ${excludedOrNot(entry)} here.`,
      ),
    ...(rest > 0 ? [`${plural(rest, "more", "more")} under Lesions.`] : []),
  ];
}

/** `blocked alone: Cetuximab, also by KRAS G12D`. */
function nameBlockedParts(target: Target, blocked: readonly BlockedTherapy[]): string[] {
  const parts = findBlockedParts(target, blocked);
  if (parts.length === 0) return [];
  const also = nameSome([...new Set(parts.flatMap(({ alsoBy }) => alsoBy))], namedResisting);
  const names = parts.map(({ name }) => name).join(", ");
  return [`blocked alone: ${names}${also === "" ? "" : `, also by ${also}`}`];
}

function answerTolerability({ evidence, flags, caveats }: Target): Answer {
  const rows = evidence.filter(
    ({ predicate, direction }) => direction === "supports" && predicate === "adverse response",
  );
  const notes = [...flags, ...caveats].filter(({ code }) => /toxic|toler/.test(code));
  const parts = [...(rows.length === 0 ? [] : [cite(rows)]), ...notes.map(({ text }) => text)];
  return {
    question: "Tolerability",
    text: parts.join(" ") || nothing,
    isAgainst: parts.length > 0,
  };
}

/** `level A in colorectal cancer, CIViC; 2 more`: the first row, and how many follow. */
function cite(rows: readonly EvidenceRow[]): string {
  const [first] = rows;
  if (first === undefined) return nothing;
  const { ampLevel, disease, relation, source } = first;
  const weight = ampLevel === null ? "not tiered" : `level ${ampLevel}`;
  const where = isOnTumor(relation) ? disease.name : `${disease.name}, ${elsewhere[relation]}`;
  const more = rows.length === 1 ? "" : `; ${plural(rows.length - 1, "more", "more")}`;
  return `${weight} in ${where}, ${source.name}${more}`;
}

const elsewhere = {
  same: "this tumor",
  ancestor: "this tumor",
  descendant: "a subtype",
  other: "another tumor",
  unknown: "relation not known",
} as const;
