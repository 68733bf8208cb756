import type { Observation } from "../model/observation.ts";
import type { InterpretedProteins, interpretProteins } from "./interpret-proteins.ts";
import type { Stage } from "./stage.ts";

/** Tables of proteins, their cohorts and kinases: loaded for a case that has one. */
export async function readProteins(
  stage: Stage,
  asked: Parameters<typeof interpretProteins>[1],
): Promise<InterpretedProteins> {
  if (stage.request.protein.length === 0) return noProteins;
  const { interpretProteins: interpret } = await import("./interpret-proteins.ts");
  return await interpret(stage, asked);
}

const noProteins: InterpretedProteins = {
  tables: [],
  calls: [],
  kinases: [],
  builtFiles: [],
  observations: [],
  available: new Set(),
  measured: new Set(),
  inputs: [],
};

/** Genes whose DNA finding meets a statement: their protein is asked for. */
export function genesOf(
  observations: readonly Observation[],
  met: readonly { observations: readonly string[] }[],
): ReadonlySet<string> {
  const ids = new Set(met.flatMap((match) => match.observations));
  return new Set(
    observations.flatMap((observation) =>
      observation.gene !== null && ids.has(observation.id) ? [observation.gene] : [],
    ),
  );
}
