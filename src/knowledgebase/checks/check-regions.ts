import { parseSpanText } from "../../constraints/allele-text.ts";
import { assemblies } from "../../model/locus.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import { eachConstraint } from "./each-constraint.ts";

/** Ranges of residues and bases run forwards. */
export function checkRegions(folder: KnowledgebaseFolder): Problem[] {
  return [...eachConstraint(folder)].flatMap(({ file, constraint, path }) => {
    if (constraint.type !== "region") return [];
    const { residues, spans } = constraint;
    const backwards = assemblies.flatMap((assembly) => {
      const text = spans?.[assembly];
      if (text === undefined || parseSpanText(text, assembly) !== null) return [];
      return [{ text, at: [...path, "spans", assembly] }];
    });
    return [
      ...(residues[0] <= residues[1]
        ? []
        : [{ text: residues.join("-"), at: [...path, "residues"] }]),
      ...backwards,
    ].map(({ text, at }) =>
      makeProblem("kb-range", "error", `The range ${text} runs backwards.`, {
        where: file.where(at),
      }),
    );
  });
}
