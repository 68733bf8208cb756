/** Two knowledgebases, statement by statement. */
import { compareText } from "../../model/order.ts";
import type { AnyStatement } from "../statements/describe-statement.ts";
import type { Knowledgebase } from "../knowledgebase.ts";
import { compareEntities, type EntityChange } from "./compare-entities.ts";
import { compareStatements, type Revision } from "./compare-statements.ts";
import { judgeVersions, largestStep, type Step } from "./version-step.ts";

export interface RevisedStatement {
  readonly before: AnyStatement;
  readonly after: AnyStatement;
  readonly revisions: readonly Revision[];
}

export interface KnowledgebaseDiff {
  readonly added: readonly AnyStatement[];
  readonly revised: readonly RevisedStatement[];
  readonly removed: readonly AnyStatement[];
  readonly entities: readonly EntityChange[];
  /** The step that the version deserves. */
  readonly step: Step;
  readonly version: ReturnType<typeof judgeVersions>;
}

/** Statements are the same one when their ids are; each list is in the order of the ids. */
export function compareKnowledgebases(
  before: Knowledgebase,
  after: Knowledgebase,
): KnowledgebaseDiff {
  const [earlier, later] = [indexStatements(before), indexStatements(after)];
  const added = [...later.values()].filter(({ id }) => !earlier.has(id));
  const removed = [...earlier.values()].filter(({ id }) => !later.has(id));
  const revised = [...later.values()].flatMap((statement): RevisedStatement[] => {
    const known = earlier.get(statement.id);
    const revisions = known === undefined ? [] : compareStatements(known, statement);
    return known === undefined || revisions.length === 0
      ? []
      : [{ before: known, after: statement, revisions }];
  });
  const entities = compareEntities(before, after);
  const step = largestStep([
    ...added.map(() => "minor" as const),
    ...removed.map(() => "major" as const),
    ...revised.flatMap(({ revisions }) => revisions.map((revision) => revision.step)),
    ...entities.map((change) => change.step),
  ]);
  const version = judgeOwnVersions(before, after, step);
  return { added, revised, removed, entities, step, version };
}

/** Of layers the uppermost is compared, which is what changed; one beside what lies below it has no earlier version to go by. */
function judgeOwnVersions(
  before: Knowledgebase,
  after: Knowledgebase,
  step: Step,
): KnowledgebaseDiff["version"] {
  const [was, is] = [before.layers.at(-1) ?? before, after.layers.at(-1) ?? after];
  if (before.layers.length === after.layers.length) return judgeVersions(was.version, is, step);
  const text = `The layer has a version of its own: ${is.version}.`;
  return { isRight: true, text, suggested: is.version };
}

function indexStatements({
  statements,
  otherStatements,
}: Knowledgebase): Map<string, AnyStatement> {
  const all: AnyStatement[] = [...statements, ...otherStatements];
  return new Map(
    all.toSorted((a, b) => compareText(a.id, b.id)).map((statement) => [statement.id, statement]),
  );
}
