import { makePlaceChange } from "../../annotate/models/place-change.ts";
import { geneOfStain } from "../../annotate/stain-gene.ts";
import { assessCase } from "../../assess/assess-case.ts";
import { buildIndex } from "../../knowledgebase/index/build-index.ts";
import { findDisease } from "../../knowledgebase/disease-tree.ts";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { findMatches } from "../../match/find-matches.ts";
import type { Match } from "../../match/match.ts";
import type { IhcResult, InputNeed } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import type { Finding, Report, ReportInput } from "../../model/report.ts";
import type { Ranking } from "../../report/compare-reports.ts";
import type { CaseRequest } from "../case-request.ts";
import { callsOfReport, kinasesOfReport } from "./measurements-of-report.ts";
import { observationOfFinding } from "./observation-of-finding.ts";
import { observeHer2 } from "../stains/observe-her2.ts";

export interface Replay extends Ranking {
  /** Findings that could not be rebuilt from the report. */
  readonly lost: readonly Finding[];
  /** Statements that stay open, by id. */
  readonly open: ReadonlyMap<string, Match>;
  /** What is known of the case, by the inputs that the report lists. */
  readonly available: ReadonlySet<InputNeed>;
}

/**
 * Ranks the findings of a stored report by another knowledgebase, without the case's files. What the report does not keep is not
 * replayed: variants of genes that were in no knowledgebase, proteins that were not outliers, other transcripts. Compare a
 * replay with another replay of the same report, not with the report. Throws a `Refusal` when the tumor type is unknown.
 * `models`: name changes of proteins by their reference, as in the case.
 */
export function replayReport(
  report: Report,
  knowledgebase: Knowledgebase,
  models?: CaseRequest["models"],
): Replay {
  const index = buildIndex(knowledgebase);
  const rebuilt = report.findings.map((finding) => ({
    finding,
    observation: observationOfFinding(finding),
  }));
  const observations = readTogether(
    rebuilt.flatMap(({ observation }) => observation ?? []),
    index.currentSymbol,
  );
  const given = report.case.tumorType?.given;
  const caseDisease = given === undefined ? null : findDisease(knowledgebase.diseases, given).id;
  const outliers = callsOfReport(report, observations);
  const available = inputsOf(report);
  const assembly = report.case.assembly?.name ?? null;
  const placeChange = makePlaceChange(assembly === null ? undefined : models?.(assembly));
  const { met, undetermined } = findMatches(
    {
      observations,
      available,
      caseDisease,
      assembly,
      outliers,
      placeChange,
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
    kinases: kinasesOfReport(report),
    proteinGiven: available.has("protein-expression"),
    caseDisease,
    tumorOnly: true,
    placeChange,
    prior: report.priorTherapies ?? [],
    clonalityOf: ({ id }) => clonalities.get(id) ?? null,
    index,
  });
  const lost = rebuilt.flatMap(({ finding, observation }) => (observation === null ? finding : []));
  const open = new Map(undetermined.map((match) => [match.statement.id, match]));
  return { targets, blocked, lost, open, available };
}

/**
 * What rows about HER2 say together of its gene is not in a report, and follows from the rows. A stain of a marker that no gene was known for may
 * have one now.
 */
function readTogether(
  observations: readonly Observation[],
  currentSymbol: Parameters<typeof geneOfStain>[1],
): Observation[] {
  const named = observations.filter(isStain).map((stain): Observation<IhcResult> => {
    const gene = stain.gene ?? geneOfStain(stain.alteration.marker, currentSymbol);
    return { ...stain, gene, alteration: { ...stain.alteration, gene } };
  });
  const { stains } = observeHer2(named);
  const read = new Map(stains.map((stain) => [stain.id, stain]));
  return observations.map((observation) => read.get(observation.id) ?? observation);
}

function isStain(observation: Observation): observation is Observation<IhcResult> {
  return observation.alteration.kind === "ihc";
}

function inputsOf({ counts, inputs, settings, case: { annotation } }: Report): Set<InputNeed> {
  const available = new Set<InputNeed>();
  if (counts.variants !== null) {
    available.add("small-variants");
    if (annotation.endsWith("of the file")) available.add("protein-annotation");
  }
  for (const { role, name } of inputs) {
    if (role === "protein") {
      if (tellsProteins(settings[`protein table ${name}`])) available.add("protein-expression");
    } else if (!isNoNeed(role)) available.add(role);
    // Junctions in DNA tell of fusions as well.
    if (role === "structural-variants") available.add("fusions");
  }
  return available;
}

/** By what the settings say that a table measures, which is proteins where they do not say it. */
function tellsProteins(setting: Report["settings"][string] | undefined): boolean {
  return typeof setting !== "string" || !/^(?:rna|kinase-activity); /.test(setting);
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
