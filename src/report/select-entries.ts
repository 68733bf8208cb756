import type { BlockedTherapy, Finding, Report, Target } from "../model/report.ts";

export interface SelectedEntries {
  readonly targets: readonly Target[];
  readonly blocked: readonly BlockedTherapy[];
  readonly findings: readonly Finding[];
}

/**
 * What a word of a reader means in a stored report: the id of a target, a therapy, a drug, an alteration, a gene or a statement, whole and
 * whatever its case. Without a word everything is meant.
 */
export function selectEntries(report: Report, word: string): SelectedEntries {
  const asked = word.toLowerCase();
  const isAsked = (names: readonly (string | null)[]) =>
    asked === "" || names.some((name) => name?.toLowerCase() === asked);
  return {
    targets: report.targets.filter((target) => isAsked(namesOf(target))),
    blocked: report.blocked.filter((entry) => isAsked(namesOf(entry))),
    findings: report.findings.filter((finding) => isAsked(namesOfFinding(finding))),
  };
}

/** Every word that `selectEntries` finds something by. */
export function listNames({ targets, blocked, findings }: Report): Set<string> {
  const names = [...targets.map(namesOf), ...blocked.map(namesOf), ...findings.map(namesOfFinding)];
  return new Set(names.flat().filter((name) => name !== null));
}

function namesOf({ id, therapy, alterations, evidence }: Target | BlockedTherapy) {
  return [
    id,
    therapy.id,
    therapy.label,
    ...therapy.drugs.flatMap((drug) => [drug.id, drug.name]),
    ...alterations.flatMap(({ observation, label, gene }) => [observation, label, gene]),
    ...evidence.map(({ statement }) => statement),
  ];
}

function namesOfFinding({ observation, label, gene, statements }: Finding) {
  return [observation, label, gene, ...statements];
}
