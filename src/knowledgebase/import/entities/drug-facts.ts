/** What the table of drug targets (Open Targets 2022.02 by way of oncoPharmaDB) says of a drug. */
import { compareText } from "../../../model/order.ts";
import { readTable, type SourceText, type TableRow } from "../reference/read-table.ts";

export interface DrugFacts {
  readonly ncit: string | null;
  readonly chembl: string | null;
  /** Symbols, sorted. */
  readonly targets: readonly string[];
  readonly class: string | null;
}

/** Flags of the table and what a drug with the flag is; the first that holds decides. */
const classes = [
  ["parp_inhibitor", "PARP inhibitor"],
  ["platinum_compound", "platinum compound"],
  ["monoclonal_antibody", "monoclonal antibody"],
  ["immune_checkpoint_inhibitor", "immune checkpoint inhibitor"],
  ["hormone_therapy", "hormone therapy"],
  ["kinase_inhibitor", "kinase inhibitor"],
  ["hdac_inhibitor", "HDAC inhibitor"],
] as const;

/** Second names of antibodies that carry a drug (INN suffixes of their payloads). */
const payload =
  /\b(?:Deruxtecan|Emtansine|Govitecan|\w*dotin|\w*zogamicin|\w*tesirine|\w*soravtansine|\w*tansine|Duocarmazine)\b/i;

/** Facts by the display name of the NCI Thesaurus. */
export function readDrugFacts(source: SourceText): ReadonlyMap<string, DrugFacts> {
  const rows = new Map<string, TableRow[]>();
  const columns = ["nci_concept_display_name", "nci_t", "molecule_chembl_id", "target_symbol"];
  for (const row of readTable(source, [...columns, ...classes.map(([flag]) => flag)])) {
    const concept = row.get("nci_concept_display_name");
    rows.set(concept, [...(rows.get(concept) ?? []), row]);
  }
  return new Map([...rows].map(([concept, own]) => [concept, factsOf(concept, own)]));
}

function factsOf(concept: string, rows: readonly TableRow[]): DrugFacts {
  const values = (column: string): string[] =>
    [...new Set(rows.map((row) => row.get(column)).filter(Boolean))].toSorted(compareText);
  const one = (column: string, pattern: RegExp): string | null => {
    const [first, second] = values(column).filter((value) => pattern.test(value));
    return second === undefined ? (first ?? null) : null;
  };
  return {
    ncit: one("nci_t", /^C\d+$/),
    chembl: one("molecule_chembl_id", /^CHEMBL\d+$/),
    targets: values("target_symbol"),
    class: classOf(concept, rows),
  };
}

function classOf(concept: string, rows: readonly TableRow[]): string | null {
  const found = classes.find(([flag]) => rows.some((row) => row.get(flag) === "TRUE"))?.[1] ?? null;
  return found === "monoclonal antibody" && payload.test(concept)
    ? "antibody-drug conjugate"
    : found;
}
