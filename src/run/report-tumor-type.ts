import { type Disease, type DiseaseTree, tellReading } from "../knowledgebase/disease-tree.ts";
import { makeProblem, type ReportProblem } from "../model/problem.ts";

/** Says as what disease a tumor type was read that is written otherwise, and warns where its code is also written for another tumor. */
export function reportTumorType(
  given: string,
  disease: Disease,
  { tree, report }: { readonly tree: DiseaseTree; readonly report: ReportProblem },
): void {
  const { readAs, others } = tellReading(tree, given, disease);
  if (others !== null) {
    const message = `the tumor type ${given} is read as ${disease.name}, and is also written for ${others}`;
    const hint = "Name the other one by its own code if that is meant.";
    report(makeProblem("tumor-type-doubtful", "warning", message, { hint }));
  } else if (readAs !== null) {
    report(
      makeProblem("tumor-type-read", "notice", `the tumor type ${given} is read as ${readAs}`),
    );
  }
}
