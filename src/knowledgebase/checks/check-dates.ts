import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import type { RawStatement } from "../schema/schema-statements.ts";
import type { JsonPath } from "../folder/strict-json.ts";

/** No date lies after the manifest's: a newer fact under an older date hides how old the content is. */
export function checkDates(folder: KnowledgebaseFolder): Problem[] {
  const { manifest, documents, statements, overrides } = folder;
  const last = manifest.data.date;
  const stale = (what: string, date: string, where: Problem["where"] & object): Problem =>
    makeProblem(
      "kb-date",
      "error",
      `${what} is of ${date}, ${date > last ? `after the manifest's ${last}` : `before ${firstApproval}`}.`,
      {
        where,
        hint: `Raise "date" and "version" in manifest.json, or correct the date.`,
      },
    );
  return [
    ...manifest.data.sources.flatMap(({ name, date }, at) =>
      date <= last
        ? []
        : [stale(`The source "${name}"`, date, manifest.where(["sources", at, "date"]))],
    ),
    ...documents.data.documents.flatMap(({ id, date }, at) =>
      date === null || date <= last
        ? []
        : [stale(`The document "${id}"`, date, documents.where(["documents", at, "date"]))],
    ),
    ...overrides.data.overrides.flatMap(({ id, date }, at) =>
      date <= last
        ? []
        : [stale(`The override of "${id}"`, date, overrides.where(["overrides", at, "date"]))],
    ),
    ...statements.flatMap((file) =>
      file.data.statements.flatMap(({ id, source }, at) =>
        source.reviewed === null || source.reviewed <= last
          ? []
          : [
              stale(
                `The review of "${id}"`,
                source.reviewed,
                file.where(["statements", at, "source", "reviewed"]),
              ),
            ],
      ),
    ),
    ...statements.flatMap((file) =>
      file.data.statements.flatMap((statement, at) =>
        listDecisions(statement)
          .filter(({ date }) => date < firstApproval || date > last)
          .map(({ what, date, path }) =>
            stale(`${what} "${statement.id}"`, date, file.where(["statements", at, ...path])),
          ),
      ),
    ),
  ];
}

/** The oldest drug that is still in use against tumors was approved in 1949. */
const firstApproval = "1949";

/** What was decided on a day: by an agency, or by a curator of ESCAT. */
function listDecisions(statement: RawStatement): { what: string; date: string; path: JsonPath }[] {
  if (statement.type !== "predictive") return [];
  const { approvals = [], escat } = statement;
  return [
    ...approvals.flatMap(({ agency, date }, index) =>
      date === null
        ? []
        : [{ what: `The decision of the ${agency} in`, date, path: ["approvals", index, "date"] }],
    ),
    ...(escat === undefined
      ? []
      : [{ what: "The ESCAT tier of", date: escat.date, path: ["escat", "date"] }]),
  ];
}
