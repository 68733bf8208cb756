/** All rows that speak of one therapy, apart by what they say (spec, matching 7). */
import { compareText } from "../../model/order.ts";
import type { EvidenceRow, Therapy } from "../../model/report.ts";
import type { WeighedRow } from "./evidence-row.ts";

/** Each list keeps the order of `compareRows`. */
export interface TherapyEvidence {
  readonly therapy: Therapy;
  /** Every row, also those in none of the lists below. */
  readonly all: readonly EvidenceRow[];
  readonly sensitivity: readonly EvidenceRow[];
  /** "Does not support" sensitivity: counter-evidence, never support and never silence. */
  readonly noBenefit: readonly EvidenceRow[];
  readonly resistance: readonly EvidenceRow[];
  /** "Does not support" resistance: disputes a resistance, and is no sensitivity. */
  readonly noResistance: readonly EvidenceRow[];
  readonly reducedSensitivity: readonly EvidenceRow[];
  readonly adverseResponse: readonly EvidenceRow[];
}

/** Groups rows by therapy id, sorted by that id. */
export function groupByTherapy(rows: readonly WeighedRow[]): TherapyEvidence[] {
  const groups = new Map<string, { therapy: Therapy; rows: EvidenceRow[] }>();
  for (const { therapy, row } of rows) {
    const group = groups.get(therapy.id);
    if (group === undefined) groups.set(therapy.id, { therapy, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()]
    .toSorted((a, b) => compareText(a.therapy.id, b.therapy.id))
    .map((group) => sortEvidence(group.therapy, group.rows));
}

function sortEvidence(therapy: Therapy, all: readonly EvidenceRow[]): TherapyEvidence {
  const select = (
    predicate: EvidenceRow["predicate"],
    direction: EvidenceRow["direction"],
  ): EvidenceRow[] =>
    all.filter((row) => row.predicate === predicate && row.direction === direction);
  return {
    therapy,
    all,
    sensitivity: select("sensitivity", "supports"),
    noBenefit: select("sensitivity", "does not support"),
    resistance: select("resistance", "supports"),
    noResistance: select("resistance", "does not support"),
    reducedSensitivity: select("reduced sensitivity", "supports"),
    adverseResponse: select("adverse response", "supports"),
  };
}
