import type { Match } from "../../match/match.ts";
import type { Observation } from "../../model/observation.ts";
import { sharedGenesOf } from "../../model/shared-genes.ts";

/**
 * The genes of a row of several, where a statement is met by such rows and by nothing that measured the gene by itself. Null: nothing of the
 * kind.
 */
export function sharedRowOf(
  match: Pick<Match, "observations">,
  observations: ReadonlyMap<string, Observation>,
): readonly string[] | null {
  const seen = match.observations
    .flatMap((id) => observations.get(id) ?? [])
    .filter(({ alteration: { kind } }) => kind === "expression" || kind === "ihc");
  const byItself = new Set(
    seen.filter((each) => sharedGenesOf(each) === null).map(({ gene }) => gene),
  );
  const shared = seen.find((each) => !byItself.has(each.gene));
  return shared === undefined ? null : sharedGenesOf(shared);
}
