import type { Observation } from "../../model/observation.ts";
import { makeProblem } from "../../model/problem.ts";
import type { InterpretedProteins, interpretProteins } from "../interpret-proteins.ts";
import type { Stage } from "../stage.ts";

/** Tables of proteins, their cohorts and kinases: loaded for a case that has one. */
export async function readProteins(
  stage: Stage,
  asked: Parameters<typeof interpretProteins>[1],
): Promise<InterpretedProteins> {
  if (stage.request.protein.length === 0) {
    reportUnused(stage);
    return noProteins;
  }
  const { interpretProteins: interpret } = await import("../interpret-proteins.ts");
  return await interpret(stage, asked);
}

/** What is compared with proteins, and was given where there are none. */
function reportUnused({ request, report }: Stage): void {
  const { cohorts = [], kinaseSubstrates } = request;
  const [cohort] = cohorts;
  if (cohort !== undefined) {
    const message = "reference samples are not used: the case has no protein table";
    const where = { file: cohort.source.name };
    report(
      makeProblem("cohort-unused", "notice", message, {
        where,
        hint: "Give the case's own proteins with --protein.",
      }),
    );
  }
  if (kinaseSubstrates !== undefined) {
    const message = "no kinase is scored by its substrates: the case has no protein table";
    const where = { file: kinaseSubstrates.name };
    const hint = "Give the phosphosites of the case with --protein.";
    report(makeProblem("kinase-substrates-unused", "warning", message, { where, hint }));
  }
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
