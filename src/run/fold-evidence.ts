import type { InputNeed } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import type { Counts, ReportInput } from "../model/report.ts";
import type { InterpretedEvidence } from "./stage.ts";
import type { EvidenceTable } from "../read/evidence-reader.ts";

/**
 * The result of a stage whose rows are one observation each. Equal observations (by id) are one, the first; a row counts as matched
 * when its observation meets a statement.
 */
export function foldEvidence(
  kind: InputNeed & ReportInput["role"],
  tables: readonly EvidenceTable[],
  found: readonly Observation[],
): InterpretedEvidence {
  const byId = new Map<string, Observation>();
  for (const observation of found) {
    if (!byId.has(observation.id)) byId.set(observation.id, observation);
  }
  return {
    observations: [...byId.values()],
    available: new Set([kind]),
    inputs: tables.map((table) => inputOf(kind, table)),
    counts(matchedIds) {
      const matched = found.filter(({ id }) => matchedIds.has(id)).length;
      return { ...countRows(tables, matched), notMatched: found.length - matched };
    },
  };
}

/** Rows of tables of which so many came to something. */
export function countRows(tables: readonly EvidenceTable[], matched: number): Counts {
  const sum = (count: keyof EvidenceTable["counts"]): number =>
    tables.reduce((total, { counts }) => total + counts[count], 0);
  const [read, refused, setAside] = [sum("read"), sum("refused"), sum("setAside")];
  return { read, matched, notMatched: read - matched - setAside - refused, setAside, refused };
}

/** What the report says of a file that was read whole. */
export function inputOf(
  role: ReportInput["role"],
  { file, format, digest }: EvidenceTable,
): ReportInput {
  return { role, name: file, format, ...digest };
}
