/** What was revised in a statement, one sentence per fact. */
import { canonicalJson } from "../canonical-json.ts";
import {
  type AnyStatement,
  effectOf,
  nameTherapy,
  typeOf,
} from "../statements/describe-statement.ts";
import type { Approval, CategoricalVariant, Statement } from "../knowledgebase.ts";
import { listLeafChanges } from "./list-leaves.ts";
import type { Step } from "./version-step.ts";

export interface Revision {
  readonly text: string;
  readonly step: Step;
}

/** Empty when both say the same; the sentences speak of the later one. */
export function compareStatements(before: AnyStatement, after: AnyStatement): Revision[] {
  const [a, b] = [therapyFacts(before), therapyFacts(after)];
  return [
    ...changed(typeOf(before), typeOf(after), "major", (was, is) => `It is ${is}; it was ${was}.`),
    ...changed(
      effectOf(before),
      effectOf(after),
      "major",
      (was, is) => `It says ${is}; it said ${was}.`,
    ),
    ...changed(
      before.disease.id,
      after.disease.id,
      "major",
      () => `The tumor is ${after.disease.name}; it was ${before.disease.name}.`,
    ),
    ...compareVariants(before.variant, after.variant),
    ...changed(
      before.evidenceLevel,
      after.evidenceLevel,
      "minor",
      (was, is) => `The level is ${is}; it was ${was}.`,
    ),
    ...changed(
      before.rating,
      after.rating,
      "minor",
      (was, is) => `The rating is ${is ?? "not stated"}; it was ${was ?? "not stated"}.`,
    ),
    ...changed(
      before.origin,
      after.origin,
      "minor",
      (was, is) => `The origin is ${is ?? "not stated"}; it was ${was ?? "not stated"}.`,
    ),
    ...compareLists(before.documents.map(idOf), after.documents.map(idOf)),
    ...compareApprovals(a?.approvals ?? [], b?.approvals ?? []),
    ...changed(
      a?.supersededBy ?? null,
      b?.supersededBy ?? null,
      "minor",
      (was, is) => `It is superseded by ${is ?? "nothing"}; it was by ${was ?? "nothing"}.`,
    ),
    ...compareFacts("escat", a?.escat, b?.escat),
    ...changed(
      `${before.source.name} ${before.source.record}`,
      `${after.source.name} ${after.source.record}`,
      "patch",
      (was, is) => `The source is ${is}; it was ${was}.`,
    ),
    ...changed(
      before.source.date,
      after.source.date,
      "patch",
      (was, is) => `It was reviewed on ${is}; before, on ${was}.`,
    ),
  ];
}

/** What only statements about a therapy have, in a form that can be compared. */
function therapyFacts(statement: AnyStatement): {
  approvals: Statement["approvals"];
  supersededBy: string | null;
  escat: unknown;
} | null {
  if (!("therapy" in statement)) return null;
  const { approvals, supersededBy, escat } = statement;
  return {
    approvals,
    supersededBy: supersededBy === null ? null : nameTherapy(supersededBy.therapy),
    escat: escat ?? undefined,
  };
}

const placeFields = /\.(?:alleles|coding|lifted|spans|term|transcript)\b/;

/** A place that is corrected means the same alteration; every other part of a constraint does not. */
function compareVariants(before: CategoricalVariant, after: CategoricalVariant): Revision[] {
  const renamed = changed(
    before.label,
    after.label,
    "patch",
    (was, is) => `The alteration is called "${is}"; it was "${was}".`,
  );
  const leaves = listLeafChanges(before.constraints, after.constraints, "constraints");
  return [
    ...renamed,
    ...leaves.map(({ path, before: was, after: is }): Revision => {
      const step = placeFields.test(path) ? "minor" : "major";
      return { text: `${path} is ${is ?? "gone"}; it was ${was ?? "absent"}.`, step };
    }),
  ];
}

function compareLists(before: readonly string[], after: readonly string[]): Revision[] {
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  return [
    ...added.map((id): Revision => ({ text: `It also rests on ${id}.`, step: "minor" })),
    ...removed.map((id): Revision => ({
      text: `It does not rest on ${id} any more.`,
      step: "minor",
    })),
  ];
}

/** Paired by agency, in the order of the file: an agency may have decided twice. */
function compareApprovals(before: readonly Approval[], after: readonly Approval[]): Revision[] {
  const agencies = new Set([...before, ...after].map(({ agency }) => agency));
  const pairs = [...agencies].flatMap((agency) => {
    const [was, is] = [before, after].map((list) => list.filter((each) => each.agency === agency));
    const count = Math.max(was?.length ?? 0, is?.length ?? 0);
    return Array.from({ length: count }, (_, at) => ({ agency, was: was?.[at], is: is?.[at] }));
  });
  return pairs.flatMap(({ agency, was, is }): Revision[] => {
    if (was === undefined) {
      return is === undefined
        ? []
        : [{ text: `The ${agency} approved it: ${describeApproval(is)}.`, step: "minor" }];
    }
    if (is === undefined) {
      const text = `The approval of the ${agency} is gone: ${describeApproval(was)}.`;
      return [{ text, step: "major" }];
    }
    if (canonicalJson(was) === canonicalJson(is)) return [];
    const isWithdrawn = is.status === "withdrawn" && was.status !== "withdrawn";
    const text = `The approval of the ${agency} is ${describeApproval(is)}; it was ${describeApproval(was)}.`;
    return [{ text, step: isWithdrawn ? "major" : "minor" }];
  });
}

/** `accelerated, 2024-06-21, after prior therapy, by LABEL:x`. */
function describeApproval(approval: Approval): string {
  const { status, date, withdrawn, settings = [], ageFrom, companionTest, documents } = approval;
  return [
    status ?? "of a kind that is not known",
    date ?? "at a day that is not known",
    ...(withdrawn === undefined ? [] : [`withdrawn ${withdrawn}`]),
    ...settings,
    ...(ageFrom === undefined ? [] : [`from ${ageFrom} years on`]),
    ...(companionTest === undefined ? [] : [`by ${companionTest}`]),
    `by ${documents.map(idOf).join(" and ")}`,
  ].join(", ");
}

function compareFacts(name: string, before: unknown, after: unknown): Revision[] {
  return listLeafChanges(before, after, name).map(({ path, before: was, after: is }) => ({
    text: `${path} is ${is ?? "gone"}; it was ${was ?? "absent"}.`,
    step: "minor",
  }));
}

function changed<T>(
  before: T,
  after: T,
  step: Step,
  describe: (before: T, after: T) => string,
): Revision[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  return [{ text: describe(before, after), step }];
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
