/** What a stored report keeps of the proteins and kinases that were measured, as what its verdicts were made of. */
import type { KinaseActivity } from "../../annotate/proteins/kinase-activity.ts";
import { leaveBlank } from "../../annotate/proteins/measure-outlier.ts";
import type { OutlierCall } from "../../annotate/proteins/protein-outliers.ts";
import { isAbsence } from "../../assess/evidence/refer-to-absences.ts";
import type { Observation, OutlierState } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import type { Report } from "../../model/report.ts";
import type { Measurement } from "../../model/verification.ts";

const reason = { code: "as-reported", text: "As the stored report says." };

/**
 * Calls of proteins, RNA and phosphosites: those behind the outliers among the findings, and every other one that was held to a target. `observations`: the
 * findings.
 */
export function callsOfReport(report: Report, observations: readonly Observation[]): OutlierCall[] {
  const calls = new Map<string, OutlierCall>();
  const held = report.targets.flatMap(({ verification }) => verification.measurements);
  for (const call of [...observations.flatMap(callOf), ...held.flatMap(callHeld)]) {
    const { molecule, gene, site = "", group = [], provenance } = call;
    const key = JSON.stringify([molecule, gene, site, group, provenance.file, provenance.line]);
    if (!calls.has(key)) calls.set(key, call);
  }
  return [...calls.values(), ...callsBeside(report, [...calls.values()])];
}

/** Activities of kinases by their substrates; those that a laboratory gives are among the calls. */
export function kinasesOfReport({ targets }: Report): KinaseActivity[] {
  const kinases = new Map<string, KinaseActivity>();
  for (const measurement of targets.flatMap(({ verification }) => verification.measurements)) {
    const kinase = kinaseHeld(measurement);
    if (kinase !== null) kinases.set(JSON.stringify([kinase.kinase, kinase.file]), kinase);
  }
  return [...kinases.values()];
}

/** The call behind an outlier. */
function callOf({ alteration, support, provenance }: Observation): OutlierCall[] {
  if (alteration.kind !== "expression" || support.kind !== "cohort") return [];
  const { gene, molecule, site, direction } = alteration;
  const call = { gene, site, molecule, call: direction, reason, support, provenance };
  return [support.group === undefined ? call : { ...call, group: support.group }];
}

const callOfWord: ReadonlyMap<string, OutlierState> = new Map([
  ["up", "up"],
  ["down", "down"],
  ["not detected", "down"],
  ["none", "none"],
  ["not assessable", "not assessable"],
  ["as given", "not assessable"],
]);

function callHeld({ assay, gene, seen, text, support, provenance }: Measurement): OutlierCall[] {
  const molecule = (["protein", "phosphosite", "kinase-activity"] as const).find(
    (each) => each === assay,
  );
  const call = callOfWord.get(seen);
  if (molecule === undefined || call === undefined) return [];
  if (gene === null || support?.kind !== "cohort") return [];
  return [
    {
      gene,
      site: molecule === "phosphosite" ? siteNamed(text, gene) : undefined,
      molecule,
      call,
      reason,
      support,
      provenance,
      ...(support.group === undefined ? {} : { group: support.group }),
    },
  ];
}

/** The measurement begins with `ERBB2 pY1248 is high`, or `ERBB2 pY1248 (row of ERBB2 and ERBB3) was not detected`. */
function siteNamed(text: string, gene: string): string | undefined {
  const found = /^(.+?)(?: \(row of [^)]+\))? (?:is|was|cannot) /.exec(text)?.[1];
  if (found?.startsWith(`${gene} `) !== true) return undefined;
  const words = found.slice(gene.length + 1).split(" ");
  return words.map((word) => (/^p[STY]\d/.test(word) ? word.slice(1) : word)).join(" ");
}

/** Null for what is no activity by substrates. The score itself is no longer asked for: what it shows is. */
function kinaseHeld({
  assay,
  gene,
  seen,
  text,
  support,
  provenance,
}: Measurement): KinaseActivity | null {
  const shown = (["high", "low", "between", "too few substrates"] as const).find(
    (word) => word === seen,
  );
  if (assay !== "kinase-activity" || support?.kind !== "value") return null;
  if (gene === null || shown === undefined) return null;
  return {
    kinase: gene,
    seen: shown,
    substrates: support.text.replace(/^.*?: .*?: /, "").split(", "),
    score: null,
    reason: { code: "as-reported", text },
    file: provenance.file,
    sample: provenance.sample ?? "",
    cohort: "of the stored report",
  };
}

/**
 * Of a report that keeps verdicts without their measurements: a target whose protein was looked at and that no outlier speaks of was measured
 * and is none. Its numbers are not in the report, and no verdict asks for them.
 */
function callsBeside(report: Report, called: readonly OutlierCall[]): OutlierCall[] {
  if (report.targets.some(({ verification }) => verification.measurements.length > 0)) return [];
  const genes = new Set<string>();
  for (const { verification, alterations } of report.targets) {
    if (verification.state === "not assessed" || verification.state === "not assessable") continue;
    for (const { gene, observation } of alterations) {
      // Of wild type nothing was measured.
      if (gene !== null && !isAbsence(observation)) genes.add(gene);
    }
  }
  for (const { gene } of called) genes.delete(gene);
  return [...genes].toSorted(compareText).map((gene) => ({
    gene,
    molecule: "protein",
    call: "none",
    reason,
    support: leaveBlank(null, { n: 0, missing: 0 }, { cohort: "of the stored report", tested: 0 }),
    provenance: { file: "-", line: null, sample: null },
  }));
}
