import { dirname, join } from "node:path";
import { makeFolder } from "../../io/make-folder.ts";
import { writeFileAtomic, writeToStream } from "../../io/write-output.ts";
import { fileJsonSchemas, schemaPath } from "../../knowledgebase/folder/file-json-schemas.ts";
import type { Terminal } from "../terminal.ts";

/** Prints the schema of one kind of file, or writes those of all kinds below a folder. */
export async function writeSchemas(
  kind: string | undefined,
  options: { output?: string },
  terminal: Terminal,
): Promise<void> {
  const schemas = fileJsonSchemas();
  const asked = [...schemas].filter(([path]) => kind === undefined || path === schemaPath(kind));
  for (const [path, schema] of asked) {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (options.output === undefined) {
      await writeToStream(terminal.stdout, text);
      continue;
    }
    const target = join(options.output, path);
    await makeFolder(dirname(target));
    await writeFileAtomic(target, text, { noClobber: false });
  }
}
