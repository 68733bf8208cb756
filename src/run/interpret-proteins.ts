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
import type { ReferenceCohort } from "../read/cohort/cohort.ts";
import { findReader } from "../read/find-reader.ts";
import {
  readKinaseSubstrates,
  type KinaseSubstrates,
} from "../read/proteins/names/kinase-substrates.ts";
import { makeProteinNames, type ProteinNames } from "../read/proteins/names/protein-names.ts";
import type { ProteinRequest } from "./case-request.ts";
import {
  cohortsFor,
  cohortsOfPart,
  readCohorts,
  type ReadCohorts,
} from "./proteins/read-cohorts.ts";
import { preferOwnRows } from "./proteins/prefer-own-rows.ts";
import { reportUnusedSubstrates } from "./proteins/report-unused-substrates.ts";
import type { Stage } from "./stage.ts";
import type { ProteinTable } from "../read/protein-reader.ts";

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

/** What the tables are read for, before a value is seen. */
interface AskedProteins {
  readonly tumorSample: string | null;
  readonly genesToVerify: ReadonlySet<string>;
  readonly disease: Disease | null;
  readonly diseases: DiseaseTree;
}

/**
 * Reads every protein table, at least one, and calls outliers over the list that was fixed before: genes with an expression
 * statement, and genes whose DNA finding asks for verification (spec clinical 4.3).
 */
export async function interpretProteins(
  stage: Stage,
  asked: AskedProteins,
): Promise<InterpretedProteins> {
  const { request, report } = stage;
  const { currentSymbol, aliasMeanings } = stage.index;
  const { identifiers, strict, kinaseSubstrates } = request;
  const names = makeProteinNames({ currentSymbol, aliasMeanings, identifiers });
  const cohorts = await readCohorts(request.cohorts ?? [], {
    scale: request.protein[0]?.scale,
    molecule: request.protein[0]?.molecule,
    names,
    report,
    strict,
  });
  const substrates =
    kinaseSubstrates === undefined
      ? null
      : await readKinaseSubstrates(kinaseSubstrates, { report, strict });
  const results: InterpretedTable[] = [];
  for (const input of request.protein) {
    results.push(await interpretTable(input, { stage, asked, names, cohorts, substrates }));
  }
  const outcomes = results.flatMap((each) => each.outcomes);
  const kinases = results.flatMap((each) => each.kinases);
  if (kinaseSubstrates !== undefined) {
    const tables = outcomes.map(({ table }) => table);
    reportUnusedSubstrates({ file: kinaseSubstrates.name, tables, kinases, report });
  }
  const measured = new Set(outcomes.map(({ table }) => table.molecule));
  return {
    ...joinTables(outcomes, currentSymbol),
    tables: results.map(({ table, references }) => ({ ...table, references })),
    kinases,
    // RNA and the activity of kinases tell nothing of proteins.
    available: new Set(
      measured.has("protein") || measured.has("phosphosite") ? ["protein-expression"] : [],
    ),
    measured,
    inputs: [
      ...results.map(({ table: { file: name, format, digest } }) => {
        return { role: "protein" as const, name, format, ...digest };
      }),
      ...cohorts.inputs,
      ...(substrates === null ? [] : [describeSubstrates(substrates)]),
    ],
  };
}

/** One molecule of a table with what was called of it. */
type TableOutcome = ReturnType<typeof callOutliers> & { readonly table: ProteinTable };

interface InterpretedTable {
  readonly table: ProteinTable;
  readonly outcomes: readonly TableOutcome[];
  readonly references: readonly ReferenceCohort[];
  readonly kinases: readonly KinaseActivity[];
}

/** Reads one table, chooses what it is compared with, and calls each of its molecules apart. */
async function interpretTable(
  input: ProteinRequest,
  {
    stage,
    asked,
    names,
    cohorts,
    substrates,
  }: {
    readonly stage: Stage;
    readonly asked: AskedProteins;
    readonly names: ProteinNames;
    readonly cohorts: ReadCohorts;
    readonly substrates: KinaseSubstrates | null;
  },
): Promise<InterpretedTable> {
  const { request, report } = stage;
  const { currentSymbol } = stage.index;
  const { cohortName, scale, molecule } = input;
  const reader = await findReader("protein", input.source);
  const sample = sampleOf(input, asked.tumorSample);
  const reading = { sample, cohortName, scale, molecule, names, report, strict: request.strict };
  const table = await reader.read(input.source, reading);
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
  const kinases =
    substrates === null
      ? []
      : outcomes.flatMap((outcome) =>
          scoreKinases(outcome.table, {
            references: outcome.references,
            substrates: substrates.substrates,
            minimum: request.kinaseMinimum ?? fewestSubstrates,
            currentSymbol,
          }),
        );
  return { table, outcomes, references, kinases };
}

/** The calls of all tables, each phosphosite with what it shows above its protein. */
function joinTables(
  outcomes: readonly TableOutcome[],
  currentSymbol: (symbolOrAlias: string) => string | null,
): Pick<InterpretedProteins, "calls" | "observations" | "builtFiles"> {
  const { calls, observations } = preferOwnRows(outcomes);
  const { bySupport, builtFiles } = compareSitesWithProtein(
    calls.filter(({ call }) => call === "up" || call === "down"),
    outcomes,
    currentSymbol,
  );
  const complete = <T extends { readonly support: Support }>(measured: T): T => {
    const { support } = measured;
    const aboveProtein = support.kind === "cohort" ? bySupport.get(support) : undefined;
    return aboveProtein === undefined
      ? measured
      : { ...measured, support: { ...support, aboveProtein } };
  };
  return {
    calls: calls.map(complete),
    observations: mergeObservations(observations.map(complete)),
    builtFiles,
  };
}

function describeSubstrates({ file: name, digest }: KinaseSubstrates): ReportInput {
  return { role: "kinase-substrates", name, format: "kinase-substrates", ...digest };
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
