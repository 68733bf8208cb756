/** Everything that two rankings of a case tell otherwise: the order, and what stands beside the ranks. */
import type { BlockedTherapy, EvidenceRow, Target } from "../model/report.ts";
import type { Reason } from "../model/verdict.ts";
import {
  compareCited,
  compareReports,
  type Ranking,
  type RankingChange,
} from "./compare-reports.ts";

export interface ReportChange extends Omit<RankingChange, "kind"> {
  readonly kind:
    | RankingChange["kind"]
    | "verification"
    | "lesion"
    | "flag"
    | "against"
    | "approval"
    | "evidence";
}

/**
 * Changes of the ranking, then of what is said of therapies that both have, then counter-evidence of those that were never ranked. `evidence`: the statements
 * of a therapy differ, and nothing else of it does.
 */
export function compareRankings(before: Ranking, after: Ranking): ReportChange[] {
  const told = [
    ...compareReports(before, after),
    ...compareClaims("verification", before, after),
    ...compareClaims("lesion", before, after),
    ...compareFlags(before, after),
    ...compareApprovals(before, after),
    ...compareAgainst(before, after),
  ];
  const named = new Set(
    told.flatMap(({ therapy, statements }) => (statements.length === 0 ? [] : therapy)),
  );
  const others = compareEvidence(before, after).filter(({ therapy }) => !named.has(therapy));
  return [...told, ...others];
}

/** Targets of both, in the order of the later ranking. */
function pairTargets(before: Ranking, after: Ranking): { was: Target; is: Target }[] {
  const earlier = new Map(before.targets.map((target) => [target.therapy.id, target]));
  return after.targets.flatMap((is) => {
    const was = earlier.get(is.therapy.id);
    return was === undefined ? [] : [{ was, is }];
  });
}

function compareClaims(
  kind: "verification" | "lesion",
  before: Ranking,
  after: Ranking,
): ReportChange[] {
  return pairTargets(before, after).flatMap(({ was, is }): ReportChange[] => {
    const { state, reason } = is[kind];
    if (was[kind].state === state) return [];
    const text = `${state}, was ${was[kind].state}: ${reason.text}`;
    return [{ kind, therapy: is.therapy.label, text, statements: [] }];
  });
}

/** A flag need not move the rank, as where all of a level have it. Flags are told apart by their codes, for their words name files and lines. */
function compareFlags(before: Ranking, after: Ranking): ReportChange[] {
  return pairTargets(before, after).flatMap(({ was, is }): ReportChange[] => {
    const texts = [
      ...withoutCodesOf(is.flags, was.flags).map((flag) => `${flag.code}: ${flag.text}`),
      ...withoutCodesOf(was.flags, is.flags).map((flag) => `no longer ${flag.code}: ${flag.text}`),
    ];
    return texts.map((text) => ({
      kind: "flag",
      therapy: is.therapy.label,
      text,
      statements: [],
    }));
  });
}

/** Flags of a code that the others have less often. */
function withoutCodesOf(flags: readonly Reason[], others: readonly Reason[]): Reason[] {
  const left = others.map(({ code }) => code);
  return flags.filter(({ code }) => {
    const at = left.indexOf(code);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** Of targets, by agency, kind and day: the statement that has it is the same or another. */
function compareApprovals(before: Ranking, after: Ranking): ReportChange[] {
  return pairTargets(before, after).flatMap(({ was, is }): ReportChange[] => {
    const [earlier, later] = [listApprovals(was.evidence), listApprovals(is.evidence)];
    const texts = [
      ...later.filter((each) => !earlier.includes(each)),
      ...earlier.filter((each) => !later.includes(each)).map((each) => `no longer ${each}`),
    ];
    const statements = compareCited([was.evidence, is.evidence]);
    return texts.map((text) => ({
      kind: "approval",
      therapy: is.therapy.label,
      text,
      statements,
    }));
  });
}

/** `EMA regular 2020-06-02 in colorectal cancer`. */
function listApprovals(evidence: readonly EvidenceRow[]): string[] {
  const named = evidence.flatMap(({ approvals, disease }) =>
    approvals.map(
      ({ agency, status, date }) =>
        `${agency} ${status ?? "of a kind that is not known"} ${date ?? "on a day that is not known"} in ${disease.name}`,
    ),
  );
  return [...new Set(named)];
}

/** Therapies that are not ranked for another reason than a block. */
function compareAgainst(before: Ranking, after: Ranking): ReportChange[] {
  const [earlier, later] = [byTherapy(before.blocked), byTherapy(after.blocked)];
  const without = (
    from: ReadonlyMap<string, BlockedTherapy>,
    other: ReadonlyMap<string, BlockedTherapy>,
  ): BlockedTherapy[] =>
    [...from].flatMap(([id, entry]) =>
      entry.kind === "blocked" || other.get(id)?.kind === entry.kind ? [] : [entry],
    );
  const say = (entry: BlockedTherapy, no: string): ReportChange => {
    const { kind, therapy, reason } = entry;
    const cited = [earlier, later].map((entries) => entries.get(therapy.id)?.evidence ?? []);
    const statements = compareCited([cited[0] ?? [], cited[1] ?? []]);
    return {
      kind: "against",
      therapy: therapy.label,
      text: `${no}${kind}: ${reason.text}`,
      statements,
    };
  };
  return [
    ...without(later, earlier).map((entry) => say(entry, "")),
    ...without(earlier, later).map((entry) => say(entry, "no longer ")),
  ];
}

/** Of therapies that both rankings hold, ranked or not. */
function compareEvidence(before: Ranking, after: Ranking): ReportChange[] {
  const [earlier, later] = [before, after].map((ranking) =>
    byTherapy<Target | BlockedTherapy>([...ranking.targets, ...ranking.blocked]),
  );
  return [...(later ?? [])].flatMap(([id, { therapy, evidence }]): ReportChange[] => {
    const was = earlier?.get(id)?.evidence;
    const statements = was === undefined ? [] : compareCited([was, evidence]);
    if (statements.length === 0) return [];
    const text = `${count(statements, "+")} more, ${count(statements, "-")} fewer, ${count(statements, "~")} revised`;
    return [{ kind: "evidence", therapy: therapy.label, text, statements }];
  });
}

function count(statements: readonly string[], mark: string): number {
  return statements.filter((each) => each.startsWith(mark)).length;
}

function byTherapy<T extends { readonly therapy: { readonly id: string } }>(
  entries: readonly T[],
): Map<string, T> {
  return new Map(entries.map((entry) => [entry.therapy.id, entry]));
}
