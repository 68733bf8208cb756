import type { ByteSource } from "../../io/byte-source.ts";
import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import type { CohortFile, CohortQuestion, CohortRow, ReferenceCohort } from "./cohort.ts";
import type { CohortSample } from "./cohort-meta.ts";
import { findReaderByHead } from "../find-reader.ts";
import { groupSamples, type SampleGroup } from "./group-samples.ts";
import { matchRows } from "./match-rows.ts";
import { presentValues } from "./present-values.ts";
import { makeRowValues } from "./row-values.ts";
import {
  describeShared,
  findCopies,
  findLikeName,
  keysOfSamples,
  type SharedValues,
} from "./sample-like-case.ts";
import { showText } from "../show-text.ts";
import type { ProteinReadOptions, ProteinTable } from "../protein-reader.ts";

export interface CohortMatrixOptions {
  /** What is known of samples, by name; may hold samples of other files. */
  readonly facts: ReadonlyMap<string, CohortSample>;
  /** In place of the file's name, in the names of its cohorts. */
  readonly name?: string | undefined;
  readonly scale?: ProteinReadOptions["scale"];
  readonly molecule?: ProteinReadOptions["molecule"];
  /** Knows genes, antibodies and accessions, as for the table of the case. */
  readonly names?: ProteinReadOptions["names"];
  readonly report: ReportProblem;
  readonly strict: boolean;
}

/**
 * Reads any table of proteins as reference samples: every sample of it is one. Throws Refusal "input" when it is no such table or has
 * no sample.
 */
export async function readCohortMatrix(
  source: ByteSource,
  options: CohortMatrixOptions,
): Promise<CohortFile> {
  const { reader, head } = await findReaderByHead("protein", source);
  const first = reader.firstSample(head);
  if (first === null) {
    throw refuse("input", "cohort-no-samples", "the table of reference samples has no sample", {
      where: { file: source.name },
    });
  }
  const { scale, molecule, names, report, strict } = options;
  const table = await reader.read(source, {
    sample: first,
    scale,
    molecule,
    names,
    isReference: true,
    isDescribed: (sample) => options.facts.has(sample),
    report,
    strict,
  });
  const stem = options.name ?? nameOf(table.file);
  const samples = [table.sample, ...table.cohortSamples];
  const { groups, unknown } = groupSamples(stem, samples, options.facts);
  reportUnknown(table.file, unknown, { all: samples.length, report });
  return {
    file: table.file,
    format: table.format,
    digest: table.digest,
    molecule: table.molecule,
    scale: table.scale,
    hasSites: table.rows.some(({ site }) => site !== undefined),
    sampleNames: samples,
    cohorts: (question) => {
      const aberrant = findAberrant(table.file, samples, { facts: options.facts, question });
      const copies = findCopiesIn(table, samples.length, question);
      return groups.map((group) =>
        makeCohort(table, group, { samples, aberrant, copies, question }),
      );
    },
  };
}

/** `breast.csv.gz` is printed as `breast`. */
function nameOf(file: string): string {
  const stem = file.replace(/(?:\.(?:csv|tsv|txt|json|adat|mztab|gct|gz))+$/iu, "");
  return stem === "" ? file : stem;
}

/** Places of the samples that have a known aberration of a gene, by its current symbol; null unless they are to be left out. */
function findAberrant(
  file: string,
  samples: readonly string[],
  { facts, question }: { facts: CohortMatrixOptions["facts"]; question: CohortQuestion },
): ReadonlyMap<string, ReadonlySet<number>> | null {
  if (!question.aberrationNegative) return null;
  const byGene = new Map<string, Set<number>>();
  for (const [index, sample] of samples.entries()) {
    for (const name of facts.get(sample)?.aberrantGenes ?? []) {
      const gene = question.currentSymbol(name) ?? name;
      const places = byGene.get(gene) ?? new Set();
      byGene.set(gene, places.add(index));
    }
  }
  if (byGene.size > 0) return byGene;
  const message = `no aberration of a sample of ${file} is known, so none can be left out`;
  throw refuse("usage", "cohort-aberrations-unknown", message, {
    where: { file },
    hint: "Name genes in a column known-aberration of the table of reference samples.",
  });
}

/** Samples that have the values of the case, by their places. */
function findCopiesIn(
  { rows }: ProteinTable,
  samples: number,
  question: CohortQuestion,
): ReadonlyMap<number, SharedValues> {
  const shared = matchRows(rows, question).map(({ row, value }) => ({
    value,
    first: row.value ?? Number.NaN,
    samples: row.cohort,
  }));
  return findCopies(shared, samples);
}

interface GroupContext {
  readonly samples: readonly string[];
  readonly copies: ReadonlyMap<number, SharedValues>;
  readonly aberrant: ReadonlyMap<string, ReadonlySet<number>> | null;
  readonly question: CohortQuestion;
}

function makeCohort(
  table: ProteinTable,
  group: SampleGroup,
  { samples, aberrant, copies, question }: GroupContext,
): ReferenceCohort {
  const { indexes: all, ...facts } = group;
  const isNamed = (index: number): boolean => question.caseNames.has(samples[index] ?? "");
  const isCase = (index: number): boolean => isNamed(index) || copies.has(index);
  const indexes = all.filter((index) => !isCase(index));
  const nameAt = (index: number): string => showText(samples[index] ?? "");
  return {
    ...facts,
    file: table.file,
    molecule: table.molecule,
    scale: table.scale.name,
    samples: indexes.length,
    removed: all.filter(isCase).map((index) => samples[index] ?? ""),
    likeCase: [
      ...all.flatMap((index) => {
        const shared = copies.get(index);
        return shared === undefined || isNamed(index)
          ? []
          : [
              `its sample ${nameAt(index)} has the values of the case in ${describeShared(shared)}, and was taken out`,
            ];
      }),
      ...indexes.flatMap((index) => {
        const name = findLikeName(samples[index] ?? "", question.caseNames);
        return name === null
          ? []
          : [`its sample ${nameAt(index)} is named like the case ${showText(name)}`];
      }),
    ],
    aberrationNegative: aberrant !== null,
    sampleNames: indexes.map((index) => samples[index] ?? ""),
    sampleKeys: () => keysOfSamples(indexes.map((index) => samples[index] ?? "")),
    rows: table.rows.map((row) => {
      const places = aberrant?.get(question.currentSymbol(row.gene) ?? row.gene);
      return makeRow(row, indexes, places);
    }),
  };
}

/** Sorted when first asked for: most genes of a cohort are asked for their median only. */
function makeRow(
  row: ProteinTable["rows"][number],
  indexes: readonly number[],
  aberrant: ReadonlySet<number> | undefined,
): CohortRow {
  const { gene, site, cohort, notDetected, cohortNotDetected } = row;
  // The sample that the table was read for is a reference sample like any other.
  const value = notDetected === undefined ? row.value : notDetected.value;
  const isBelow = (index: number): boolean => {
    if (aberrant?.has(index) === true) return false;
    if (index === 0) return notDetected !== undefined && notDetected.value !== null;
    return cohortNotDetected?.[index - 1] === 1 && !Number.isNaN(cohort[index - 1]);
  };
  const hasBelow = notDetected !== undefined || cohortNotDetected !== undefined;
  const valuesBySample = (): Float64Array => {
    const values = new Float64Array(indexes.length);
    for (const [place, index] of indexes.entries()) {
      if (aberrant?.has(index) === true) values[place] = Number.NaN;
      else values[place] = index === 0 ? (value ?? Number.NaN) : (cohort[index - 1] ?? Number.NaN);
    }
    return values;
  };
  const values = makeRowValues(() => presentValues(valuesBySample()));
  const leftOut =
    aberrant === undefined ? 0 : indexes.filter((index) => aberrant.has(index)).length;
  return {
    ...values,
    gene,
    site,
    leftOut,
    notDetected: hasBelow ? indexes.filter(isBelow).length : 0,
    get missing() {
      return indexes.length - leftOut - values.count();
    },
    valuesBySample,
  };
}

function reportUnknown(
  file: string,
  unknown: readonly string[],
  { all, report }: { all: number; report: ReportProblem },
): void {
  if (unknown.length === 0) return;
  const examples = unknown.slice(0, 3).map(showText).join(", ");
  const message = `${unknown.length} of ${all} samples are in no cohort, since the table of reference samples does not name them: ${examples}${unknown.length > 3 ? ", ..." : ""}`;
  report(makeProblem("cohort-samples-unnamed", "warning", message, { where: { file } }));
}
