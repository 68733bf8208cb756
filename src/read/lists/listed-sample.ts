import type { ReportProblem } from "../../model/problem.ts";
import type { Refusal } from "../../model/refusal.ts";
import { noSuchSample, undecided } from "../vcf/tumor-sample.ts";
import type { ChosenSample } from "../variant-reader.ts";

/** Distinct names in the order of the file; of many the first ones only, so that memory stays flat. */
export interface ListedNames {
  add(name: string): void;
  has(name: string): boolean;
  first(): string | undefined;
  names(): readonly string[];
}

/** More samples than any cohort that is asked about by one of them. */
const mostNames = 100_000;

export function makeListedNames(): ListedNames {
  const seen = new Set<string>();
  return {
    add(name) {
      if (name !== "" && seen.size < mostNames) seen.add(name);
    },
    has: (name) => seen.has(name),
    first: () => [...seen].at(0),
    names: () => [...seen],
  };
}

/**
 * Which sample of a table of several is the tumor: the one asked for, else the only one. Null when the table names none and
 * none is asked for. Throws Refusal "usage" naming the samples; with `report` that is a warning instead, and null is given.
 */
export function chooseListedSample(
  listed: ListedNames,
  { file, asked, report }: { file: string; asked: string | undefined; report?: ReportProblem },
): ChosenSample | null {
  const samples = listed.names();
  const refusal = (): Refusal | null => {
    if (asked !== undefined) return listed.has(asked) ? null : noSuchSample(file, asked, samples);
    return samples.length > 1 ? undecided(file, samples) : null;
  };
  const refused = refusal();
  if (refused !== null && report === undefined) throw refused;
  if (refused !== null) {
    for (const problem of refused.problems) report?.({ ...problem, severity: "warning" });
    return null;
  }
  if (asked !== undefined) return { name: asked, decidedBy: "--tumor-sample" };
  const [only] = samples;
  return only === undefined ? null : { name: only, decidedBy: "the only sample of the file" };
}
