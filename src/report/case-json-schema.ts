import { caseSchema } from "../model/case.ts";

/** JSON Schema (draft 2020-12) of `case.json`, as a user writes it. */
export function caseJsonSchema(): object {
  return caseSchema.toJSONSchema({ target: "draft-2020-12", io: "input" });
}
