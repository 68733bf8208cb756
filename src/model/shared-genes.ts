import type { Observation } from "./observation.ts";

/** The genes of the row that an observation was read from, where they are several; null where it is of its gene alone. */
export function sharedGenesOf({ support }: Pick<Observation, "support">): readonly string[] | null {
  return support.kind === "cohort" ? (support.group ?? null) : null;
}
