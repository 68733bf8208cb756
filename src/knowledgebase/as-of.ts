/** A knowledgebase as it can have stood on an earlier day: by the dates that it states, and no others. */
import type { AsOf } from "../model/as-of.ts";
import { comparePartialDates } from "../model/partial-date.ts";
import type { Approval, Knowledgebase, Statement } from "./knowledgebase.ts";
import type { TherapyEntity } from "./schema/schema.ts";

type Therapies = ReadonlyMap<string, TherapyEntity>;

/**
 * Leaves out what was decided or published after `date`: approvals by their dates (one without a date is not shown to have been there), and statements
 * whose known dates, of approvals and of documents, are all later. A statement of level A without any date is not older than the first approval of its
 * drugs. What no date speaks of is kept and counted; papers have none here. An approval that was withdrawn later held on that day.
 */
export function knowledgebaseAsOf(knowledgebase: Knowledgebase, date: string): Knowledgebase {
  const { statements, therapies } = knowledgebase;
  const kept: Statement[] = [];
  let undated = 0;
  let approvals = 0;
  for (const statement of statements) {
    const age = judgeAge(statement, therapies, date);
    if (age === "later") continue;
    if (age === "undated") undated += 1;
    const then = statementAsOf(statement, date);
    approvals += statement.approvals.length - then.approvals.length;
    kept.push(then);
  }
  const asOf: AsOf = {
    date,
    statementsLeftOut: statements.length - kept.length,
    approvalsLeftOut: approvals,
    undated,
  };
  return {
    ...knowledgebase,
    statements: kept,
    therapies: new Map([...therapies].map(([id, drug]) => [id, drugAsOf(drug, date)])),
    asOf,
  };
}

function isLater(date: string | null | undefined, than: string): boolean {
  return date !== null && date !== undefined && comparePartialDates(date, than) > 0;
}

function judgeAge(
  statement: Statement,
  therapies: Therapies,
  date: string,
): "known" | "later" | "undated" {
  const dates = [
    ...statement.approvals.map((approval) => approval.date),
    ...statement.documents.map((document) => document.date),
  ].filter((known) => known !== null && known !== undefined);
  if (dates.length > 0) return dates.every((known) => isLater(known, date)) ? "later" : "known";
  if (statement.evidenceLevel !== "A" || statement.predicate !== "sensitivity") return "undated";
  return statement.therapy.drugs.some(({ id }) => isFirstLater(therapies.get(id), date))
    ? "later"
    : "undated";
}

/** True when every agency whose decision is known approved the drug, in whatever indication, after the date. */
function isFirstLater(drug: TherapyEntity | undefined, date: string): boolean {
  const dates = (drug?.status ?? []).flatMap((decision) => decision.date ?? []);
  return dates.length > 0 && dates.every((known) => isLater(known, date));
}

function statementAsOf(statement: Statement, date: string): Statement {
  const { supersededBy, escat } = statement;
  const isSuccessorLater =
    supersededBy !== null &&
    supersededBy.documents.every((document) => isLater(document.date, date));
  return {
    ...statement,
    approvals: approvalsAsOf(statement.approvals, date),
    supersededBy: isSuccessorLater ? null : supersededBy,
    escat: isLater(escat?.date, date) ? null : escat,
  };
}

function approvalsAsOf(approvals: readonly Approval[], date: string): Approval[] {
  return approvals
    .filter((approval) => approval.date !== null && !isLater(approval.date, date))
    .map((approval) =>
      isLater(approval.withdrawn, date) ? { ...approval, status: null } : approval,
    );
}

function drugAsOf(drug: TherapyEntity, date: string): TherapyEntity {
  const status = drug.status.filter((decision) => !isLater(decision.date, date));
  return status.length === drug.status.length ? drug : { ...drug, status };
}
