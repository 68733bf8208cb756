import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { fileKindNames } from "../../../../src/cli/kb/file-kind-names.ts";
import { fileJsonSchemas } from "../../../../src/knowledgebase/folder/file-json-schemas.ts";
import { fileKinds } from "../../../../src/knowledgebase/folder/file-kinds.ts";
import { sampleFolder } from "../../knowledgebase/sample-folder.ts";
import { runKb } from "./run-kb.ts";

const shipped = join(import.meta.dirname, "../../../../knowledgebase");

test("the kinds of the command line are those of the list", () => {
  expect(fileKindNames).toEqual(fileKinds.map(({ id }) => id));
});

test("the shipped schemas are those that the program makes", () => {
  for (const [path, schema] of fileJsonSchemas()) {
    expect(JSON.parse(readFileSync(join(shipped, path), "utf8"))).toEqual(schema);
  }
  expect(readdirSync(join(shipped, "schemas"))).toHaveLength(fileJsonSchemas().size);
});

test("every shipped file leads an editor to its schema", () => {
  const names = [
    ...readdirSync(shipped).filter((name) => fileKinds.some(({ path }) => path === name)),
    ...readdirSync(join(shipped, "statements")).map((name) => `statements/${name}`),
  ];
  expect(names.length).toBeGreaterThan(200);
  for (const name of names) {
    const { $schema } = JSON.parse(readFileSync(join(shipped, name), "utf8"));
    expect({ name, leads: existsSync(join(shipped, dirname(name), $schema ?? "nowhere")) }).toEqual(
      {
        name,
        leads: true,
      },
    );
  }
});

test("one schema is printed, all are written below a folder", async () => {
  const { out } = await runKb("schema", "therapies");
  expect(JSON.parse(out)).toMatchObject({
    title: "metaction therapies",
    additionalProperties: false,
  });
  const folder = sampleFolder();
  await runKb("schema", "-o", folder);
  expect(readdirSync(join(folder, "schemas"))).toHaveLength(fileKinds.length);
});
