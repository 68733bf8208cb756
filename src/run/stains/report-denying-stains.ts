import type { Disease } from "../../knowledgebase/disease-tree.ts";
import { findDenyingStains } from "../../match/stain-subtypes.ts";
import type { Observation } from "../../model/observation.ts";
import { makeProblem } from "../../model/problem.ts";
import type { Stage } from "../stage.ts";

/** Warns where the stains of receptors are not those of the subtype that the case names as its tumor type, which holds all the same. */
export function reportDenyingStains(
  disease: Disease,
  observations: readonly Observation[],
  { index, report }: Pick<Stage, "index" | "report">,
): void {
  const rows = findDenyingStains(disease.id, observations, index.includesDisease);
  const [first] = rows;
  if (first === undefined) return;
  report(
    makeProblem(
      "stains-against-tumor-type",
      "warning",
      `the stains are not those of ${disease.name}, the tumor type of the case: ${rows.map(({ label }) => label).join(", ")}`,
      {
        where: { file: first.provenance.file, line: first.provenance.line ?? undefined },
        hint: "The evidence is that of the stated tumor type. Correct it, or leave the subtype out: the stains tell it then.",
      },
    ),
  );
}
