/** Whether a replay gives what the stored report says: only then does it tell what another knowledgebase would change. */
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { compareText } from "../../model/order.ts";
import type { BlockedTherapy, EvidenceRow, Report, Target } from "../../model/report.ts";
import { compareReports, type Ranking } from "../../report/compare-reports.ts";
import type { Replay } from "./replay-report.ts";

/** Genes of which a stored report does not tell what would change, and why. */
export interface NotComparable {
  /** Or the name of what has no gene. */
  readonly genes: readonly string[];
  readonly reason: string;
}

/**
 * What the replay by the first knowledgebase lacks: findings that cannot be rebuilt, and what was made of the others. By the knowledgebase of the report
 * itself the ranking, the evidence and the verdicts have to be the same; by another one, what both state the same has to be met again.
 */
export function compareWithStored(
  report: Report,
  replayed: Replay,
  from: Pick<Knowledgebase, "sha256" | "statements">,
): NotComparable[] {
  const lost = replayed.lost.map(({ label, gene }) => ({
    genes: [gene ?? label],
    reason: `the finding ${label} cannot be rebuilt from it`,
  }));
  const unlike = isMadeWith(report, from)
    ? compareRankings(report, replayed)
    : compareCited(report, replayed, from);
  return unlike === null ? lost : [...lost, unlike];
}

/** True where a report was made with this content, and all of it. */
export function isMadeWith(
  { knowledgebase }: Pick<Report, "knowledgebase">,
  { sha256 }: Pick<Knowledgebase, "sha256">,
): boolean {
  return knowledgebase.sha256 === sha256 && knowledgebase.asOf === undefined;
}

function compareRankings(report: Report, replayed: Ranking): NotComparable | null {
  const names = new Set([
    ...compareReports(report, replayed).map(({ therapy }) => therapy),
    ...unlikeEntries(report, replayed),
  ]);
  if (names.size === 0) return null;
  const entries = [report, replayed].flatMap(listEntries);
  const genes = entries
    .filter(({ therapy }) => names.has(therapy.label))
    .flatMap(({ alterations }) => alterations.map(({ gene, label }) => gene ?? label));
  return {
    genes: distinct(genes),
    reason: `its findings alone do not give its ranking again (${nameFew([...names])}): give the case for a sure answer`,
  };
}

/** Names of the therapies whose verdict or evidence is not the same. */
function unlikeEntries(report: Ranking, replayed: Ranking): string[] {
  const describe = (entry: Target | BlockedTherapy): string =>
    JSON.stringify([
      entry.id,
      "verification" in entry ? entry.verification.state : entry.kind,
      entry.evidence.map(({ statement, ampLevel }) => [statement, ampLevel]),
    ]);
  const [stored, again] = [report, replayed].map(
    (ranking) => new Map(listEntries(ranking).map((entry) => [describe(entry), entry])),
  );
  const unlike = [...(stored ?? []), ...(again ?? [])].filter(
    ([key]) => stored?.has(key) !== true || again?.has(key) !== true,
  );
  return unlike.map(([, { therapy }]) => therapy.label);
}

/** What is about the gene of a finding that cannot be rebuilt is told of the finding. */
function compareCited(
  report: Report,
  replayed: Replay,
  { statements }: Pick<Knowledgebase, "statements">,
): NotComparable | null {
  const stated = new Map(statements.map((statement) => [statement.id, statement]));
  const isStated = (row: EvidenceRow): boolean => {
    const known = stated.get(row.statement);
    return (
      known?.variant.label === row.variant &&
      known.predicate === row.predicate &&
      known.direction === row.direction &&
      known.evidenceLevel === row.evidenceLevel
    );
  };
  const rowsOf = (ranking: Ranking) => listEntries(ranking).flatMap(({ evidence }) => evidence);
  const again = new Set(rowsOf(replayed).map(({ statement }) => statement));
  const lost = new Set(replayed.lost.map(({ gene }) => gene));
  const missing = rowsOf(report).filter(
    (row) => !again.has(row.statement) && isStated(row) && !lost.has(row.gene),
  );
  if (missing.length === 0) return null;
  return {
    genes: distinct(missing.map(({ gene }) => gene)),
    reason: `its findings alone do not meet again what it cites (${nameFew(distinct(missing.map(({ statement }) => statement)))}): give the case for a sure answer`,
  };
}

function listEntries({ targets, blocked }: Ranking): (Target | BlockedTherapy)[] {
  return [...targets, ...blocked];
}

function nameFew(names: readonly string[]): string {
  const others = names.length - 3;
  return `${names.slice(0, 3).join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted(compareText);
}
