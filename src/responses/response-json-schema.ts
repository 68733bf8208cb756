import { responseLineSchema } from "../model/response-event.ts";

/** JSON Schema (draft 2020-12) of one line of the record of responses. */
export function responseJsonSchema(): object {
  return responseLineSchema.toJSONSchema({ target: "draft-2020-12", io: "output" });
}
