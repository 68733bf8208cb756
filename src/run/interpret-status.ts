import { judgeMsi } from "../annotate/judge-msi.ts";
import type { SignatureStatus } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { makeProblem, type ReportProblem } from "../model/problem.ts";
import type { EvidenceTable } from "../read/reader.ts";
import type { StatusRow } from "../read/status-row.ts";
import { foldEvidence } from "./fold-evidence.ts";
import type { EvidenceContext } from "./interpret-evidence.ts";
import { readEvidence } from "./read-evidence.ts";
import type { InterpretedEvidence, Stage } from "./stage.ts";

/** Reads the markers of the whole tumor; each row is an observation, and equal ones of several files are one. */
export async function interpretStatus(
  stage: Stage,
  { variants }: EvidenceContext,
): Promise<InterpretedEvidence> {
  const tables = await readEvidence("status", stage.request.status, stage, variants);
  const found = tables.flatMap((table) => table.rows.map((row) => observe(row, table)));
  warnDisagreement(found, stage.report);
  return { ...foldEvidence("status", tables, found), ...findPurity(tables) };
}

/** That of the first file that states one. */
function findPurity(
  tables: readonly EvidenceTable<StatusRow>[],
): Pick<InterpretedEvidence, "purity"> {
  for (const { file, rows } of tables) {
    const value = rows.find(({ purity }) => purity !== undefined)?.purity;
    if (value !== undefined) return { purity: { value, from: `of ${file}` } };
  }
  return {};
}

function observe(row: StatusRow, { file }: EvidenceTable): Observation<SignatureStatus> {
  const { marker, name, value, unit, method } = row;
  const judged = marker === "MSI" && row.status === null ? judgeMsi(row) : null;
  const status = row.status ?? judged?.status ?? null;
  const measured = value === null ? null : [String(value), unit].filter(Boolean).join(" ");
  const text = [
    measured,
    status === null || judged === null ? status : `${status} by the cut-off of ${judged.source}`,
  ]
    .filter((part) => part !== null)
    .join(", ");
  const subject = name ?? marker;
  return {
    id: ["signature", marker, ...(name === null ? [] : [name]), measured ?? status].join(":"),
    label: `${subject} ${status ?? measured}`,
    gene: null,
    alteration: { kind: "signature", marker, name, value, unit, status, method },
    support: { kind: "value", value, text, unit, method },
    provenance: { file, line: row.line, sample: null },
  };
}

/** Two files that give one marker two statuses are both shown, and the disagreement is told. */
function warnDisagreement(
  found: readonly Observation<SignatureStatus>[],
  report: ReportProblem,
): void {
  const first = new Map<string, Observation<SignatureStatus>>();
  for (const observation of found) {
    const { marker, name, status } = observation.alteration;
    if (status === null) continue;
    const key = `${marker}:${name ?? ""}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, observation);
    else if (other.alteration.status !== status) {
      const { provenance } = observation;
      const message = `${observation.label} (${observation.support.kind === "value" ? observation.support.text : ""}) disagrees with ${other.label} of ${other.provenance.file}; both are used`;
      report(
        makeProblem("status-disagrees", "warning", message, {
          where: { file: provenance.file, line: provenance.line ?? 1 },
          hint: "Find out which assay is right, and give only that one.",
        }),
      );
    }
  }
}
