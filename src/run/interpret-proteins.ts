import {
  fewestSubstrates,
  scoreKinases,
  type KinaseActivity,
} from "../annotate/proteins/kinase-activity.ts";
import { callOutliers, type OutlierCall } from "../annotate/proteins/protein-outliers.ts";
import { compareSitesWithProtein } from "../annotate/proteins/site-above-protein.ts";
import { splitMolecules } from "../annotate/proteins/split-molecules.ts";
import type { Disease, DiseaseTree } from "../knowledgebase/disease-tree.ts";
import type { ExpressionOutlier, InputNeed, Measured } from "../model/alteration.ts";
import type { Observation, Support } from "../model/observation.ts";
import { refuse } from "../model/refusal.ts";
import type { ReportInput } from "../model/report.ts";
import type { ReferenceCohort } from "../read/cohort.ts";
import type { ProteinTable } from "../read/reader.ts";
import { findReader } from "../read/find-reader.ts";
import { readKinaseSubstrates, type KinaseSubstrates } from "../read/kinase-substrates.ts";
import { makeProteinNames } from "../read/protein-names.ts";
import type { ProteinRequest } from "./case-request.ts";
import { cohortsFor, cohortsOfPart, readCohorts } from "./proteins/read-cohorts.ts";
import { preferOwnRows } from "./proteins/prefer-own-rows.ts";
import { reportUnusedSubstrates } from "./proteins/report-unused-substrates.ts";
import type { Stage } from "./stage.ts";

/** What the protein tables gave to the case. */
export interface InterpretedProteins {
  /** Each with the cohorts beside it that it was compared with; without one, its own other samples. */
  readonly tables: readonly (ProteinTable & { readonly references: readonly ReferenceCohort[] })[];
  readonly calls: readonly OutlierCall[];
  /** Activities of kinases by their substrates, of each table with phosphosites. */
  readonly kinases: readonly KinaseActivity[];
  /** Built cohort files that kept a phosphosite from being read beside its protein. */
  readonly builtFiles: readonly string[];
  readonly observations: readonly Observation<ExpressionOutlier>[];
  readonly available: ReadonlySet<InputNeed>;
  /** What the tables measure. */
  readonly measured: ReadonlySet<Measured>;
  readonly inputs: readonly ReportInput[];
}

/**
 * Reads every protein table and calls outliers over the list that was fixed before: genes with an expression
 * statement, and genes whose DNA finding asks for verification (spec clinical 4.3).
 */
export async function interpretProteins(
  stage: Stage,
  asked: {
    readonly tumorSample: string | null;
    readonly genesToVerify: ReadonlySet<string>;
    readonly disease: Disease | null;
    readonly diseases: DiseaseTree;
  },
): Promise<InterpretedProteins> {
  const { request, report } = stage;
  const { currentSymbol, aliasMeanings } = stage.index;
  const { identifiers } = request;
  const names = makeProteinNames({ currentSymbol, aliasMeanings, identifiers });
  const [first] = request.protein;
  const cohorts = await readCohorts(first === undefined ? [] : (request.cohorts ?? []), {
    scale: first?.scale,
    molecule: first?.molecule,
    names,
    report,
    strict: request.strict,
  });
  const substrates = await readSubstrates(stage);
  const results = [];
  for (const input of request.protein) {
    const reader = await findReader("protein", input.source);
    const table = await reader.read(input.source, {
      sample: sampleOf(input, asked.tumorSample),
      cohortName: input.cohortName,
      scale: input.scale,
      molecule: input.molecule,
      names,
      report,
      strict: request.strict,
    });
    const caseNames = [table.sample, asked.tumorSample, request.id];
    const references = cohortsFor(table, cohorts, {
      asked: request.comparedCohorts ?? [],
      disease: asked.disease === null ? null : { id: asked.disease.id, tree: asked.diseases },
      biopsySite: request.biopsySite ?? null,
      caseNames: new Set(caseNames.filter((name) => name !== null)),
      aberrationNegative: request.referenceSubset === "aberration-negative",
      currentSymbol,
      report,
    });
    const outcomes = splitMolecules(table).map((part) => ({
      ...callOutliers(part, {
        declared: declareGenes(part.molecule, stage, asked.genesToVerify),
        currentSymbol,
        cohorts: cohortsOfPart(part, references),
        report,
      }),
      table: part,
    }));
    results.push({
      table,
      outcomes,
      measured: outcomes.map((outcome) => outcome.table.molecule),
      references,
      kinases:
        substrates === null
          ? []
          : outcomes.flatMap((outcome) =>
              scoreKinases(outcome.table, {
                references: outcome.references,
                substrates: substrates.substrates,
                minimum: request.kinaseMinimum ?? fewestSubstrates,
                currentSymbol,
              }),
            ),
    });
  }
  const { calls: allCalls, observations } = preferOwnRows(results.flatMap((each) => each.outcomes));
  const aboveProtein = compareSitesWithProtein(
    allCalls.filter(({ call }) => call === "up" || call === "down"),
    results.flatMap(({ outcomes }) => outcomes),
    currentSymbol,
  );
  const complete = <T extends { readonly support: Support }>(measured: T): T => {
    const { support } = measured;
    const above = support.kind === "cohort" ? aboveProtein.bySupport.get(support) : undefined;
    return above === undefined
      ? measured
      : { ...measured, support: { ...support, aboveProtein: above } };
  };
  const measured = new Set(results.flatMap((result) => result.measured));
  if (request.kinaseSubstrates !== undefined) {
    reportUnusedSubstrates({
      file: request.kinaseSubstrates.name,
      tables: results.flatMap(({ outcomes }) => outcomes.map((outcome) => outcome.table)),
      kinases: results.flatMap(({ kinases }) => kinases),
      report,
    });
  }
  return {
    tables: results.map(({ table, references }) => ({ ...table, references })),
    calls: allCalls.map(complete),
    kinases: results.flatMap(({ kinases }) => kinases),
    builtFiles: aboveProtein.builtFiles,
    observations: mergeObservations(observations.map(complete)),
    // RNA and the activity of kinases tell nothing of proteins.
    available: new Set(
      measured.has("protein") || measured.has("phosphosite") ? ["protein-expression"] : [],
    ),
    measured,
    inputs: [
      ...results.map(({ table }) => ({
        role: "protein" as const,
        name: table.file,
        format: table.format,
        ...table.digest,
      })),
      ...cohorts.inputs,
      ...(substrates === null
        ? []
        : [
            {
              role: "kinase-substrates" as const,
              name: substrates.file,
              format: "kinase-substrates",
              ...substrates.digest,
            },
          ]),
    ],
  };
}

/** Null where the case names none, or has no table to ask it of. */
async function readSubstrates({ request, report }: Stage): Promise<KinaseSubstrates | null> {
  const { kinaseSubstrates: source, protein, strict } = request;
  if (source === undefined || protein.length === 0) return null;
  return await readKinaseSubstrates(source, { report, strict });
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
