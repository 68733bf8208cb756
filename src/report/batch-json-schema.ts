import { batchSummarySchema } from "../model/batch.ts";

/** JSON Schema (draft 2020-12) of the `summary.json` that `metaction batch` writes. */
export function batchJsonSchema(): object {
  return batchSummarySchema.toJSONSchema({ target: "draft-2020-12", io: "output" });
}
