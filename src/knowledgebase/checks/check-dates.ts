import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../knowledgebase-folder.ts";

/** No date lies after the manifest's: a newer fact under an older date hides how old the content is. */
export function checkDates(folder: KnowledgebaseFolder): Problem[] {
  const { manifest, documents, statements } = folder;
  const last = manifest.data.date;
  const stale = (what: string, date: string, where: Problem["where"] & object): Problem =>
    makeProblem("kb-date", "error", `${what} is of ${date}, after the manifest's ${last}.`, {
      where,
      hint: `Raise "date" and "version" in manifest.json, or correct the date.`,
    });
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
  ];
}
