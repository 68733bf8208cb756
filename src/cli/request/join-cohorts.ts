import { fileSource } from "../../io/byte-source.ts";
import type { ReferenceSubset } from "../../model/cohort.ts";
import { refuse } from "../../model/refusal.ts";
import type { CaseRequest } from "../../run/case-request.ts";

/** Options of the command line that name reference samples. */
export interface CohortOptions {
  readonly proteinCohort?: readonly string[];
  readonly cohort?: readonly string[];
  readonly cohortMeta?: readonly string[];
  readonly referenceSubset?: ReferenceSubset;
  readonly kinaseSubstrates?: string;
  readonly kinaseMinimum?: number;
}

/** Every file that these options name. */
export function cohortFiles(options: CohortOptions): readonly string[] {
  const { cohort = [], cohortMeta = [], kinaseSubstrates } = options;
  return [...cohort, ...cohortMeta, ...(kinaseSubstrates === undefined ? [] : [kinaseSubstrates])];
}

type CohortPart = Pick<
  CaseRequest,
  "cohorts" | "comparedCohorts" | "referenceSubset" | "kinaseSubstrates" | "kinaseMinimum"
>;

/** The case file's cohorts, and those of the command line, each with every table of facts that the command line names. */
export function joinCohorts(given: CohortPart, options: CohortOptions): CohortPart {
  const meta = (options.cohortMeta ?? []).map(fileSource);
  const named = (options.cohort ?? []).map((path) => ({ source: fileSource(path), meta }));
  const cohorts = [...(given.cohorts ?? []), ...named];
  if (cohorts.length === 0 && meta.length > 0) {
    throw refuse("usage", "cohort-missing", "--cohort-meta describes samples of a --cohort");
  }
  const comparedCohorts =
    cohorts.length > 0 && options.proteinCohort !== undefined && options.proteinCohort.length > 0
      ? options.proteinCohort
      : given.comparedCohorts;
  const referenceSubset = options.referenceSubset ?? given.referenceSubset;
  if (cohorts.length === 0 && referenceSubset !== undefined) {
    const message = "a subset of the reference samples can be taken of a --cohort only";
    throw refuse("usage", "cohort-missing", message);
  }
  const kinaseSubstrates =
    options.kinaseSubstrates === undefined
      ? given.kinaseSubstrates
      : fileSource(options.kinaseSubstrates);
  const kinaseMinimum = options.kinaseMinimum ?? given.kinaseMinimum;
  return { cohorts, comparedCohorts, referenceSubset, kinaseSubstrates, kinaseMinimum };
}
