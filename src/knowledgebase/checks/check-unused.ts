import { ruleOf } from "../../constraints/constraints.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import { makeDiseaseTree } from "../disease-tree.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import { eachConstraint } from "./each-constraint.ts";
import { listNamed } from "./list-named.ts";

/**
 * What is described is used. OncoTree is kept whole, because a case may have any tumor type; of the Disease Ontology only what
 * a statement names, what lies above it, and what equals a tumor type.
 */
export function checkUnused(folder: KnowledgebaseFolder): Problem[] {
  if (!folder.isComplete) return [];
  // What a layer replaces is named by the statements below.
  const replaced = new Set(folder.overrides.data.overrides.map(({ id }) => JSON.stringify(id)));
  const found = [
    ...unusedVariants(folder),
    ...unusedTherapies(folder),
    ...unusedGenes(folder),
    ...unusedDiseases(folder),
    ...unusedDocuments(folder),
  ];
  return found.filter(({ message }) => ![...replaced].some((id) => message.includes(id)));
}

function unused(what: string, id: string, where: Problem["where"] & object): Problem {
  return makeProblem("kb-unused", "warning", `Nothing names the ${what} "${id}".`, {
    where,
    hint: "Remove it, or correct what should name it.",
  });
}

function unusedVariants({ statements }: KnowledgebaseFolder): Problem[] {
  return statements.flatMap((file) => {
    const used = new Set(file.data.statements.map(({ variant }) => variant));
    return file.data.variants.flatMap(({ id }, at) =>
      used.has(id) ? [] : [unused("variant", id, file.where(["variants", at, "id"]))],
    );
  });
}

/** The successor of a regimen is named too. */
function unusedTherapies({ statements, therapies }: KnowledgebaseFolder): Problem[] {
  const entries = therapies.data.therapies;
  const used = new Set(entries.flatMap(({ members = [] }) => members));
  for (const statement of statements.flatMap((file) => file.data.statements)) {
    for (const { id } of listNamed(statement, "drugs", [])) used.add(id);
  }
  return entries.flatMap(({ id }, at) =>
    used.has(id) ? [] : [unused("therapy", id, therapies.where(["therapies", at, "id"]))],
  );
}

function unusedGenes(folder: KnowledgebaseFolder): Problem[] {
  const used = new Set(folder.statements.map((file) => file.data.gene));
  for (const { constraint } of eachConstraint(folder)) {
    const rule = ruleOf(constraint);
    if (rule.kind === "atomic") for (const gene of rule.genes(constraint)) used.add(gene);
  }
  return folder.genes.data.genes.flatMap(({ symbol }, at) =>
    used.has(symbol) ? [] : [unused("gene", symbol, folder.genes.where(["genes", at, "symbol"]))],
  );
}

function unusedDiseases({ statements, diseases }: KnowledgebaseFolder): Problem[] {
  const tree = makeDiseaseTree(diseases.data);
  const named = statements.flatMap((file) =>
    file.data.statements.flatMap(({ disease }) => disease ?? []),
  );
  const used = new Set<string>();
  const open = [...named, ...tree.solid, ...[...tree.nodes.keys()].filter(isTumorType)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (used.has(id)) continue;
    used.add(id);
    open.push(...(tree.nodes.get(id)?.parents ?? []), ...tree.equivalentsOf(id));
  }
  return diseases.data.nodes.flatMap(({ id }, at) =>
    used.has(id) ? [] : [unused("disease", id, diseases.where(["nodes", at, "id"]))],
  );
}

function unusedDocuments(folder: KnowledgebaseFolder): Problem[] {
  const { statements, documents, verification } = folder;
  const used = new Set([
    ...statements.flatMap((file) =>
      file.data.statements.flatMap((each) => listNamed(each, "documents", []).map(({ id }) => id)),
    ),
    ...verification.data.rules.flatMap((rule) => rule.documents),
  ]);
  return documents.data.documents.flatMap(({ id }, at) =>
    used.has(id) ? [] : [unused("document", id, documents.where(["documents", at, "id"]))],
  );
}

function isTumorType(id: string): boolean {
  return id.startsWith("ONCOTREE:");
}
