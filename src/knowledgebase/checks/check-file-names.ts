import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";

/** A file of statements is called like its gene, so that a curator finds it. */
export function checkFileNames(folder: KnowledgebaseFolder): Problem[] {
  return folder.statements.flatMap((file) => {
    const expected = `statements/${file.data.gene}.json`;
    if (file.name === expected) return [];
    const text = `The file of ${file.data.gene} is called ${file.name}: expected ${expected}.`;
    return [makeProblem("kb-file-name", "error", text, { where: file.where(["gene"]) })];
  });
}
