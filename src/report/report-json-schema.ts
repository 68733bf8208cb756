import { reportSchema } from "../model/report.ts";

/**
 * JSON Schema (draft 2020-12) of the report that `metaction annotate` writes. Refinements that JSON
 * Schema cannot say, such as counts that add up, are not in it.
 */
export function reportJsonSchema(): object {
  return reportSchema.toJSONSchema({ target: "draft-2020-12", io: "output" });
}
