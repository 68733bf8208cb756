import type { LesionVerdict } from "../../assess/lesions/compare-lesions.ts";
import {
  levelOf,
  type ResistanceElsewhere,
} from "../../assess/lesions/find-resistance-elsewhere.ts";
import { isAbsence } from "../../assess/evidence/refer-to-absences.ts";
import type { Match } from "../../match/match.ts";
import type {
  LesionCell,
  LesionResistance,
  LesionRow,
  Lesions,
  UnrankedLesionTarget,
} from "../../model/lesions.ts";
import type { Observation } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import type { BlockedTherapy, Target } from "../../model/report.ts";
import type { Reason } from "../../model/verdict.ts";
import type { ReadLesion } from "./read-specimen.ts";

/** What one lesion beside the treated one would lead to. */
export interface LesionTargets {
  readonly specimen: string;
  readonly met: readonly Match[];
  /** By rank. */
  readonly targets: readonly Target[];
  readonly blocked: readonly BlockedTherapy[];
}

export interface ComparedAlteration {
  readonly observation: Observation;
  readonly verdict: LesionVerdict;
  /** Of the treated lesion, then of the others. */
  readonly cells: readonly LesionCell[];
}

interface Described {
  /** The treated one first. */
  readonly lesions: readonly ReadLesion[];
  readonly minAltReads: number;
  readonly targets: readonly Target[];
  readonly others: readonly LesionTargets[];
  readonly resistance: readonly ResistanceElsewhere[];
}

const caveat: Reason = {
  code: "single-region",
  text:
    "Each lesion is judged by one sample. Other regions of it may differ: what a sample lacks, its lesion may have, and sampling a single " +
    "region of the primary tumor misjudges most divergences of metastases (TRACERx, PMC10115651).",
};

/** The part of the report on lesions; its order does not depend on that of the specimens' files. */
export function describeLesions(
  compared: readonly ComparedAlteration[],
  { lesions, minAltReads, targets, others, resistance }: Described,
): Lesions {
  const ranks = ranksOf(targets);
  const rows = compared.map((each) => describeRow(each, targets, others));
  const resisting = describeResistance(resistance, targets);
  const rankOf = ({ observation }: LesionRow): number => ranks.get(observation) ?? Infinity;
  return {
    treated: lesions[0]?.facts.id ?? "",
    minAltReads,
    specimens: lesions.map(describeSpecimen),
    alterations: rows.toSorted(
      (a, b) =>
        Number(b.isInTreated) - Number(a.isInTreated) ||
        compareNumbers(rankOf(a), rankOf(b)) ||
        compareText(a.label, b.label) ||
        compareText(a.observation, b.observation),
    ),
    notRanked: listNotRanked(compared, targets, others),
    ...(resisting.length === 0 ? {} : { resistance: resisting }),
    caveat,
  };
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function describeSpecimen({
  facts,
  request,
  variants,
  evidence,
}: ReadLesion): Lesions["specimens"][number] {
  const { id, role, site, date } = facts;
  return {
    id,
    role,
    site: site ?? null,
    date: date ?? null,
    purity: request.purity ?? evidence.kinds.status?.purity?.value ?? null,
    sample: variants?.tumorSample?.name ?? null,
    variants: request.variants?.name ?? null,
  };
}

function describeRow(
  { observation, verdict, cells }: ComparedAlteration,
  targets: readonly Target[],
  others: readonly LesionTargets[],
): LesionRow {
  const { id, label, gene, alteration } = observation;
  const isInTreated = cells[0]?.state === "present";
  const leading = (isInTreated ? targets : others.flatMap((other) => other.targets)).filter(
    ({ alterations }) => alterations.some((each) => each.observation === id),
  );
  return {
    observation: id,
    label,
    gene,
    kind: alteration.kind,
    ...verdict,
    targets: [...new Set(leading.map(({ therapy }) => therapy.label))],
    isInTreated,
    cells: [...cells],
  };
}

/** Of each alteration, the targets that it speaks against, by rank, and then what it would block beside them. */
function describeResistance(
  resistance: readonly ResistanceElsewhere[],
  targets: readonly Target[],
): LesionResistance[] {
  const ranks = new Map(targets.map(({ therapy, rank }) => [therapy.id, rank]));
  const rankOf = ({ id }: { readonly id: string }): number => ranks.get(id) ?? Infinity;
  const listed = new Map<string, LesionResistance>();
  for (const each of resistance) {
    const { observation, lesions, here, therapy, blocks, rows } = each;
    if (!blocks && !ranks.has(therapy.id)) continue;
    const { id, label, gene } = observation;
    const known = listed.get(id);
    const statements = rows.map(({ statement }) => statement);
    const told = { id: therapy.id, label: therapy.label, level: levelOf(each), blocks, statements };
    const therapies = [...(known?.therapies ?? []), told].toSorted(
      (a, b) => compareNumbers(rankOf(a), rankOf(b)) || compareText(a.label, b.label),
    );
    const all = [...new Set([...(known?.lesions ?? []), ...lesions])];
    listed.set(id, {
      observation: id,
      label,
      gene,
      lesions: all,
      here: here.state,
      reason: here.reason,
      therapies,
    });
  }
  const bestRank = ({ therapies: [first] }: LesionResistance): number =>
    first === undefined ? Infinity : rankOf(first);
  return [...listed.values()].toSorted(
    (a, b) =>
      Number(a.here === "absent") - Number(b.here === "absent") ||
      compareNumbers(bestRank(a), bestRank(b)) ||
      compareText(a.label, b.label) ||
      compareText(a.observation, b.observation),
  );
}

/** Best rank of a target by the observations that lead to it. */
function ranksOf(targets: readonly Target[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const { rank, alterations } of targets) {
    for (const { observation } of alterations) {
      ranks.set(observation, Math.min(rank, ranks.get(observation) ?? Infinity));
    }
  }
  return ranks;
}

/** Targets of other lesions for alterations that the treated one does not call, and that are no target of it. */
function listNotRanked(
  compared: readonly ComparedAlteration[],
  targets: readonly Target[],
  others: readonly LesionTargets[],
): UnrankedLesionTarget[] {
  const ranked = new Set(targets.map(({ therapy }) => therapy.id));
  const verdicts = new Map(
    compared
      .filter(({ cells }) => cells[0]?.state !== "present")
      .map(({ observation, verdict }) => [observation.id, verdict]),
  );
  const listed = new Map<string, UnrankedLesionTarget>();
  for (const { specimen, targets: own } of others) {
    for (const { id, therapy, amp, ...target } of own) {
      // Lesions are compared by what they have.
      const alterations = target.alterations.filter(({ observation }) => !isAbsence(observation));
      const lacking = alterations.map(({ observation }) => verdicts.get(observation));
      const [verdict] = lacking;
      if (verdict === undefined || lacking.includes(undefined) || ranked.has(therapy.id)) continue;
      const known = listed.get(id);
      listed.set(id, {
        id,
        therapy: { id: therapy.id, label: therapy.label },
        alterations,
        level: amp.level,
        tier: amp.tier,
        ...verdict,
        statements: amp.statements,
        ...known,
        lesions: [...(known?.lesions ?? []), specimen],
      });
    }
  }
  const levelOrder = (level: string | null): string => level ?? "Z";
  return [...listed.values()].toSorted(
    (a, b) =>
      compareText(levelOrder(a.level), levelOrder(b.level)) ||
      compareText(a.therapy.label, b.therapy.label) ||
      compareText(a.id, b.id),
  );
}
