import type { LesionResistance, LesionRow, UnrankedLesionTarget } from "../model/lesions.ts";
import type { BlockedTherapy, Finding, Report, Target } from "../model/report.ts";

export interface SelectedEntries {
  readonly targets: readonly Target[];
  readonly blocked: readonly BlockedTherapy[];
  readonly findings: readonly Finding[];
  /** Alterations by lesion, and targets of other lesions; empty for a case of one. */
  readonly lesions: readonly LesionRow[];
  readonly notRanked: readonly UnrankedLesionTarget[];
  /** Of an alteration with all therapies that it speaks against, of a therapy, drug or statement with those alone. */
  readonly resistance: readonly LesionResistance[];
}

/** A rank as a page prints it: `3`, `3.`, `#3`. Null: the word is none. */
export function rankOf(word: string): number | null {
  const [, digits] = /^#?(\d{1,9})\.?$/u.exec(word.trim()) ?? [];
  return digits === undefined ? null : Number(digits);
}

/**
 * What a word of a reader means in a stored report: the rank of a target, its id, a therapy, a drug, an alteration, a gene or a statement,
 * whole and whatever its case. Without a word everything is meant.
 */
export function selectEntries(report: Report, word: string): SelectedEntries {
  const asked = word.toLowerCase();
  const rank = rankOf(word);
  if (rank !== null) {
    const targets = report.targets.filter((target) => target.rank === rank);
    return { targets, blocked: [], findings: [], lesions: [], notRanked: [], resistance: [] };
  }
  const isAsked = (names: readonly (string | null)[]) =>
    asked === "" || names.some((name) => name?.toLowerCase() === asked);
  return {
    targets: report.targets.filter((target) => isAsked(namesOf(target))),
    blocked: report.blocked.filter((entry) => isAsked(namesOf(entry))),
    findings: report.findings.filter((finding) => isAsked(namesOfFinding(finding))),
    lesions: (report.lesions?.alterations ?? []).filter((row) => isAsked(namesOfRow(row))),
    notRanked: (report.lesions?.notRanked ?? []).filter((entry) => isAsked(namesOfUnranked(entry))),
    resistance: (report.lesions?.resistance ?? []).flatMap((entry) => {
      if (isAsked(namesOfAlteration(entry))) return [entry];
      const therapies = entry.therapies.filter((each) => isAsked(namesOfResisted(each)));
      return therapies.length === 0 ? [] : [{ ...entry, therapies }];
    }),
  };
}

/** Every word that `selectEntries` finds something by. */
export function listNames({ targets, blocked, findings, lesions }: Report): Set<string> {
  const names = [
    ...targets.map(namesOf),
    ...blocked.map(namesOf),
    ...findings.map(namesOfFinding),
    ...(lesions?.alterations ?? []).map(namesOfRow),
    ...(lesions?.notRanked ?? []).map(namesOfUnranked),
    ...(lesions?.resistance ?? []).flatMap(({ therapies }) => therapies.map(namesOfResisted)),
  ];
  return new Set(names.flat().filter((name) => name !== null));
}

function namesOf({ id, therapy, alterations, evidence }: Target | BlockedTherapy) {
  return [
    id,
    therapy.id,
    therapy.label,
    ...therapy.drugs.flatMap((drug) => [drug.id, drug.name]),
    ...alterations.flatMap(({ observation, label, gene }) => [observation, label, gene]),
    ...evidence.flatMap(({ statement }) => namesOfStatement(statement)),
  ];
}

function namesOfFinding({ observation, label, gene, statements }: Finding) {
  return [observation, label, gene, ...statements.flatMap(namesOfStatement)];
}

/** `civic:EID993`, and `EID993` as reports print it. */
function namesOfStatement(id: string): string[] {
  return [id, id.slice(id.indexOf(":") + 1)];
}

function namesOfRow({ observation, label, gene }: LesionRow) {
  return [observation, label, gene];
}

function namesOfUnranked({ id, therapy, alterations, statements }: UnrankedLesionTarget) {
  return [
    id,
    ...namesOfTherapy(therapy),
    ...alterations.flatMap(namesOfAlteration),
    ...statements.flatMap(namesOfStatement),
  ];
}

function namesOfResisted({ id, label, statements }: LesionResistance["therapies"][number]) {
  return [...namesOfTherapy({ id, label }), ...statements.flatMap(namesOfStatement)];
}

/** Of a therapy whose drugs are not listed: also those of a combination, as of a target. */
function namesOfTherapy({ id, label }: UnrankedLesionTarget["therapy"]) {
  return [id, label, ...id.split("+"), ...label.split(" + ")];
}

function namesOfAlteration({
  observation,
  label,
  gene,
}: UnrankedLesionTarget["alterations"][number]) {
  return [observation, label, gene];
}
