/** The three questions of MetAction about a target, each answered in one short line from the report and nothing else. */
import type { BlockedTherapy, EvidenceRow, Target } from "../../../model/report.ts";
import { isOnTumor } from "../../../model/verdict.ts";
import { stanceOf } from "../describe-evidence.ts";
import { plural } from "../format-number.ts";

export const questions = ["Sensitivity", "Resistance", "Tolerability"] as const;

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
  blocked: readonly BlockedTherapy[],
): readonly Answer[] {
  return [answerSensitivity(target), answerResistance(target, blocked), answerTolerability(target)];
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

function answerResistance(target: Target, blocked: readonly BlockedTherapy[]): Answer {
  const { evidence, flags } = target;
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
  ];
  return {
    question: "Resistance",
    text: parts.join(" ") || nothing,
    isAgainst: parts.length > 0,
  };
}

/** Drugs of a combination that are blocked by themselves, and by what else than the alterations of the target. */
function nameBlockedParts(
  { therapy, alterations }: Target,
  blocked: readonly BlockedTherapy[],
): string[] {
  if (therapy.drugs.length < 2) return [];
  const entries = therapy.drugs.flatMap(({ id, name }) => {
    const entry = blocked.find((each) => each.kind === "blocked" && each.therapy.id === id);
    return entry === undefined ? [] : [{ name, by: entry.alterations }];
  });
  if (entries.length === 0) return [];
  const own = new Set(alterations.map(({ observation }) => observation));
  const others = entries.flatMap(({ by }) => by.filter(({ observation }) => !own.has(observation)));
  const also = [...new Set(others.map(({ label }) => label))].join(", ");
  const names = entries.map(({ name }) => name).join(", ");
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
