import { makeProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { showText } from "../../show-text.ts";
import { listExamples } from "../names/list-examples.ts";
import { sampleNotFound } from "../tables/protein-sample.ts";
import type { ProteinReadOptions } from "../../protein-reader.ts";

/** Runs of a long table. */
export interface Runs {
  /** Place of each run, by its name, in file order. */
  readonly samples: ReadonlyMap<string, number>;
  /** Whom a run is of, where the table names that beside the run. */
  readonly subjects: ReadonlyMap<string, string>;
}

interface ChosenRuns {
  /** Place of the case's run; -1 in a table without rows. */
  readonly own: number;
  /** The reference runs under the names that they are printed by, with their places. */
  readonly others: readonly (readonly [string, number])[];
  /** Name of the case, where it is not the one that was asked for. */
  readonly sample?: string;
}

/**
 * The run of the case, asked for by its own name or by whom it is of, and the runs that are its reference: another run of the case's own subject is
 * none. Runs are named by their subjects where each has one. Throws Refusal "identity" where no run is the case, or several are.
 */
export function chooseRuns(
  { samples, subjects }: Runs,
  { file, options }: { readonly file: string; readonly options: ProteinReadOptions },
): ChosenRuns {
  const asked = options.sample;
  const subjectOf = (run: string): string => subjects.get(run) ?? "";
  const hasOneRun = new Set(subjects.values()).size === samples.size && !valuesHave(subjects, "");
  const own = samples.has(asked) ? asked : findRun(asked, { samples, subjects }, file);
  const nameOf = (run: string): string => (hasOneRun ? subjectOf(run) : run);
  const ofCase = subjectOf(own);
  const isSame = (run: string): boolean =>
    options.isReference !== true && ofCase !== "" && subjectOf(run) === ofCase;
  const others = [...samples].filter(([run]) => run !== own);
  const again = others.filter(([run]) => isSame(run)).map(([run]) => run);
  if (again.length > 0) {
    const message = `other runs of ${showText(ofCase)}, of whom the case is, are no reference and were passed over: ${again.length} (${listExamples(again)})`;
    options.report(makeProblem("case-runs-passed-over", "notice", message, { where: { file } }));
  }
  return {
    own: samples.get(own) ?? -1,
    others: others.filter(([run]) => !isSame(run)).map(([run, place]) => [nameOf(run), place]),
    ...(options.isReference === true && hasOneRun ? { sample: nameOf(own) } : {}),
  };
}

function valuesHave(subjects: ReadonlyMap<string, string>, value: string): boolean {
  return [...subjects.values()].includes(value);
}

function findRun(asked: string, { samples, subjects }: Runs, file: string): string {
  const runs = [...subjects].filter(([, subject]) => subject === asked).map(([run]) => run);
  const [run, another] = runs;
  if (run !== undefined && another === undefined) return run;
  if (run === undefined) {
    if (samples.size === 0) return asked;
    throw sampleNotFound(asked, [...new Set([...samples.keys(), ...subjects.values()])], { file });
  }
  const message = `${showText(asked)} was measured in ${runs.length} runs: ${listExamples(runs)}`;
  throw refuse("identity", "protein-sample-ambiguous", message, {
    where: { file },
    hint: "Name one of the runs with --protein-sample (protein outliers: --sample); the others are left out of the reference.",
  });
}
