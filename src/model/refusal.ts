import type { Problem, ProblemWhere } from "./problem.ts";
import { makeProblem } from "./problem.ts";

/**
 * Why the tool declines to go on. Each kind has one exit code (`cli/exit-codes.ts`):
 * usage 2, input 3, knowledgebase 4, output 5, identity (sample or genome build) 6.
 */
export type RefusalKind = "usage" | "input" | "knowledgebase" | "output" | "identity";

/** The only error that is meant for the user: it carries the sentence, the place and one thing to do. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly problems: readonly Problem[];

  constructor(kind: RefusalKind, problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((problem) => problem.message).join("\n"), options);
    this.name = "Refusal";
    this.kind = kind;
    this.problems = problems;
  }
}

/** A refusal with one problem. `code` is a kebab-case word. */
export function refuse(
  kind: RefusalKind,
  code: string,
  message: string,
  details: { where?: ProblemWhere; hint?: string; cause?: unknown } = {},
): Refusal {
  const { cause, ...place } = details;
  return new Refusal(kind, [makeProblem(code, "error", message, place)], { cause });
}
