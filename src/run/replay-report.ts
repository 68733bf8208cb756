import { assessCase } from "../assess/assess-case.ts";
import { leaveBlank } from "../annotate/measure-outlier.ts";
import type { OutlierCall } from "../annotate/protein-outliers.ts";
import { buildIndex } from "../knowledgebase/build-index.ts";
import { findDisease } from "../knowledgebase/disease-tree.ts";
import type { Knowledgebase } from "../knowledgebase/knowledgebase.ts";
import { findMatches } from "../match/find-matches.ts";
import type { InputNeed } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import type { Finding, Report, ReportInput } from "../model/report.ts";
import type { Ranking } from "../report/compare-reports.ts";
import { observationOfFinding } from "./observation-of-finding.ts";

export interface Replay extends Ranking {
  /** Findings that could not be rebuilt from the report. */
  readonly lost: readonly Finding[];
}

/**
 * Ranks the findings of a stored report by another knowledgebase, without the case's files. What the report does not keep is not
 * replayed: variants of genes that were in no knowledgebase, proteins that were not outliers, other transcripts. Compare a
 * replay with another replay of the same report, not with the report. Throws a `Refusal` when the tumor type is unknown.
 */
export function replayReport(report: Report, knowledgebase: Knowledgebase): Replay {
  const index = buildIndex(knowledgebase);
  const rebuilt = report.findings.map((finding) => ({
    finding,
    observation: observationOfFinding(finding),
  }));
  const observations = rebuilt.flatMap(({ observation }) => observation ?? []);
  const given = report.case.tumorType?.given;
  const caseDisease = given === undefined ? null : findDisease(knowledgebase.diseases, given).id;
  const called = observations.flatMap(callOf);
  const outliers = [...called, ...callsBeside(report, called)];
  const { met } = findMatches(
    {
      observations,
      available: inputsOf(report),
      caseDisease,
      assembly: report.case.assembly?.name ?? null,
      outliers,
    },
    knowledgebase,
    index,
  );
  const clonalities = new Map(
    report.findings.map(({ observation, clonality }) => [observation, clonality]),
  );
  const { targets, blocked } = assessCase({
    met,
    observations,
    outliers,
    proteinGiven: report.counts.proteins !== null,
    caseDisease,
    tumorOnly: true,
    prior: report.priorTherapies ?? [],
    clonalityOf: ({ id }) => clonalities.get(id) ?? null,
    index,
  });
  const lost = rebuilt.flatMap(({ finding, observation }) => (observation === null ? finding : []));
  return { targets, blocked, lost };
}

function inputsOf({ counts, inputs, case: { annotation } }: Report): Set<InputNeed> {
  const available = new Set<InputNeed>();
  if (counts.variants !== null) {
    available.add("small-variants");
    if (annotation.endsWith("of the file")) available.add("protein-annotation");
  }
  for (const { role } of inputs) {
    if (role === "protein") available.add("protein-expression");
    else if (!isNoNeed(role)) available.add(role);
    // Junctions in DNA tell of fusions as well.
    if (role === "structural-variants") available.add("fusions");
  }
  return available;
}

type NoNeed =
  | "case"
  | "variants"
  | "callability"
  | "prior-therapy"
  | "responses"
  | "outside-calls"
  | "cohort"
  | "kinase-substrates";

/** What no rule asks for by itself; callability is of places, which a report does not keep. */
function isNoNeed(role: ReportInput["role"]): role is NoNeed {
  const none: readonly ReportInput["role"][] = [
    "case",
    "variants",
    "callability",
    "prior-therapy",
    "responses",
    "outside-calls",
    "cohort",
    "kinase-substrates",
  ];
  return none.includes(role);
}

/** The call behind an outlier; a protein that was tested and is none is not in a report. */
function callOf({ alteration, support, provenance }: Observation): OutlierCall[] {
  if (alteration.kind !== "expression" || support.kind !== "cohort") return [];
  const { gene, molecule, site, direction } = alteration;
  const reason = { code: "as-reported", text: "As the stored report says." };
  const call = { gene, site, molecule, call: direction, reason, support, provenance };
  return [support.group === undefined ? call : { ...call, group: support.group }];
}

/**
 * A target whose protein was looked at and that no outlier speaks of: its gene was measured and is none. Its numbers are not in
 * the report, and no verdict asks for them.
 */
function callsBeside(report: Report, called: readonly OutlierCall[]): OutlierCall[] {
  const genes = new Set<string>();
  for (const { verification, alterations } of report.targets) {
    if (verification.state === "not assessed" || verification.state === "not assessable") continue;
    for (const { gene } of alterations) if (gene !== null) genes.add(gene);
  }
  for (const { gene } of called) genes.delete(gene);
  return [...genes].toSorted(compareText).map((gene) => ({
    gene,
    molecule: "protein",
    call: "none",
    reason: { code: "as-reported", text: "As the stored report says." },
    support: leaveBlank(null, { n: 0, missing: 0 }, { cohort: "of the stored report", tested: 0 }),
    provenance: { file: "-", line: null, sample: null },
  }));
}
