import { judgeMsi } from "../annotate/judge-msi.ts";
import { atomicParts } from "../constraints/constraints.ts";
import { findContradiction } from "../constraints/signature.ts";
import type { SignatureStatus } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { makeProblem, type ReportProblem } from "../model/problem.ts";
import type { StatusRow } from "../read/status/status-row.ts";
import { foldEvidence } from "./fold-evidence.ts";
import type { EvidenceContext } from "./interpret-evidence.ts";
import { readEvidence } from "./read-evidence.ts";
import type { InterpretedEvidence, Stage } from "./stage.ts";
import type { EvidenceTable } from "../read/evidence-reader.ts";

/** Reads the markers of the whole tumor; each row is an observation, and equal ones of several files are one. */
export async function interpretStatus(
  stage: Stage,
  { variants }: EvidenceContext,
): Promise<InterpretedEvidence> {
  const tables = await readEvidence("status", stage.request.status, stage, variants);
  const found = tables.flatMap((table) =>
    table.rows.map((row) => {
      const observation = observe(row, table);
      const isOpen = reportDoubts(observation, stage);
      return isOpen ? withOpenCall(observation) : observation;
    }),
  );
  warnDisagreement(found, stage.report);
  return { ...foldEvidence("status", tables, found), ...findPurity(tables) };
}

/** True for a marker whose value and verdict contradict each other by a cut-off that is known. Tells so, and of a value that is compared with nothing. */
function reportDoubts(
  { alteration, label, provenance }: Observation<SignatureStatus>,
  { index, report }: Pick<Stage, "index" | "report">,
): boolean {
  const { marker, value, unit, status } = alteration;
  const where = { file: provenance.file, line: provenance.line ?? 1 };
  if (value !== null && unit === null && status === null) {
    const message = `${label} has no unit and no verdict: it is compared with no cut-off`;
    const hint = `Give the unit${marker === "TMB" ? " (mutations/Mb)" : ""}, or the status that the laboratory calls.`;
    report(makeProblem("status-unit-missing", "warning", message, { where, hint }));
  }
  const reason = index
    .statementsOf(marker)
    .flatMap(({ variant }) => variant.constraints.flatMap(atomicParts))
    .map(({ constraint }) =>
      constraint.type === "signature" ? findContradiction(constraint, alteration) : null,
    )
    .find((each) => each !== null);
  if (reason === undefined) return false;
  const message = `the value and the verdict contradict each other, and decide nothing: ${reason.text}`;
  const hint = "Ask the laboratory which of them is right, and correct the row.";
  report(makeProblem("status-contradicts-value", "warning", message, { where, hint }));
  return true;
}

/** As a reader has to see it: neither word nor number stands alone. */
function withOpenCall(observation: Observation<SignatureStatus>): Observation<SignatureStatus> {
  const { alteration, support } = observation;
  const { marker, name, value, unit, status } = alteration;
  const measured = [String(value), unit].filter(Boolean).join(" ");
  const text = `${measured}; called ${status}`;
  return {
    ...observation,
    label: `${name ?? marker} ${measured}, called ${status}`,
    support: support.kind === "value" ? { ...support, text } : support,
  };
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
