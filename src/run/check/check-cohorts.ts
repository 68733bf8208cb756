import { readCohortMeta } from "../../read/cohort/cohort-meta.ts";
import type { CaseRequest } from "../case-request.ts";
import { gatherFindings, type CheckedFile, type CheckOptions } from "./check-input.ts";
import { readCohorts } from "../proteins/read-cohorts.ts";

/**
 * Checks the reference files of a case, and the tables of facts about their samples, as `annotate` reads them: scale and molecule are
 * those of the first protein table. A table of facts is checked once, and a cohort whose facts are refused is checked without them.
 */
export async function checkCohorts(
  { cohorts = [], protein }: Pick<CaseRequest, "cohorts" | "protein">,
  options: Pick<CheckOptions, "proteinScale" | "proteinMolecule" | "proteinNames">,
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  const factsByPath = new Map<string, CheckedFile>();
  const [first] = protein;
  for (const request of cohorts) {
    for (const each of request.meta) {
      const key = each.path ?? each.name;
      if (factsByPath.has(key)) continue;
      const facts = await gatherFindings(each, async (findings) => {
        findings.format = "cohort-meta";
        await readCohortMeta(each, { report: findings.report, strict: false });
      });
      factsByPath.set(key, facts);
      checked.push(facts);
    }
    const sound = request.meta.filter(
      ({ path, name }) => factsByPath.get(path ?? name)?.isRefused === false,
    );
    const told = new Set(sound.map(({ name }) => name));
    checked.push(
      await gatherFindings(request.source, async (findings) => {
        const { files } = await readCohorts([{ ...request, meta: sound }], {
          scale: first?.scale ?? options.proteinScale,
          molecule: first?.molecule ?? options.proteinMolecule,
          names: options.proteinNames,
          strict: false,
          report(problem) {
            if (!told.has(problem.where?.file ?? "")) findings.report(problem);
          },
        });
        findings.format = files[0]?.format ?? findings.format;
      }),
    );
  }
  return checked;
}
