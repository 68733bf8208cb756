import type { Report } from "../../model/report.ts";
import { describeCounts } from "./describe-counts.ts";
import { grouped, plural } from "./format-number.ts";

/** What decided how the input was read, term by term, in whole lines. */
export function provenanceFacts(report: Report): { term: string; lines: readonly string[] }[] {
  const { tool, knowledgebase, schemaVersion } = report;
  const { tumorSample, assembly, annotation } = report.case;
  return [
    { term: "Tool", lines: [`${tool.name} ${tool.version}, report schema ${schemaVersion}`] },
    {
      term: "Knowledgebase",
      lines: [
        `${knowledgebase.version}, ${plural(knowledgebase.statements, "statement")} about ${plural(knowledgebase.genes, "gene")}`,
        `SHA-256 ${knowledgebase.sha256}`,
        ...describeAsOf(knowledgebase),
      ],
    },
    ...(knowledgebase.layers === undefined
      ? []
      : [
          {
            term: "Layers, the lowest first",
            lines: knowledgebase.layers.map(
              ({ name, version, sha256, statements }) =>
                `${name}: ${version}, ${plural(statements, "statement")}, SHA-256 ${sha256}`,
            ),
          },
        ]),
    ...(tumorSample === null
      ? []
      : [{ term: "Tumor sample", lines: [`${tumorSample.name}, by ${tumorSample.decidedBy}`] }]),
    ...(assembly === null
      ? []
      : [
          {
            term: "Genome build",
            lines: [`${assembly.name}, by ${assembly.decidedBy}`, ...assembly.evidence],
          },
        ]),
    { term: "Annotation", lines: [annotation] },
    { term: "Counts", lines: describeCounts(report) },
    ...describeFilters(report),
  ];
}

function describeAsOf({ asOf }: Report["knowledgebase"]): string[] {
  if (asOf === undefined) return [];
  const { date, statementsLeftOut, approvalsLeftOut, undated } = asOf;
  return [
    `as of ${date}: ${plural(statementsLeftOut, "statement")} and ${plural(approvalsLeftOut, "approval")} left out as later or of an unknown day; ${plural(undated, "statement")} kept that nothing dates`,
  ];
}

function describeFilters({ counts }: Report): { term: string; lines: readonly string[] }[] {
  if (counts.filters === undefined) return [];
  const lines = counts.filters.map(
    ({ filter, records }) => `${filter === "" ? "no FILTER" : filter}: ${grouped(records)}`,
  );
  return [{ term: "Records by FILTER", lines }];
}
