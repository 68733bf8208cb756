import { makeProblem, type Problem } from "../../model/problem.ts";

/** Said one by one: what a reader of the report would otherwise not know to be missing. */
const told: ReadonlySet<string> = new Set(["kb-overrides", "kb-unknown-file"]);

/** The problems of a knowledgebase that each report repeats; the other warnings of its checks are for its curators, and are counted. */
export function problemsToTell(problems: readonly Problem[]): readonly Problem[] {
  const others = problems.filter(({ code }) => !told.has(code));
  const text = `The checks of the knowledgebase warn ${others.length === 1 ? "once" : `${others.length} times`}: ${countByCode(others)}.`;
  return [
    ...problems.filter(({ code }) => told.has(code)),
    ...(others.length === 0
      ? []
      : [
          makeProblem("kb-warnings", "warning", text, {
            hint: "metaction kb validate lists them.",
          }),
        ]),
  ];
}

function countByCode(problems: readonly Problem[]): string {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `${code} ${count}`).join(", ");
}
