/** The drugs of the statements as entities, named by the NCI Thesaurus where it knows them. */
import { compareText } from "../../../model/order.ts";
import { readTable, type SourceText } from "../reference/read-table.ts";
import { readDrugFacts } from "./drug-facts.ts";
import { therapyClasses } from "./therapy-classes.ts";
import { statusOf } from "./therapy-status.ts";

export type TherapyEntity = {
  readonly id: string;
  readonly name: string;
  readonly ncit: string | null;
  readonly chembl: string | null;
  readonly synonyms: readonly string[];
  readonly targets: readonly string[];
  readonly class: string | null;
  readonly status: readonly {
    readonly agency: string;
    readonly status: string;
    readonly date: string | null;
  }[];
  /** Drugs of a class, by id. */
  readonly members?: readonly string[];
};

export interface TherapyIndex {
  readonly therapies: readonly TherapyEntity[];
  /** The id of a drug as the source names it. */
  idOf(name: string): string;
}

/** Names of one drug in its salt, solvate or spelling, to its own name. */
const sameDrug: ReadonlyMap<string, string> = new Map([
  ["Imatinib Mesylate", "Imatinib"],
  ["JQ-1", "JQ1"],
  ["JQ1 Compound", "JQ1"],
  ["PD-180970", "PD180970"],
  ["Pictilisib Bismesylate", "Pictilisib"],
  ["Retaspimycin Hydrochloride", "Retaspimycin"],
  ["Sotrastaurin Acetate", "Sotrastaurin"],
  ["Trametinib Dimethyl Sulfoxide", "Trametinib"],
]);

const mostSynonyms = 8;

/** `names`: every drug name of the statements. Sorted by id. */
export function compileTherapies(
  names: ReadonlySet<string>,
  tables: { synonyms: SourceText; targets: SourceText },
): TherapyIndex {
  const aliases = readAliases(tables.synonyms);
  const facts = readDrugFacts(tables.targets);
  const entities = new Map<string, TherapyEntity>();
  const ids = new Map<string, string>();
  for (const given of [...names].toSorted(compareText)) {
    const plain = sameDrug.get(given) ?? given;
    const concept = aliases.conceptOf(plain) ?? aliases.conceptOf(given) ?? null;
    const name = concept !== null && !isSaltOf(concept, plain) ? concept : plain;
    const id = makeId(name);
    const known = facts.get(name);
    const others = [...(entities.get(id)?.synonyms ?? []), ...(given === name ? [] : [given])];
    const listed = concept !== null && facts.has(concept) ? aliases.namesOf(concept) : [];
    const synonyms = distinct(
      [...others, ...pickSynonyms([...listed, ...aliases.namesOfSalts(name)], name)],
      name,
    );
    entities.set(id, {
      id,
      name,
      ncit: known?.ncit ?? null,
      chembl: known?.chembl ?? null,
      synonyms: synonyms.slice(0, mostSynonyms).toSorted(compareText),
      targets: known?.targets ?? [],
      class: known?.class ?? null,
      status: statusOf(id),
    });
    ids.set(given, id);
  }
  const described = [...entities.values()].map((entity) => withMembers(entity, entities));
  return {
    therapies: described.toSorted((a, b) => compareText(a.id, b.id)),
    idOf: (name) => ids.get(name) ?? makeId(name),
  };
}

/** Members that no statement names are no entities, and nothing could be said of them. */
function withMembers(
  entity: TherapyEntity,
  entities: ReadonlyMap<string, TherapyEntity>,
): TherapyEntity {
  const members = therapyClasses.get(entity.id)?.filter((id) => entities.has(id)) ?? [];
  return members.length === 0 ? entity : { ...entity, members };
}

/** The Thesaurus knows some drugs by their salt only: `Sunitinib Malate`. */
function isSaltOf(concept: string, name: string): boolean {
  return sameDrug.has(concept) || concept.startsWith(`${name} `);
}

interface Aliases {
  /** The one concept of this name or alias, in any case. */
  conceptOf(name: string): string | undefined;
  namesOf(concept: string): readonly string[];
  namesOfSalts(name: string): readonly string[];
}

function readAliases(source: SourceText): Aliases {
  const concepts = new Map<string, Set<string>>();
  const names = new Map<string, string[]>();
  for (const row of readTable(source, ["alias", "nci_concept_display_name"])) {
    const [alias, concept] = [row.get("alias"), row.get("nci_concept_display_name")];
    const key = alias.toLowerCase();
    concepts.set(key, (concepts.get(key) ?? new Set()).add(concept));
    const list = names.get(concept);
    if (list) list.push(alias);
    else names.set(concept, [alias]);
  }
  const salts = new Map<string, string[]>();
  for (const concept of names.keys()) {
    const base = saltPattern.exec(concept)?.[1];
    if (base) salts.set(base, [...(salts.get(base) ?? []), concept]);
  }
  return {
    conceptOf(name) {
      if (names.has(name)) return name;
      const found = concepts.get(name.toLowerCase());
      return found?.size === 1 ? [...found][0] : undefined;
    },
    namesOf: (concept) => names.get(concept) ?? [],
    namesOfSalts: (name) => (salts.get(name) ?? []).flatMap((concept) => names.get(concept) ?? []),
  };
}

/** Salts and solvates, under which the Thesaurus files most brand names. */
const saltPattern =
  /^(.+) (?:Besylate|Camsylate|Di(?:hydrochloride|maleate|methyl Sulfoxide|tosylate)|Fumarate|Hydrochloride|Malate|Maleate|Mesylate|Monohydrate|Phosphate|S-malate|Succinate|Sulfate|Tosylate)$/;

/** From this number on the brand names of a drug are those of generics all over the world. */
const tooManyBrands = 10;

/**
 * Brand names (`Braftovi`) and company codes (`LGX818`): what reports and trials call a drug by. The aliases of the NCI
 * Thesaurus are those in small letters; the rest of the list is of chemical catalogs.
 */
function pickSynonyms(aliases: readonly string[], name: string): string[] {
  const stem = name.slice(0, 6).toLowerCase();
  const brands = aliases.filter((alias) => /^[a-z]{4,13}$/.test(alias) && !alias.startsWith(stem));
  const codes = aliases.filter(
    (alias) => /^[a-z]{2,6}[- ]?\d{2,7}[a-z]?$/.test(alias) && !/^(?:nsc|who|uni)\b/.test(alias),
  );
  const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return [
    ...(brands.length < tooManyBrands
      ? brands.map(capitalize).toSorted(compareText).slice(0, 5)
      : []),
    ...codes.map((code) => code.toUpperCase()).toSorted(byWriting),
  ];
}

/** The writing without blank or dash comes first among those of one code. */
function byWriting(a: string, b: string): number {
  return compareText(squeeze(a), squeeze(b)) || a.length - b.length || compareText(a, b);
}

/** One writing of each name: `LGX818`, `LGX-818` and `LGX 818` are one. */
function distinct(list: readonly string[], name: string): string[] {
  const seen = new Set([squeeze(name)]);
  return list.filter((item) => {
    const key = squeeze(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function squeeze(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** Kebab-case of a name. */
function makeId(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
