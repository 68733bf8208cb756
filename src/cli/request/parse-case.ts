import { refuseRepeatedKeys } from "../../io/json/repeated-keys.ts";
import { caseSchema, type CaseFile } from "../../model/case.ts";
import { makeProblem } from "../../model/problem.ts";
import { Refusal, refuse } from "../../model/refusal.ts";

/** Reads the text of a case file; `name` is what messages call it. Throws Refusal "input" with every fault. */
export function parseCase(bytes: Uint8Array, name: string): CaseFile {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (error) {
    throw refuse("input", "case-not-json", `${name} is not valid JSON in UTF-8`, {
      where: { file: name },
      hint: "metaction schema case prints what a case file holds.",
      cause: error,
    });
  }
  refuseRepeatedKeys(text, name);
  const result = caseSchema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal(
    "input",
    result.error.issues.map((issue) =>
      makeProblem("case-invalid", "error", issue.message, {
        where: { file: name, pointer: `/${issue.path.map(String).join("/")}` },
        hint: "metaction schema case prints what a case file holds.",
      }),
    ),
  );
}
