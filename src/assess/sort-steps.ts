/**
 * The order of the ranking as a list (spec, clinical R6.7): the first step in which two targets differ decides. Verification
 * reorders within a level and never changes a level.
 */
import { isIdOfSharedRow } from "../annotate/proteins/name-measured.ts";
import { labelExclusions } from "../model/label-exclusion.ts";
import { holdingApprovals } from "../model/holding-approvals.ts";
import type { EvidenceRow } from "../model/report.ts";
import { specificities, verificationStates } from "../model/verdict.ts";
import { levelOrder } from "./evidence/amp-level.ts";
import { approvalsHere, nameApprovals, rowsInTumor } from "./evidence/approvals.ts";
import { escatOrder, escatTierOf, type EscatTier } from "./evidence/escat-tier.ts";
import { independentSources } from "./evidence/independent-sources.ts";
import type { UnrankedTarget } from "./make-target.ts";
import { escatTiers, clonalityStates } from "../model/report-terms.ts";

export interface SortStep {
  readonly name: string;
  /** One line for the method section of a report. */
  readonly meaning: string;
  /** As printed; compared as text when there is no `order`. */
  value(target: UnrankedTarget): string;
  /** Smaller ranks first; null: the step only breaks a tie by name. */
  readonly order: ((target: UnrankedTarget) => number) | null;
}

export const sortSteps: readonly SortStep[] = [
  {
    name: "not blocked",
    meaning: "blocked therapies are not ranked at all",
    value: () => "not blocked",
    order: () => 0,
  },
  {
    name: "AMP level",
    meaning: "A, B, C, D, then weak evidence from other tumors",
    value: (target) => target.amp.level ?? "not tiered",
    order: (target) => levelOrder(target.amp.level),
  },
  {
    name: "contradiction",
    meaning: "what an absolute assay of the protein contradicts last in its level",
    value: (target) =>
      target.verification.state === "contradicted" ? "contradicted" : "not contradicted",
    order: (target) => (target.verification.state === "contradicted" ? 1 : 0),
  },
  {
    name: "approval",
    meaning: "approved by the EMA or the FDA for this alteration in this tumor first",
    value: ({ evidence }) =>
      nameApprovals(approvalsHere({ evidence })) ||
      (labelExclusions(evidence).length > 0 ? "left out by the label" : "none curated"),
    order: (target) => (approvalsHere(target).length > 0 ? 0 : 1),
  },
  {
    name: "ESCAT",
    meaning: `tier where curated: ${escatTiers.join(", ")}`,
    value: (target) => nameEscat(escatTierOf(target)),
    order: (target) => escatOrder(escatTierOf(target)),
  },
  {
    name: "superseded",
    meaning: "targets of which no statement names the regimen that replaced them first",
    value: (target) => successorsOf(target).join(", ") || "no successor named",
    order: (target) => Math.min(successorsOf(target).length, 1),
  },
  {
    name: "flags",
    meaning:
      "targets without a resistance or counter-evidence flag first, those with a drug that failed before last",
    value: (target) =>
      target.flags.length === 0 ? "none" : target.flags.map((flag) => flag.code).join(", "),
    order: ({ flags }) => (hasFailed(flags) ? 2 : Math.min(flags.length, 1)),
  },
  {
    name: "verification",
    meaning: verificationStates.join(", "),
    value: (target) => target.verification.state,
    order: (target) => verificationStates.indexOf(target.verification.state),
  },
  {
    name: "clonality",
    meaning: clonalityStates.join(", "),
    value: (target) => target.clonality.state,
    order: (target) => clonalityStates.indexOf(target.clonality.state),
  },
  {
    name: "source rating",
    meaning:
      "best rating by the source among the statements that reach the level; an approval is as good as the best",
    value: (target) => ratingOf(target)?.toString() ?? "none",
    order: (target) => -(ratingOf(target) ?? 0),
  },
  {
    name: "independent sources",
    meaning: "distinct publications behind the statements that reach the level",
    value: (target) => String(sourcesOf(target)),
    order: (target) => -sourcesOf(target),
  },
  {
    name: "specificity",
    meaning: specificities.join(", "),
    value: (target) => target.specificity,
    order: (target) => specificities.indexOf(target.specificity),
  },
  {
    name: "gene",
    meaning: "tie broken by name",
    value: (target) => namesOf(target, (alteration) => alteration.gene ?? ""),
    order: null,
  },
  {
    name: "alteration",
    meaning: "tie broken by name",
    value: (target) => namesOf(target, (alteration) => alteration.label),
    order: null,
  },
  { name: "drug", meaning: "tie broken by name", value: drugOf, order: null },
];

/** The disease progressed under a drug of it: that is known of this tumor, where other flags are about tumors like it (spec, clinical R6.4). */
function hasFailed(flags: UnrankedTarget["flags"]): boolean {
  return flags.some(({ code }) => code === "acquired-resistance-possible");
}

function nameEscat(tier: EscatTier | null): string {
  if (tier === null) return "not curated";
  const basis = tier.from === null ? "" : `, derived from ${tier.from}`;
  return `${tier.tier} (${tier.curator}, ${tier.date}${basis})`;
}

/** Regimens that replaced this one in the tumor of the case. */
function successorsOf(target: UnrankedTarget): string[] {
  return [...new Set(rowsInTumor(target).flatMap((row) => row.supersededBy?.therapy ?? []))];
}

/** The rows that reach the level of the target. */
function decidingRows(target: UnrankedTarget): EvidenceRow[] {
  return target.evidence.filter((row) => target.amp.statements.includes(row.statement));
}

/** What an agency has approved, in whatever tumor, was looked at harder than any paper: it counts as rated highest. */
const ratingOfApproval = 5;

function ratingOf(target: UnrankedTarget): number | null {
  const ratings = decidingRows(target).flatMap((row) =>
    holdingApprovals(row.approvals).length > 0 ? ratingOfApproval : (row.rating ?? []),
  );
  return ratings.length === 0 ? null : Math.max(...ratings);
}

function sourcesOf(target: UnrankedTarget): number {
  return independentSources(decidingRows(target).flatMap((row) => row.documents)).size;
}

/** A row of several genes decides nothing, ties among them: it is named where nothing else is. */
function namesOf(
  { alterations }: UnrankedTarget,
  nameOf: (alteration: UnrankedTarget["alterations"][number]) => string,
): string {
  const own = alterations.filter(({ observation }) => !isIdOfSharedRow(observation));
  return [...new Set((own.length > 0 ? own : alterations).map(nameOf))].join(", ");
}

/** The id follows the name because names, unlike ids, are not guaranteed to differ. */
function drugOf({ therapy }: UnrankedTarget): string {
  return `${therapy.label} (${therapy.id})`;
}
