import { fileExists } from "../../io/file-exists.ts";
import { offerNearest, resolveRegimen } from "../../knowledgebase/therapies/resolve-regimen.ts";
import { resolveTherapy } from "../../knowledgebase/therapies/resolve-therapy.ts";
import { makeProblem, type Problem } from "../../model/problem.ts";
import type { ResponseEntry } from "../../model/response-event.ts";
import { bundledKnowledgebase } from "../bundled-files.ts";
import { openKnowledgebase } from "../knowledge/open-knowledgebase.ts";

/**
 * Warns of drugs that the knowledgebase does not know, with the nearest names: cohorts and what reports tell of other patients
 * go by the name. What comes from a stored report is named as there, and drugs of a study may be known nowhere, so that nothing is refused.
 */
export async function findUnknownTherapies(
  entries: readonly ResponseEntry[],
  kb: readonly string[],
): Promise<Problem[]> {
  const given = new Set(entries.flatMap((entry) => typedTherapy(entry) ?? []));
  if (given.size === 0) return [];
  // Run from its source the program has no built knowledgebase.
  if (kb.length === 0 && !(await fileExists(bundledKnowledgebase()))) return [];
  const { therapies } = await openKnowledgebase(kb);
  const named = [...given].flatMap((therapy) =>
    resolveRegimen(therapy, (name) => resolveTherapy(name, therapies)),
  );
  const unknown = new Map(
    named.flatMap(({ name, resolved }) =>
      resolved.kind === "unknown" ? [[name, resolved.near] as const] : [],
    ),
  );
  return [...unknown].map(([name, near]) =>
    makeProblem(
      "therapy-unknown",
      "warning",
      `the knowledgebase has no drug or class called ${name}`,
      {
        hint: `${offerNearest(near)}It was added as it is; a line with --corrects takes its place.`,
      },
    ),
  );
}

function typedTherapy(entry: ResponseEntry): string | undefined {
  if (entry.event === "start") return entry.therapy;
  return entry.event === "target" && entry.report === null ? entry.therapy.label : undefined;
}
