import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";

/** A single therapy has one drug and every other relation has several, each once. */
export function checkTherapies(folder: KnowledgebaseFolder): Problem[] {
  return folder.statements.flatMap((file) =>
    file.data.statements.flatMap((statement, at) => {
      if (statement.type !== "predictive") return [];
      const { relation, drugs } = statement.therapy;
      const isOne = drugs.length === 1;
      const faults = [
        ...(isOne === (relation === "single")
          ? []
          : [`The relation "${relation}" does not fit ${drugs.length} drug${isOne ? "" : "s"}.`]),
        ...(new Set(drugs).size === drugs.length ? [] : ["A drug is named twice."]),
      ];
      return faults.map((text) =>
        makeProblem("kb-therapy-relation", "error", text, {
          where: file.where(["statements", at, "therapy"]),
        }),
      );
    }),
  );
}
