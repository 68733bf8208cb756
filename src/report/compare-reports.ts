/** What a reader of one ranking would find different in another one of the same case. */
import { compareText } from "../model/order.ts";
import type { BlockedTherapy, EvidenceRow, Report, Target } from "../model/report.ts";

export type Ranking = Pick<Report, "targets" | "blocked">;

export interface RankingChange {
  readonly kind: "gained" | "lost" | "tier" | "rank" | "blocked" | "unblocked";
  readonly therapy: string;
  /** The difference in words, without the therapy. */
  readonly text: string;
  /** Statements that only one of the two cites, `+` the later one, `-` the earlier; `~` those of both that say something else now. */
  readonly statements: readonly string[];
}

/**
 * Gained and lost targets, other tiers, other orders, and what resistance blocks. A target that only moves because one above
 * it came or went has not changed.
 */
export function compareReports(before: Ranking, after: Ranking): RankingChange[] {
  const [earlier, later] = [byTherapy(before.targets), byTherapy(after.targets)];
  const blockedBefore = byTherapy(before.blocked.filter(isBlocked));
  const blockedAfter = byTherapy(after.blocked.filter(isBlocked));
  const changes: RankingChange[] = [];
  for (const [id, target] of later) {
    const known = earlier.get(id);
    if (known === undefined) {
      const cited = blockedBefore.get(id)?.evidence ?? [];
      changes.push(change("gained", target, describeTarget(target), [cited, target.evidence]));
    } else changes.push(...compareTiers(known, target));
  }
  for (const [id, target] of earlier) {
    if (later.has(id)) continue;
    const cited = blockedAfter.get(id)?.evidence ?? [];
    changes.push(change("lost", target, `was ${describeTarget(target)}`, [target.evidence, cited]));
  }
  changes.push(...compareOrder(earlier, later));
  for (const [id, entry] of blockedAfter) {
    if (blockedBefore.has(id)) continue;
    changes.push(
      change("blocked", entry, entry.reason.text, [
        earlier.get(id)?.evidence ?? [],
        entry.evidence,
      ]),
    );
  }
  for (const [id, entry] of blockedBefore) {
    if (blockedAfter.has(id)) continue;
    changes.push(
      change("unblocked", entry, `was: ${entry.reason.text}`, [
        entry.evidence,
        later.get(id)?.evidence ?? [],
      ]),
    );
  }
  return changes;
}

function compareTiers(before: Target, after: Target): RankingChange[] {
  const [was, is] = [tierText(before), tierText(after)];
  if (was === is) return [];
  return [change("tier", after, `${is}, was ${was}`, [before.evidence, after.evidence])];
}

/** Targets of both, in either order: those that stand elsewhere among each other. */
function compareOrder(
  earlier: ReadonlyMap<string, Target>,
  later: ReadonlyMap<string, Target>,
): RankingChange[] {
  const kept = (targets: ReadonlyMap<string, Target>, other: ReadonlyMap<string, Target>) =>
    [...targets.keys()].filter((id) => other.has(id));
  const before = kept(earlier, later);
  return kept(later, earlier).flatMap((id, at): RankingChange[] => {
    const [was, is] = [earlier.get(id), later.get(id)];
    if (before[at] === id || was === undefined || is === undefined) return [];
    return [change("rank", is, `${is.rank}, was ${was.rank}`, [was.evidence, is.evidence])];
  });
}

type Cited = readonly [before: readonly EvidenceRow[], after: readonly EvidenceRow[]];

function change(
  kind: RankingChange["kind"],
  { therapy }: Target | BlockedTherapy,
  text: string,
  cited: Cited,
): RankingChange {
  return { kind, therapy: therapy.label, text, statements: compareCited(cited) };
}

/** Statements of the earlier and of the later ranking that differ, as `RankingChange` lists them. */
export function compareCited([before, after]: Cited): string[] {
  const [was, is] = [statementsOf(before), statementsOf(after)];
  return [
    ...is.filter((id) => !was.includes(id)).map((id) => `+${id}`),
    ...was.filter((id) => !is.includes(id)).map((id) => `-${id}`),
    ...findRevised(before, after).map((id) => `~${id}`),
  ];
}

/** Statements of both whose own words differ; what they are worth in the case may differ for another reason. */
function findRevised(before: readonly EvidenceRow[], after: readonly EvidenceRow[]): string[] {
  const said = new Map(before.map((row) => [row.statement, claimOf(row)]));
  const revised = after.filter((row) => {
    const was = said.get(row.statement);
    return was !== undefined && was !== claimOf(row);
  });
  return statementsOf(revised);
}

/** What the knowledgebase says, apart from the case. */
function claimOf(row: EvidenceRow): string {
  const { variant, predicate, direction, disease, evidenceLevel, rating, approvals } = row;
  const dates = approvals.map(({ agency, status, date }) => [agency, status, date]);
  const superseded = row.supersededBy?.therapy ?? null;
  return JSON.stringify([
    variant,
    predicate,
    direction,
    disease.id,
    evidenceLevel,
    rating,
    dates,
    superseded,
  ]);
}

function statementsOf(rows: readonly EvidenceRow[]): string[] {
  return [...new Set(rows.map(({ statement }) => statement))].toSorted(compareText);
}

function byTherapy<T extends { readonly therapy: { readonly id: string } }>(
  entries: readonly T[],
): Map<string, T> {
  return new Map(entries.map((entry) => [entry.therapy.id, entry]));
}

function isBlocked({ kind }: BlockedTherapy): boolean {
  return kind === "blocked";
}

function describeTarget(target: Target): string {
  const alterations = target.alterations.map(({ label }) => label).join(" + ");
  return `rank ${target.rank}, ${tierText(target)}, for ${alterations}`;
}

function tierText({ amp }: Target): string {
  if (amp.tier === null) return "no tier";
  return `tier ${amp.tier}${amp.level === null ? "" : `-${amp.level}`}`;
}
