/** One statement met, weighed for this case and for one therapy. */
import type { GeneRole } from "../../constraints/constraint-rule.ts";
import type { TherapyOption } from "../../match/expand-therapy.ts";
import { expandStatement, expandTherapy } from "../../match/expand-therapy.ts";
import type { KnowledgeIndex } from "../../knowledgebase/index/build-index.ts";
import type { Statement } from "../../knowledgebase/knowledgebase.ts";
import type { Match } from "../../match/match.ts";
import type { Observation } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import type { EvidenceRow, Therapy } from "../../model/report.ts";
import { compareSpecificity, isOnTumor } from "../../model/verdict.ts";
import { compareLevels, weighEvidence } from "./amp-level.ts";
import type { VariantEffect } from "./known-effect.ts";
import { countCaseReports } from "./count-case-reports.ts";
import { findExcludingLabels, type IsExcluded } from "./excluded-subtype.ts";
import { merePresenceOf } from "./mere-presence.ts";
import { normalStateOf } from "./normal-state.ts";
import { openCutOff } from "./open-cut-off.ts";
import { absencesOf } from "./refer-to-absences.ts";
import { sharedRowOf } from "./shared-row.ts";
import { unmadeLabelTest } from "./unmade-label-test.ts";
import { namesNoDrug } from "./unnamed-drugs.ts";
import { predicates } from "../../model/report-terms.ts";

/** A row of the report with the therapy it belongs to. */
export interface WeighedRow {
  readonly therapy: Therapy;
  readonly row: EvidenceRow;
  readonly onTumor: boolean;
}

export interface WeighingFacts {
  /** See `judgeEffects`. */
  readonly effectOf: (match: Match) => VariantEffect;
  readonly observations: ReadonlyMap<string, Observation>;
  readonly geneRole: (gene: string) => GeneRole;
  readonly drug: KnowledgeIndex["drug"];
  readonly isExcluded: IsExcluded;
}

/**
 * Weighs every match that is met for every therapy that its statement names. The level of a case report depends
 * on the other reports, so all matches are weighed together. Sorted by `compareRows` within no particular therapy.
 */
export function weighMatches(met: readonly Match[], facts: WeighingFacts): WeighedRow[] {
  const { effectOf, observations } = facts;
  const entries = met.flatMap((match) =>
    expandStatement(match.statement).map((option) => ({ match, option })),
  );
  const reportsOf = countCaseReports(entries);
  const excludingLabelOf = findExcludingLabels(entries, facts.isExcluded);
  return entries
    .map((entry) =>
      weighOne(entry.match, entry.option, {
        caseReports: reportsOf(entry),
        effect: effectOf(entry.match),
        unmadeTest: unmadeLabelTest(entry.match, observations),
        excludedBy: excludingLabelOf(entry),
        sharedRow: sharedRowOf(entry.match, observations),
        namesNoDrug: namesNoDrug(entry.option.therapy.drugs.map(({ id }) => id)),
        ...weighPresence(entry.match, entry.option, facts),
      }),
    )
    .toSorted((a, b) => compareRows(a.row, b.row));
}

/**
 * That a protein is there: context of a benefit where no drug acts on it, and worth level C at most where that is not known, or where it is
 * to block a drug, because no source says how much has to be there.
 */
function weighPresence(
  match: Match,
  { therapy }: TherapyOption,
  { observations, geneRole, drug }: WeighingFacts,
): { openCutOff: string | null; normalState: readonly string[] } {
  const drugs = therapy.drugs.map(({ id }) => id);
  const presence = merePresenceOf(match, drugs, { observations, drug });
  const { predicate, direction } = match.statement;
  const isSupport = presence !== null && direction === "supports";
  const isBenefit = isSupport && predicate === "sensitivity";
  const isContext = isBenefit && presence.of === "other";
  const isAgainst =
    isSupport && (predicate === "resistance" || predicate === "reduced sensitivity");
  const isOpen = isAgainst || (isBenefit && presence.of === "unknown");
  return {
    openCutOff: openCutOff(match) ?? (isOpen ? presence.genes.join(" and ") : null),
    normalState: isContext ? presence.genes : normalStateOf(match, geneRole),
  };
}

function weighOne(
  match: Match,
  option: TherapyOption,
  facts: Omit<Parameters<typeof weighEvidence>[0], "statement" | "relation">,
): WeighedRow {
  const { statement } = match;
  const weight = weighEvidence({ statement, relation: match.relation, ...facts });
  const row: EvidenceRow = {
    statement: statement.id,
    gene: statement.gene,
    variant: statement.variant.label,
    observations: match.observations.length > 0 ? [...match.observations] : absencesOf(statement),
    specificity: match.specificity,
    matchReason: match.reason,
    predicate: statement.predicate,
    direction: statement.direction,
    therapyChoice: option.choice,
    disease: { id: statement.disease.id, name: statement.disease.name },
    relation: match.relation,
    evidenceLevel: statement.evidenceLevel,
    rating: statement.rating,
    ampLevel: weight.level,
    ampReason: weight.reason,
    origin: statement.origin,
    documents: cite(statement.documents),
    approvals: statement.approvals.map(({ agency, status, date, documents }) => ({
      agency,
      status,
      date,
      documents: cite(documents),
    })),
    supersededBy: nameSuccessor(statement.supersededBy),
    escat:
      statement.escat === null
        ? null
        : {
            tier: statement.escat.tier,
            curator: statement.escat.curator,
            date: statement.escat.date,
          },
    source: {
      name: statement.source.name,
      record: statement.source.record,
      date: statement.source.date,
      url: statement.source.url,
    },
    ...(statement.layer === undefined ? {} : { layer: statement.layer }),
  };
  return { therapy: option.therapy, row, onTumor: isOnTumor(match.relation) };
}

function cite(documents: Statement["documents"]): EvidenceRow["documents"] {
  return documents.map(({ id, label, url }) => ({ id, label, url }));
}

function nameSuccessor(successor: Statement["supersededBy"]): EvidenceRow["supersededBy"] {
  if (successor === null) return null;
  const names = expandTherapy(successor.therapy).map(({ therapy }) => therapy.label);
  return { therapy: names.join(" or "), documents: cite(successor.documents) };
}

/** Sensitivity before resistance, support before dispute, then the better level, the more exact match, the id. */
export function compareRows(a: EvidenceRow, b: EvidenceRow): number {
  return (
    predicates.indexOf(a.predicate) - predicates.indexOf(b.predicate) ||
    Number(a.direction !== "supports") - Number(b.direction !== "supports") ||
    compareLevels(a.ampLevel, b.ampLevel) ||
    compareSpecificity(a.specificity, b.specificity) ||
    compareText(a.statement, b.statement)
  );
}
