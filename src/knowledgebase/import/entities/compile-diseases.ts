/** One file of diseases: all of OncoTree, and of the Disease Ontology what statements and OncoTree need. */
import { compareText } from "../../../model/order.ts";
import {
  equivalents,
  liquidTissues,
  narrowerThanOncotree,
  notEquivalent,
  ownDiseases,
  solidByCell,
  solidTumor,
  widerThanOncotree,
} from "./disease-crosswalk.ts";
import type { DiseaseNode } from "../../schema/schema.ts";
import type { DiseaseTerm, OncotreeNode } from "./read-ontologies.ts";

export interface DiseaseFile {
  readonly nodes: readonly DiseaseNode[];
  /** Roots of the solid tumors. */
  readonly solid: readonly string[];
}

/** Top of the Disease Ontology below which lie the cancers. */
const cancer = "DOID:162";

/** Nodes in the order of their ids. `used`: diseases that statements name; `kept`: nodes of ours that were written by hand. */
export function compileDiseases(
  oncotree: readonly OncotreeNode[],
  ontology: ReadonlyMap<string, DiseaseTerm>,
  used: ReadonlySet<string>,
  kept: readonly DiseaseNode[] = [],
): DiseaseFile {
  const ownIds = new Set(ownDiseases.map(({ id }) => id));
  const own = [...ownDiseases, ...kept.filter(({ id }) => !ownIds.has(id))];
  const tissues = oncotree.filter(
    ({ code, parent }) => parent === null && !liquidTissues.has(code),
  );
  const links = joinVocabularies(oncotree, ontology);
  addSolid(links, tissues);
  const above = own.flatMap(({ parents, equivalents: same }) => [...parents, ...same]);
  const wanted = withAncestors([...used, ...above, ...links.doids], ontology);
  const terms = wanted.map((term) => ({
    id: term.id,
    name: term.name,
    parents: sorted([...term.parents, ...(links.parents.get(term.id) ?? [])]),
    equivalents: [],
  }));
  const codes = oncotree.map((node) => ({
    id: oncotreeId(node.code),
    name: node.name,
    parents: sorted([
      ...(node.parent === null ? [] : [oncotreeId(node.parent)]),
      ...(links.parents.get(oncotreeId(node.code)) ?? (node.parent === null ? [cancer] : [])),
    ]),
    equivalents: sorted(links.equivalents.get(oncotreeId(node.code)) ?? []),
  }));
  return {
    nodes: [...terms, ...codes, ...own].toSorted((a, b) => compareText(a.id, b.id)),
    solid: [solidTumor],
  };
}

/** Puts the tissues, the cancers of their organs and those of solid kinds of cells below the one node for all of them. */
function addSolid(links: Links, tissues: readonly OncotreeNode[]): void {
  const organs = tissues.flatMap(({ code }) => links.parents.get(oncotreeId(code)) ?? []);
  const cells = solidByCell.map(([doid]) => doid);
  for (const id of new Set([...tissues.map(({ code }) => oncotreeId(code)), ...organs, ...cells])) {
    links.parents.set(id, [...(links.parents.get(id) ?? []), solidTumor]);
  }
}

interface Links {
  /** OncoTree id to DOIDs. */
  readonly equivalents: Map<string, string[]>;
  /** Any id to the ids of wider diseases in the other vocabulary. */
  readonly parents: Map<string, string[]>;
  readonly doids: readonly string[];
}

function joinVocabularies(
  oncotree: readonly OncotreeNode[],
  ontology: ReadonlyMap<string, DiseaseTerm>,
): Links {
  const links: Links = { equivalents: new Map(), parents: new Map(), doids: [] };
  const joined = new Set<string>();
  const add = (map: Map<string, string[]>, from: string, to: string): void => {
    map.set(from, [...(map.get(from) ?? []), to]);
  };
  for (const [code, pairs] of groupByDisease(joinByCode(oncotree, ontology))) {
    // A disease that several codes are joined to is wider than each of them.
    for (const node of pairs)
      add(pairs.length > 1 ? links.parents : links.equivalents, oncotreeId(node), code);
    joined.add(code);
  }
  for (const [node, doid] of equivalents) add(links.equivalents, oncotreeId(node), doid);
  for (const [node, doid] of widerThanOncotree) add(links.parents, oncotreeId(node), doid);
  for (const [node, doid] of narrowerThanOncotree) add(links.parents, doid, oncotreeId(node));
  const byHand = [...equivalents, ...widerThanOncotree, ...narrowerThanOncotree];
  return { ...links, doids: [...joined, ...byHand.map(([, doid]) => doid), cancer] };
}

/** Pairs of OncoTree code and DOID that share a code of the NCI Thesaurus. */
function joinByCode(
  oncotree: readonly OncotreeNode[],
  ontology: ReadonlyMap<string, DiseaseTerm>,
): [string, string][] {
  const byNci = new Map<string, string[]>();
  for (const term of ontology.values()) {
    for (const code of term.nci) byNci.set(code, [...(byNci.get(code) ?? []), term.id]);
  }
  const replaced = new Set(widerThanOncotree.map(([node, doid]) => `${node} ${doid}`));
  return oncotree.flatMap((node) => {
    const ids = new Set(node.nci.flatMap((code) => byNci.get(code) ?? []));
    return [...ids]
      .filter(
        (id) => !notEquivalent.has(`${node.code} ${id}`) && !replaced.has(`${node.code} ${id}`),
      )
      .map((id): [string, string] => [node.code, id]);
  });
}

function groupByDisease(pairs: readonly [string, string][]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [node, doid] of pairs) groups.set(doid, [...(groups.get(doid) ?? []), node]);
  return groups;
}

function withAncestors(
  ids: readonly string[],
  ontology: ReadonlyMap<string, DiseaseTerm>,
): DiseaseTerm[] {
  const found = new Map<string, DiseaseTerm>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const term = ontology.get(id);
    if (!term || found.has(id)) continue;
    found.set(id, term);
    open.push(...term.parents);
  }
  return [...found.values()];
}

function oncotreeId(code: string): string {
  return `ONCOTREE:${code}`;
}

function sorted(ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted(compareText);
}
