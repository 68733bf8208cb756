import type { Measured } from "../../model/alteration.ts";
import { makeProblem, type Problem, type ReportProblem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import type { ReportInput } from "../../model/report.ts";
import type { CohortFile, ReferenceCohort } from "../../read/cohort/cohort.ts";
import {
  readCohortMeta,
  type CohortMeta,
  type CohortSample,
} from "../../read/cohort/cohort-meta.ts";
import { openCohort } from "../../read/cohort/open-cohort.ts";
import { describeShared, findCopies, findLikeName } from "../../read/cohort/sample-like-case.ts";
import { showText } from "../../read/show-text.ts";
import type { CohortRequest } from "../case-request.ts";
import { chooseCohorts, type CohortChoice } from "./choose-cohorts.ts";
import { describeCohort } from "./describe-cohort.ts";
import type { ProteinReadOptions, ProteinTable } from "../../read/protein-reader.ts";

export interface CohortReading {
  readonly scale?: ProteinReadOptions["scale"];
  readonly molecule?: ProteinReadOptions["molecule"];
  readonly names?: ProteinReadOptions["names"];
  readonly report: ReportProblem;
  readonly strict: boolean;
}

export interface ReadCohorts {
  readonly files: readonly CohortFile[];
  readonly inputs: readonly ReportInput[];
}

/** Reads every file once; a table of facts that several files share is read once too. */
export async function readCohorts(
  requests: readonly CohortRequest[],
  reading: CohortReading,
): Promise<ReadCohorts> {
  const metaFiles = new Map<string, CohortMeta>();
  const described = new Map<CohortMeta, Set<string> | null>();
  const files: CohortFile[] = [];
  for (const { source, meta, name } of requests) {
    const facts = new Map<string, CohortSample>();
    for (const each of meta) {
      const key = each.path ?? each.name;
      const read = metaFiles.get(key) ?? (await readCohortMeta(each, reading));
      metaFiles.set(key, read);
      addFacts(facts, read);
    }
    const file = await openCohort(source, { facts, name, ...reading });
    files.push(file);
    for (const each of meta) {
      const read = metaFiles.get(each.path ?? each.name);
      if (read !== undefined) noteDescribed(described, read, file);
    }
  }
  for (const [meta, names] of described) reportUndescribed(meta, names, reading.report);
  const inputs = [...files, ...metaFiles.values()].map((each): ReportInput => ({
    role: "cohort",
    name: each.file,
    format: "format" in each ? each.format : "cohort-meta",
    ...each.digest,
  }));
  return { files, inputs };
}

/** Gathers the samples of the matrices that a table of facts was given with; null while there is none. */
function noteDescribed(
  described: Map<CohortMeta, Set<string> | null>,
  meta: CohortMeta,
  { sampleNames }: CohortFile,
): void {
  const known = described.get(meta) ?? null;
  described.set(meta, sampleNames === null ? known : new Set([...(known ?? []), ...sampleNames]));
}

const mostNamed = 5;

/** A name that no matrix has is a sample without its facts, or facts of another study. */
function reportUndescribed(
  { file, samples }: CohortMeta,
  names: ReadonlySet<string> | null,
  report: ReportProblem,
): void {
  const where = { file };
  if (names === null) {
    const message =
      "what is said of reference samples is not used: a built cohort file has taken it up when it was built";
    report(makeProblem("cohort-meta-unused", "warning", message, { where }));
    return;
  }
  const lacking = [...samples.keys()].filter((name) => !names.has(name));
  if (lacking.length === 0) return;
  const shown = lacking.slice(0, mostNamed).map(showText).join(", ");
  const rest = lacking.length > mostNamed ? ", ..." : "";
  const message = `${lacking.length} of ${samples.size} samples are in none of the matrices that the table was given for: ${shown}${rest}`;
  report(
    makeProblem("cohort-meta-samples-unknown", "warning", message, {
      where,
      hint: "Names are compared as they are written; correct them, or leave these samples out.",
    }),
  );
}

/** Throws Refusal "input" when two tables say different things of one sample. */
function addFacts(facts: Map<string, CohortSample>, { file, samples }: CohortMeta): void {
  for (const [name, sample] of samples) {
    const before = facts.get(name);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(sample)) {
      const message = `two tables say different things of sample ${showText(name)}`;
      throw refuse("input", "cohort-sample-twice", message, { where: { file } });
    }
    facts.set(name, sample);
  }
}

export interface CohortsFor extends CohortChoice {
  readonly caseNames: ReadonlySet<string>;
  readonly aberrationNegative: boolean;
  currentSymbol(symbolOrAlias: string): string | null;
  readonly report: ReportProblem;
}

/**
 * The cohorts that one table of the case is compared with; none where no file is of its molecule. Says for each its samples, the share
 * of missing values, and that the case was taken out. Throws Refusal "input" where a cohort is on another scale than the table.
 */
export function cohortsFor(
  table: ProteinTable,
  { files }: ReadCohorts,
  { caseNames, aberrationNegative, currentSymbol, report, ...choice }: CohortsFor,
): readonly ReferenceCohort[] {
  const fitting = files.filter((file) => isComparable(table, file));
  if (files.length > 0) reportOtherMolecules(table, files, report);
  if (fitting.length === 0) {
    reportOwnLikeCase(table, caseNames, report);
    return [];
  }
  const question = { caseNames, caseRows: table.rows, aberrationNegative, currentSymbol };
  const known = fitting.flatMap((file) => file.cohorts(question));
  const { chosen, passedOver, site } = chooseCohorts(known, choice);
  for (const cohort of chosen) checkScale(table, cohort);
  for (const file of new Set(chosen.map((cohort) => cohort.file))) {
    const texts = chosen.filter((cohort) => cohort.file === file).map(describeCohort);
    report(makeProblem("cohort-read", "notice", texts.join("; "), { where: { file } }));
  }
  for (const { name, file, likeCase } of chosen) {
    if (likeCase.length === 0) continue;
    report(likeCaseWarning(`cohort ${name} may hold the case: ${likeCase.join("; ")}`, file));
  }
  if (site !== null) report(makeProblem("biopsy-site-normals", site.severity, site.text));
  if (passedOver.length > 0) {
    report(makeProblem("cohort-passed-over", "notice", passedOver.join("; ")));
  }
  reportSitesAlone(table, chosen, report);
  const isUsed = chosen.every(({ molecule }) => molecule === "phosphosite");
  if (table.cohortSamples.length > 0 && !(table.molecule === "protein" && isUsed)) {
    const message = `the ${table.cohortSamples.length} other samples of the table are not used as a reference, since cohorts are given`;
    report(makeProblem("own-samples-unused", "notice", message, { where: { file: table.file } }));
  }
  return chosen;
}

/** Arrays of antibodies, and tables of both, count as proteins and hold phosphosites: sites are compared with those, and with a file of sites alone. */
function isComparable({ molecule, rows }: ProteinTable, file: CohortFile): boolean {
  if (file.molecule === molecule) return true;
  if (molecule === "phosphosite") return file.molecule === "protein" && file.hasSites;
  return (
    molecule === "protein" &&
    file.molecule === "phosphosite" &&
    rows.some(({ site }) => site !== undefined)
  );
}

/** A table of proteins and phosphosites beside a file of sites alone: what becomes of its proteins. */
function reportSitesAlone(
  table: ProteinTable,
  chosen: readonly ReferenceCohort[],
  report: ReportProblem,
): void {
  const files = chosen.filter(({ molecule }) => molecule === "phosphosite").map(({ file }) => file);
  if (table.molecule !== "protein" || files.length === 0) return;
  const rest =
    files.length < chosen.length
      ? "with the others"
      : table.cohortSamples.length === 0
        ? "with nothing"
        : "with its own other samples";
  const message = `the phosphosites of ${table.file} are compared with ${[...new Set(files)].join(", ")}, which holds no proteins; its proteins are compared ${rest}`;
  report(makeProblem("cohort-sites-alone", "notice", message, { where: { file: table.file } }));
}

/**
 * The cohorts for the part of a table that measures one molecule: proteins have none among files of sites alone, and sites those that have
 * sites where one has.
 */
export function cohortsOfPart(
  { molecule }: Pick<ProteinTable, "molecule">,
  cohorts: readonly ReferenceCohort[],
): readonly ReferenceCohort[] {
  if (molecule !== "phosphosite") {
    return cohorts.filter((cohort) => cohort.molecule !== "phosphosite");
  }
  const withSites = cohorts.filter(({ rows }) => rows.some(({ site }) => site !== undefined));
  return withSites.length > 0 ? withSites : cohorts;
}

/** A cohort of proteins says nothing about RNA: which files are not used, and what they hold. */
function reportOtherMolecules(
  table: ProteinTable,
  files: readonly CohortFile[],
  report: ReportProblem,
): void {
  const others = files.filter((file) => !isComparable(table, file));
  if (others.length === 0) return;
  const held = others.map(({ file, molecule }) => `${file} holds ${measuredNames[molecule]}`);
  const rest =
    others.length < files.length
      ? ""
      : table.cohortSamples.length === 0
        ? "; it has no reference cohort"
        : "; it is compared with its own other samples";
  const message = `${table.file} holds ${measuredNames[table.molecule]}, and reference samples of another molecule are not compared with it: ${held.join("; ")}${rest}`;
  const hint =
    "Where a table is read as the wrong molecule, declare it with --protein-molecule (protein outliers: --molecule).";
  const severity = others.length < files.length ? "notice" : "warning";
  report(
    makeProblem("cohort-other-molecule", severity, message, { where: { file: table.file }, hint }),
  );
}

const measuredNames: Record<Measured, string> = {
  protein: "proteins",
  rna: "RNA",
  phosphosite: "phosphosites",
  "kinase-activity": "kinase activities",
};

/** The other samples of the case's own table; nothing is taken out of them. */
function reportOwnLikeCase(
  { file, rows, cohortSamples }: ProteinTable,
  caseNames: ReadonlySet<string>,
  report: ReportProblem,
): void {
  const copies = findCopies(
    rows.map(({ value, cohort }) => ({ value: value ?? Number.NaN, samples: cohort })),
    cohortSamples.length,
  );
  const texts = cohortSamples.flatMap((sample, index) => {
    const shared = copies.get(index);
    if (shared !== undefined) {
      return [`sample ${showText(sample)} has the values of the case in ${describeShared(shared)}`];
    }
    const name = findLikeName(sample, caseNames);
    return name === null
      ? []
      : [`sample ${showText(sample)} is named like the case ${showText(name)}`];
  });
  if (texts.length > 0) {
    report(likeCaseWarning(`the reference may hold the case: ${texts.join("; ")}`, file));
  }
}

function likeCaseWarning(message: string, file: string): Problem {
  return makeProblem("cohort-like-case", "warning", message, {
    where: { file },
    hint: "A sample of the same tumor hides its outliers: leave it out of the reference (cohort build: --exclude).",
  });
}

function checkScale(table: ProteinTable, { name, file, scale }: ReferenceCohort): void {
  if (scale === table.scale.name || table.scale.name === "unknown") return;
  const message = `cohort ${name} is on the scale ${scale}, the table ${table.file} on ${table.scale.name} (${table.scale.decidedBy})`;
  throw refuse("input", "cohort-scale-differs", message, {
    where: { file },
    hint: "Normalize the case with its cohort, or declare the scale with --protein-scale.",
  });
}
