import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";

/** Two statements of one gene that differ in nothing but their id and record: evidence that would count twice. */
export function checkDuplicates(folder: KnowledgebaseFolder): Problem[] {
  return folder.statements.flatMap((file) => {
    const first = new Map<string, string>();
    return file.data.statements.flatMap((statement, at) => {
      const facts = { ...statement, id: "", source: statement.source.name };
      const key = canonicalJson({ ...facts, documents: statement.documents.toSorted() });
      const earlier = first.get(key);
      first.set(key, earlier ?? statement.id);
      if (earlier === undefined) return [];
      const text = `"${statement.id}" says the same as "${earlier}", from the same documents.`;
      return [
        makeProblem("kb-duplicate-statement", "warning", text, {
          where: file.where(["statements", at]),
        }),
      ];
    });
  });
}
