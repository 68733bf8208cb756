import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder, SourceFile } from "../folder/knowledgebase-folder.ts";
import type { JsonPath } from "../folder/strict-json.ts";

interface PlacedId {
  readonly id: string;
  readonly file: SourceFile<unknown>;
  readonly path: JsonPath;
}

/** An id names one thing: the second place is the problem, and the first is told. */
export function checkIds(folder: KnowledgebaseFolder): Problem[] {
  const { genes, therapies, diseases, documents, statements, verification } = folder;
  return [
    ...repeats(
      genes.data.genes.map((gene, at) => placed(gene.symbol, genes, ["genes", at, "symbol"])),
    ),
    ...repeats(
      therapies.data.therapies.map((entry, at) =>
        placed(entry.id, therapies, ["therapies", at, "id"]),
      ),
    ),
    ...repeats(
      diseases.data.nodes.map((node, at) => placed(node.id, diseases, ["nodes", at, "id"])),
    ),
    ...repeats(
      documents.data.documents.map((document, at) =>
        placed(document.id, documents, ["documents", at, "id"]),
      ),
    ),
    ...repeats(
      verification.data.rules.map((rule, at) => placed(rule.id, verification, ["rules", at, "id"])),
    ),
    ...repeats(statements.map((file) => placed(file.data.gene, file, ["gene"]))),
    ...repeats(
      statements.flatMap((file) =>
        file.data.variants.map((entry, at) => placed(entry.id, file, ["variants", at, "id"])),
      ),
    ),
    ...repeats(
      statements.flatMap((file) =>
        file.data.statements.map((entry, at) => placed(entry.id, file, ["statements", at, "id"])),
      ),
    ),
  ];
}

function placed(id: string, file: SourceFile<unknown>, path: JsonPath): PlacedId {
  return { id, file, path };
}

function repeats(entries: readonly PlacedId[]): Problem[] {
  const first = new Map<string, PlacedId>();
  return entries.flatMap((entry) => {
    const earlier = first.get(entry.id);
    if (earlier === undefined) {
      first.set(entry.id, entry);
      return [];
    }
    const { file, line, column } = earlier.file.where(earlier.path);
    const text = `"${entry.id}" is also at ${file}:${line}:${column}.`;
    return [makeProblem("kb-duplicate-id", "error", text, { where: entry.file.where(entry.path) })];
  });
}
