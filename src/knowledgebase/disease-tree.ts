/** OncoTree and the Disease Ontology as one tree, joined by equivalents (spec matching 6). */
import { nearest } from "../model/nearest.ts";
import type { Refusal } from "../model/refusal.ts";
import { refuse } from "../model/refusal.ts";
import type { DiseaseRelation } from "../model/verdict.ts";
import type { DiseaseNode, DiseasesFile } from "./schema/schema.ts";

export interface DiseaseTree {
  readonly nodes: ReadonlyMap<string, DiseaseNode>;
  /** Roots of the solid tumors, by id. */
  readonly solid: readonly string[];
  /** Ids that are the same disease as `id` in the other vocabulary. */
  equivalentsOf(id: string): ReadonlySet<string>;
  /** Every id that is reached going up from `id`, through parents and equivalents; `id` itself included. */
  lineageOf(id: string): ReadonlySet<string>;
}

/** A disease as the report names it. */
export interface Disease {
  /** Id of its node: `DOID:9256`, `ONCOTREE:COAD`. */
  readonly id: string;
  readonly name: string;
  /** OncoTree code without the prefix. */
  readonly oncotree: string | null;
  readonly doid: string | null;
}

/** Joins the nodes. Equivalents hold in both directions; parents and equivalents that are no node are ignored. */
export function makeDiseaseTree(file: Pick<DiseasesFile, "nodes" | "solid">): DiseaseTree {
  const nodes = new Map(file.nodes.map((node) => [node.id, node]));
  // Most diseases have none, and every run of the program makes this tree.
  const equivalents = new Map<string, Set<string>>();
  const join = (id: string, other: string): void => {
    const known = equivalents.get(id);
    if (known === undefined) equivalents.set(id, new Set([other]));
    else known.add(other);
  };
  for (const node of file.nodes) {
    for (const other of node.equivalents) {
      if (!nodes.has(other) || other === node.id) continue;
      join(node.id, other);
      join(other, node.id);
    }
  }
  const none: ReadonlySet<string> = new Set();
  const equivalentsOf = (id: string) => equivalents.get(id) ?? none;
  const lineages = new Map<string, ReadonlySet<string>>();
  return {
    nodes,
    solid: file.solid,
    equivalentsOf,
    lineageOf(id) {
      const known = lineages.get(id) ?? walkUp(id, nodes, equivalentsOf);
      lineages.set(id, known);
      return known;
    },
  };
}

/**
 * A crosswalk may name one broad disease as equivalent of several narrow ones. Two equivalents in a row
 * would then make siblings of one disease, so a step to an equivalent is never followed by another.
 */
function walkUp(
  id: string,
  nodes: ReadonlyMap<string, DiseaseNode>,
  equivalentsOf: (id: string) => ReadonlySet<string>,
): ReadonlySet<string> {
  const byParent = new Set<string>();
  const byEquivalent = new Set<string>();
  const open = [{ at: id, crossed: false }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const node = nodes.get(step.at);
    const seen = step.crossed ? byEquivalent : byParent;
    if (node === undefined || seen.has(step.at)) continue;
    seen.add(step.at);
    for (const parent of node.parents) open.push({ at: parent, crossed: false });
    if (step.crossed) continue;
    for (const other of equivalentsOf(step.at)) open.push({ at: other, crossed: true });
  }
  return new Set([...byParent, ...byEquivalent]);
}

/**
 * The disease that a user names by OncoTree code, `DOID:n`, `ONCOTREE:CODE`, an id of our own (`METACTION:name`) or exact name, each in
 * any case. An unknown one is a `Refusal` of kind usage that names the nearest three.
 */
export function findDisease(tree: DiseaseTree, given: string): Disease {
  const asked = given.trim();
  const upper = asked.toUpperCase();
  const own = `METACTION:${upper.replace(/^METACTION:/, "").toLowerCase()}`;
  const id = [upper, `ONCOTREE:${upper}`, own].find((candidate) => tree.nodes.has(candidate));
  const node = tree.nodes.get(id ?? "") ?? findByName(tree, asked);
  if (node === undefined) throw unknownDisease(tree, asked);
  return describeDisease(tree, node);
}

/** Where both vocabularies have the name, the OncoTree node is taken: its equivalents lead to the other. */
function findByName(tree: DiseaseTree, name: string): DiseaseNode | undefined {
  const folded = name.toLowerCase();
  const named = [...tree.nodes.values()].filter((node) => node.name.toLowerCase() === folded);
  return named.find((node) => node.id.startsWith("ONCOTREE:")) ?? named[0];
}

function unknownDisease(tree: DiseaseTree, asked: string): Refusal {
  const codes = [...tree.nodes.values()].flatMap((node) => [codeOf(node.id), node.name]);
  const near = nearest(asked, codes, 3);
  return refuse("usage", "unknown-tumor-type", `The tumor type "${asked}" is not known.`, {
    hint:
      near.length > 0
        ? `Did you mean ${near.join(", ")}? An OncoTree code, a DOID or an exact name is read.`
        : "Give an OncoTree code (COAD), a DOID (DOID:9256) or an exact name.",
  });
}

function describeDisease(tree: DiseaseTree, node: DiseaseNode): Disease {
  const ids = [node.id, ...tree.equivalentsOf(node.id)];
  const oncotree = ids.find((id) => id.startsWith("ONCOTREE:"));
  return {
    id: node.id,
    name: node.name,
    oncotree: oncotree === undefined ? null : codeOf(oncotree),
    doid: ids.find((id) => id.startsWith("DOID:")) ?? null,
  };
}

function codeOf(id: string): string {
  return id.replace(/^ONCOTREE:/, "");
}

/**
 * How the disease of a statement relates to that of the case. `ancestor`: the statement's is the wider
 * one and applies; `descendant`: it is narrower; `unknown`: one of them is not stated or not in the tree.
 */
export function diseaseRelation(
  tree: DiseaseTree,
  statementDisease: string | null,
  caseDisease: string | null,
): DiseaseRelation {
  if (statementDisease === null || caseDisease === null) return "unknown";
  if (!tree.nodes.has(statementDisease) || !tree.nodes.has(caseDisease)) return "unknown";
  if (statementDisease === caseDisease || tree.equivalentsOf(caseDisease).has(statementDisease)) {
    return "same";
  }
  if (tree.lineageOf(caseDisease).has(statementDisease)) return "ancestor";
  if (tree.lineageOf(statementDisease).has(caseDisease)) return "descendant";
  return "other";
}
