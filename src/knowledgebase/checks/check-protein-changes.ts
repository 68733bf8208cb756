import { parseProteinChange } from "../../annotate/protein-change.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import { eachConstraint } from "./each-constraint.ts";

/** A protein change can be read and is written in its canonical short form (spec matching 1.2). */
export function checkProteinChanges(folder: KnowledgebaseFolder): Problem[] {
  return [...eachConstraint(folder)].flatMap(({ file, constraint, path }) => {
    if (constraint.type !== "protein-change") return [];
    const { change } = constraint;
    const canonical = parseProteinChange(change)?.text;
    if (canonical === change) return [];
    const where = file.where([...path, "change"]);
    return canonical === undefined
      ? [makeProblem("kb-protein-change", "error", `"${change}" is no protein change.`, { where })]
      : [
          makeProblem(
            "kb-protein-change",
            "warning",
            `"${change}" is not the short form of a protein change.`,
            { where, hint: `Write "${canonical}".` },
          ),
        ];
  });
}
