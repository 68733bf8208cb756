import { writeToStream } from "../io/write-output.ts";
import { knowledgebaseJsonSchema } from "../knowledgebase/schema/knowledgebase-json-schema.ts";
import { batchJsonSchema } from "../report/batch-json-schema.ts";
import { caseJsonSchema } from "../report/case-json-schema.ts";
import { reportJsonSchema } from "../report/report-json-schema.ts";
import { responseJsonSchema } from "../responses/response-json-schema.ts";
import type { Terminal } from "./terminal.ts";

const schemas = {
  report: reportJsonSchema,
  case: caseJsonSchema,
  knowledgebase: knowledgebaseJsonSchema,
  batch: batchJsonSchema,
  response: responseJsonSchema,
};

/** Writes one JSON Schema to stdout. */
export async function printSchema(
  document: keyof typeof schemas,
  terminal: Terminal,
): Promise<void> {
  await writeToStream(terminal.stdout, `${JSON.stringify(schemas[document](), null, 2)}\n`);
}
