import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import type { RawStatement } from "../schema/schema-statements.ts";

/**
 * Different studies may disagree, and the report shows that. One study does not: two statements that rest on exactly the same
 * documents and differ in nothing but the direction, or in that one says sensitivity and the other resistance, the alteration,
 * therapy and tumor being the same, cannot both be read right.
 */
export function checkContradictions(folder: KnowledgebaseFolder): Problem[] {
  return folder.statements.flatMap((file) => {
    const first = new Map<string, RawStatement>();
    const firstEffect = new Map<string, RawStatement>();
    return file.data.statements.flatMap((statement, at) => {
      const opposite = findOpposite(statement, firstEffect);
      if (opposite !== null) {
        const text = `"${statement.id}" says ${statement.predicate} where "${opposite.id}" says ${opposite.predicate}, from the same documents.`;
        const where = file.where(["statements", at, "predicate"]);
        return [makeProblem("kb-contradiction", "warning", text, { where, hint: readAgain })];
      }
      const key = canonicalJson(claimOf(statement));
      const earlier = first.get(key);
      first.set(key, earlier ?? statement);
      if (earlier === undefined || earlier.direction === statement.direction) return [];
      const text = `"${statement.id}" ${statement.direction} what "${earlier.id}" ${earlier.direction}, from the same documents.`;
      return [
        makeProblem("kb-contradiction", "warning", text, {
          where: file.where(["statements", at, "direction"]),
          hint: readAgain,
        }),
      ];
    });
  });
}

const readAgain =
  "Read the source again; where it has two cohorts, name them as two variants or tumors.";

/** An earlier statement that supports the opposite effect of the same therapy; remembers this one for later ones. */
function findOpposite(
  statement: RawStatement,
  first: Map<string, RawStatement>,
): RawStatement | null {
  const { type, predicate, direction } = statement;
  const isEffect = predicate === "sensitivity" || predicate === "resistance";
  if (type !== "predictive" || direction !== "supports" || !isEffect) return null;
  if (statement.documents.length === 0) return null;
  const { variant, therapy, disease, origin } = statement;
  const key = canonicalJson({
    variant,
    therapy,
    disease,
    origin,
    documents: statement.documents.toSorted(),
  });
  const earlier = first.get(key);
  first.set(key, earlier ?? statement);
  return earlier === undefined || earlier.predicate === predicate ? null : earlier;
}

/** Everything but the direction, the source's own trust and who wrote it down. */
function claimOf(statement: RawStatement): unknown {
  const { id: _, direction: __, rating: ___, source: ____, documents, ...claim } = statement;
  return { ...claim, documents: documents.toSorted() };
}
