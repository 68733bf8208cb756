/** OncoTree and the Disease Ontology as one tree, joined by equivalents (spec matching 6). */
import { editDistance, nearest } from "../model/nearest.ts";
import {
  diseaseOfWrittenName,
  foldDiseaseName,
  othersMeantBy,
  withoutStage,
} from "./disease-names.ts";
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
 * The disease that a user names by OncoTree code, `DOID:n` (also `DOID_n`), `ONCOTREE:CODE`, an id of our own (`METACTION:name`) or a name, each in
 * any case. A name may be written with other hyphens, in British spelling or with its stage, and as in `disease-names.ts`. An unknown one is a
 * `Refusal` of kind usage that says what a name may mean, or names the nearest three.
 */
export function findDisease(tree: DiseaseTree, given: string): Disease {
  const asked = given.trim();
  const node =
    findById(tree, asked) ??
    findByName(tree, asked, (name) => name.toLowerCase()) ??
    findAsWritten(tree, asked) ??
    findAsWritten(tree, withoutStage(asked));
  if (node === undefined) throw unknownDisease(tree, asked);
  return describeDisease(tree, node);
}

function findById(tree: DiseaseTree, asked: string): DiseaseNode | undefined {
  const upper = asked.toUpperCase().replace(/^(?:\S*\/)?DOID[_ ](?=\d+$)/u, "DOID:");
  const own = `METACTION:${upper.replace(/^METACTION:/, "").toLowerCase()}`;
  const id = [upper, `ONCOTREE:${upper}`, own].find((candidate) => tree.nodes.has(candidate));
  return tree.nodes.get(id ?? "");
}

function findAsWritten(tree: DiseaseTree, asked: string): DiseaseNode | undefined {
  const node = tree.nodes.get(diseaseOfWrittenName(asked) ?? "");
  return node ?? findByName(tree, asked, foldDiseaseName);
}

/**
 * How a tumor type was read, where its words are not those of the disease; null where they are its id, code or name. `others`: what the same
 * name is also written for.
 */
export function tellReading(
  tree: DiseaseTree,
  given: string,
  { id, name }: Disease,
): { readonly readAs: string | null; readonly others: string | null } {
  const asked = given.trim();
  const isOwn = findById(tree, asked) !== undefined || name.toLowerCase() === asked.toLowerCase();
  return { readAs: isOwn ? null : `${name} (${codeOf(id)})`, others: othersMeantBy(asked) };
}

/** Where both vocabularies have the name, the OncoTree node is taken: its equivalents lead to the other. */
function findByName(
  tree: DiseaseTree,
  name: string,
  fold: (name: string) => string,
): DiseaseNode | undefined {
  const folded = fold(name);
  if (folded === "") return undefined;
  const named = [...tree.nodes.values()].filter((node) => fold(node.name) === folded);
  return named.find((node) => node.id.startsWith("ONCOTREE:")) ?? named[0];
}

function unknownDisease(tree: DiseaseTree, asked: string): Refusal {
  return refuse("usage", "unknown-tumor-type", `The tumor type "${asked}" is not known.`, {
    hint: hintAt(tree, asked),
  });
}

const whatIsRead = "Give an OncoTree code (COAD), a DOID (DOID:9256) or a name.";

/** Ids of other vocabularies, whose numbers are near to those of any other disease: `C50.9`, `8140/3`, `NCIT:C4872`, `UMLS:C0006142`. */
const foreignId =
  /^(?:(?!DOID:|ONCOTREE:|METACTION:)[A-Z]{2,}[A-Z0-9-]*:\s*[A-Z]?\d+|[A-Z]\d{2}(?:\.\d+)?|\d{4}\/\d|C\d{4,})$/iu;

/** Letters of a code without a word in it: one wrong letter of fewer gives a code of another tumor, and two wrong ones of so many. */
const shortestMistyped = 4;
const longestCode = 6;

function hintAt(tree: DiseaseTree, asked: string): string {
  const others = othersMeantBy(asked);
  if (others !== null) return `It is written for ${others}: name the one.`;
  if (foreignId.test(asked)) return `Ids of ICD, NCIt, UMLS and others are not read. ${whatIsRead}`;
  const nodes = [...tree.nodes.values()];
  const isCode = /^[a-z0-9]+$/iu.test(asked) && asked.length <= longestCode;
  const names = nodes.map(({ name }) => name);
  const codes = new Map(nodes.map(({ id, name }) => [codeOf(id), name]));
  const near = nearest(asked, isCode ? codes.keys() : [...codes.keys(), ...names], 3).filter(
    (each) =>
      !isCode ||
      (asked.length >= shortestMistyped && editDistance(asked.toUpperCase(), each) === 1),
  );
  if (near.length === 0) return whatIsRead;
  // A code says nothing of what it stands for.
  const told = near.map((each) => (codes.has(each) ? `${each} (${codes.get(each)})` : each));
  return `Did you mean ${told.join(", ")}? ${whatIsRead}`;
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
