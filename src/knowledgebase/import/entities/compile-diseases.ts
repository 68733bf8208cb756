/** One file of diseases: all of OncoTree, and of the Disease Ontology what statements and OncoTree need. */
import { compareText } from "../../../model/order.ts";
import {
  equivalents,
  liquidTissues,
  narrowerThanOncotree,
  notEquivalent,
  widerThanOncotree,
} from "./disease-crosswalk.ts";
import type { DiseaseTerm, OncotreeNode } from "./read-ontologies.ts";

export type DiseaseFile = {
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly parents: readonly string[];
    readonly equivalents: readonly string[];
  }[];
  /** OncoTree tissues of the solid tumors. */
  readonly solid: readonly string[];
};

/** Top of the Disease Ontology below which lie the cancers. */
const cancer = "DOID:162";

/** Nodes in the order of their ids. `used`: DOIDs that statements name. */
export function compileDiseases(
  oncotree: readonly OncotreeNode[],
  ontology: ReadonlyMap<string, DiseaseTerm>,
  used: ReadonlySet<string>,
): DiseaseFile {
  const links = joinVocabularies(oncotree, ontology);
  const wanted = withAncestors([...used, ...links.doids], ontology);
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
  const solid = oncotree
    .filter((node) => node.parent === null && !liquidTissues.has(node.code))
    .map((node) => oncotreeId(node.code));
  return {
    nodes: [...terms, ...codes].toSorted((a, b) => compareText(a.id, b.id)),
    solid: sorted(solid),
  };
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
