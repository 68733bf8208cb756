import { callOutliers, type OutlierCall } from "../annotate/protein-outliers.ts";
import { splitMolecules } from "../annotate/split-molecules.ts";
import type { ExpressionOutlier, InputNeed, Measured } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { refuse } from "../model/refusal.ts";
import type { ReportInput } from "../model/report.ts";
import type { ProteinTable } from "../read/reader.ts";
import { findReader } from "../read/find-reader.ts";
import { makeProteinNames } from "../read/protein-names.ts";
import type { ProteinRequest } from "./case-request.ts";
import type { Stage } from "./stage.ts";

/** What the protein tables gave to the case. */
export interface InterpretedProteins {
  readonly tables: readonly ProteinTable[];
  readonly calls: readonly OutlierCall[];
  readonly observations: readonly Observation<ExpressionOutlier>[];
  readonly available: ReadonlySet<InputNeed>;
  readonly inputs: readonly ReportInput[];
}

/**
 * Reads every protein table and calls outliers over the list that was fixed before: genes with an expression
 * statement, and genes whose DNA finding asks for verification (spec clinical 4.3).
 */
export async function interpretProteins(
  stage: Stage,
  asked: { tumorSample: string | null; genesToVerify: ReadonlySet<string> },
): Promise<InterpretedProteins> {
  const results = [];
  const { currentSymbol } = stage.index;
  const names = makeProteinNames({ currentSymbol, identifiers: stage.request.identifiers });
  for (const input of stage.request.protein) {
    const reader = await findReader("protein", input.source);
    const table = await reader.read(input.source, {
      sample: sampleOf(input, asked.tumorSample),
      cohortName: input.cohortName,
      scale: input.scale,
      molecule: input.molecule,
      names,
      report: stage.report,
      strict: stage.request.strict,
    });
    const outcomes = splitMolecules(table).map((part) =>
      callOutliers(part, {
        declared: declareGenes(part.molecule, stage, asked.genesToVerify),
        currentSymbol,
        report: stage.report,
      }),
    );
    results.push({
      table,
      calls: outcomes.flatMap(({ calls }) => calls),
      observations: outcomes.flatMap(({ observations }) => observations),
    });
  }
  return {
    tables: results.map(({ table }) => table),
    calls: results.flatMap(({ calls }) => calls),
    observations: mergeObservations(results.flatMap(({ observations }) => observations)),
    available: new Set(results.length === 0 ? [] : ["protein-expression"]),
    inputs: results.map(({ table }) => ({
      role: "protein",
      name: table.file,
      format: table.format,
      ...table.digest,
    })),
  };
}

/** DNA findings are verified by the protein and its phosphosites; RNA says nothing of them, and no statement is about kinase activity. */
function declareGenes(
  molecule: Measured,
  { index }: Stage,
  genesToVerify: ReadonlySet<string>,
): ReadonlySet<string> {
  if (molecule === "kinase-activity") return genesToVerify;
  const stated = index.expressionGenes(molecule);
  return molecule === "rna" ? stated : new Set([...stated, ...genesToVerify]);
}

/** `--protein-sample`, else the tumor sample's name, else the case cannot be told from its cohort. */
function sampleOf(input: ProteinRequest, tumorSample: string | null): string {
  const sample = input.sample ?? tumorSample;
  if (sample !== null) return sample;
  throw refuse(
    "usage",
    "protein-sample-unknown",
    `which sample of ${input.source.name} is the case is not said`,
    { hint: "Say it with --protein-sample NAME, or protein.sample in the case file." },
  );
}

/** The same outlier in two tables is one observation; the first table's numbers stand. */
function mergeObservations(
  observations: readonly Observation<ExpressionOutlier>[],
): Observation<ExpressionOutlier>[] {
  const byId = new Map<string, Observation<ExpressionOutlier>>();
  for (const observation of observations) {
    if (!byId.has(observation.id)) byId.set(observation.id, observation);
  }
  return [...byId.values()];
}
