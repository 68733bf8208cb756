/** Problems of content that a curator has looked at and keeps, each with the reason, in `accepted.json`. */
import * as z from "zod";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { SourceFile } from "./knowledgebase-folder.ts";
import { $schema, dayField } from "../schema/schema-fields.ts";

/** Only what is a matter of judgment can be accepted; what would break a run cannot. */
const acceptableCodes = [
  "kb-duplicate-statement",
  "kb-contradiction",
  "kb-residue",
  "kb-protein-residue",
  "kb-sequence",
  "kb-coordinates",
  "kb-builds-disagree",
  "kb-allele-build",
  "kb-unused",
] as const;

export const acceptedFileSchema = z
  .strictObject({
    $schema,
    accepted: z
      .array(
        z.strictObject({
          code: z.enum(acceptableCodes).describe("of the problem, as kb validate prints it"),
          id: z.string().min(1).describe("of the statement, variant or entity that it is about"),
          reason: z.string().min(10).max(300).describe("why it is kept, in words"),
          date: dayField.describe("the day of the decision"),
        }),
      )
      .describe("problems that stay, each once"),
  })
  .meta({ title: "metaction problems that a curator accepts" });

export type AcceptedFile = z.infer<typeof acceptedFileSchema>;

/** The checks that need more than the folder. */
const ofSequences: ReadonlySet<string> = new Set(["kb-sequence", "kb-protein-residue"]);

/**
 * What is left after the accepted problems, with a warning for each entry that accepts nothing any more. Which those are is
 * told when every file was read and sound.
 */
export function acceptProblems(
  problems: readonly Problem[],
  files: readonly SourceFile<unknown>[],
  accepted: SourceFile<AcceptedFile>,
  { hasSequences, isComplete }: { readonly hasSequences: boolean; readonly isComplete: boolean },
): Problem[] {
  const dataOf = new Map(files.map(({ name, data, whole }) => [name, whole ?? data]));
  const entries = accepted.data.accepted;
  const used = new Set<number>();
  const left = problems.filter((problem) => {
    const subject = subjectOf(problem, dataOf);
    const at = entries.findIndex(({ code, id }) => code === problem.code && id === subject);
    if (at === -1) return true;
    used.add(at);
    return false;
  });
  const idle = entries.flatMap(({ code, id }, at) =>
    !isComplete || used.has(at) || (ofSequences.has(code) && !hasSequences)
      ? []
      : [
          makeProblem(
            "kb-accepted-idle",
            "warning",
            `"${id}" has no problem "${code}" to accept.`,
            {
              where: accepted.where(["accepted", at]),
              hint: "Remove the entry, or correct its id.",
            },
          ),
        ],
  );
  return [...left, ...idle];
}

/** The id of the statement, variant or entity that a problem's pointer leads into. */
function subjectOf(problem: Problem, dataOf: ReadonlyMap<string, unknown>): string | null {
  const [, list = "", index = ""] = problem.where?.pointer?.split("/") ?? [];
  const entries = property(dataOf.get(problem.where?.file ?? ""), list);
  const entry = property(entries, index);
  const id = property(entry, "id") ?? property(entry, "symbol");
  return typeof id === "string" ? id : null;
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
