/** The drugs of the statements as entities, named by the NCI Thesaurus where it knows them. */
import { compareText } from "../../../model/order.ts";
import { readTable, type SourceText } from "../reference/read-table.ts";

export type TherapyEntity = {
  readonly id: string;
  readonly name: string;
  readonly ncit: string | null;
  readonly synonyms: readonly string[];
};

export interface TherapyIndex {
  readonly therapies: readonly TherapyEntity[];
  /** The id of a drug as the source names it. */
  idOf(name: string): string;
}

/** Names of one drug in its salt, solvate or spelling, to its own name. */
const sameDrug: ReadonlyMap<string, string> = new Map([
  ["AS602868", "AS602868"],
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
  const codes = new Map(
    readTable(tables.targets, ["nci_concept_display_name", "nci_t"]).map((row) => [
      row.get("nci_concept_display_name"),
      row.get("nci_t"),
    ]),
  );
  const entities = new Map<string, TherapyEntity>();
  const ids = new Map<string, string>();
  for (const given of [...names].toSorted(compareText)) {
    const own = sameDrug.get(given) ?? given;
    const concept = aliases.conceptOf(own) ?? aliases.conceptOf(given) ?? null;
    const name = concept !== null && !sameDrug.has(concept) ? concept : own;
    const id = makeId(name);
    const ncit = codes.get(name) ?? "";
    const others = [...(entities.get(id)?.synonyms ?? []), ...(given === name ? [] : [given])];
    const known = concept === null ? [] : pickSynonyms(aliases.namesOf(concept), name);
    const synonyms = distinct([...others, ...known], name).slice(0, mostSynonyms);
    entities.set(id, {
      id,
      name,
      ncit: /^C\d+$/.test(ncit) ? ncit : null,
      synonyms: synonyms.toSorted(compareText),
    });
    ids.set(given, id);
  }
  return {
    therapies: [...entities.values()].toSorted((a, b) => compareText(a.id, b.id)),
    idOf: (name) => ids.get(name) ?? makeId(name),
  };
}

interface Aliases {
  /** The concept that exactly one row set names by this alias. */
  conceptOf(name: string): string | undefined;
  namesOf(concept: string): readonly string[];
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
  return {
    conceptOf(name) {
      if (names.has(name)) return name;
      const found = concepts.get(name.toLowerCase());
      return found?.size === 1 ? [...found][0] : undefined;
    },
    namesOf: (concept) => names.get(concept) ?? [],
  };
}

/** Prefixes of catalogs, whose numbers no clinician calls a drug by. */
const catalogs =
  /^(?:AC|ACT|AKOS|AS|BCP|BDBM|CCG|CHEBI|CHEMBL|CS|D|DB|DTXSID|EX|FT|GTPL|HMS|HY|HSDB|MFCD|MLS|NCGC|NSC|Q|S|SCHEMBL|SMR|STK|SW|SYN|UNII|US|ZINC|A|BRD|C|CAS|J|KS|M|SB|T|W|Z)[- ]?\d/i;

/** Brand names (`Braftovi`) and company codes (`LGX818`): what reports and trials call a drug by. */
function pickSynonyms(aliases: readonly string[], name: string): string[] {
  const brands = aliases.filter((alias) => /^[A-Z][a-z]{4,13}$/.test(alias));
  const codes = aliases.filter((alias) => /^[A-Z]{2,5}[- ]?\d{3,6}$/.test(alias) && !catalogs.test(alias));
  return [...brands.toSorted(compareText).slice(0, 4), ...codes.toSorted(compareText)].filter(
    (alias) => alias !== name,
  );
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
