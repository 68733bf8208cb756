import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildKnowledgebase } from "../../../../src/knowledgebase/load/build-knowledgebase.ts";
import {
  rawStatement,
  sampleFiles,
  sampleFolder,
  writeFolder,
} from "../../knowledgebase/sample-folder.ts";
import { runKb } from "./run-kb.ts";

const shipped = join(import.meta.dirname, "../../../../knowledgebase");
const sound = () => {
  const files = sampleFiles();
  files["therapies.json"].therapies.pop();
  files["documents.json"].documents.pop();
  return files;
};
const faulty = () => {
  const files = sound();
  const therapy = { relation: "single" as const, drugs: ["vemurafinib"] };
  files["statements/BRAF.json"].statements = [rawStatement({ therapy, disease: "DOID:190" })];
  return writeFolder({ ...files });
};

describe("metaction kb validate", () => {
  test("finds no problem in the shipped content", async () => {
    const { code, out } = await runKb("validate", shipped, "--fail-on", "warning");
    expect(out).toMatch(
      /: version \S+, \d+ statements, \d+ genes, sha256 [0-9a-f]{64}: no problem found\n$/,
    );
    expect(code).toBe(0);
  });

  test("lists every problem with its place, pointer and nearest valid value, and ends with 4", async () => {
    const folder = faulty();
    const { code, out } = await runKb("validate", folder);
    const file = join(folder, "statements/BRAF.json");
    expect(code).toBe(4);
    expect(out.split("\n").slice(0, 6)).toEqual([
      expect.stringMatching(
        /^\S+BRAF\.json:\d+:\d+: error: The therapy "vemurafinib" is not described\. \[kb-unknown-reference\]$/,
      ),
      "  at /statements/0/therapy/drugs/0",
      '  Did you mean "vemurafenib"?',
      expect.stringContaining('error: The disease "DOID:190" is not described.'),
      "  at /statements/0/disease",
      '  Did you mean "DOID:1909"?',
    ]);
    expect(out).toContain(`${file}:`);
    expect(out).toMatch(/2 errors, 1 warning\n$/);
  });

  test("gives the same as JSON, and as annotations of a pull request", async () => {
    const folder = faulty();
    const json = JSON.parse((await runKb("validate", folder, "--format", "json")).out);
    expect(json).toMatchObject({ path: folder, errors: 2, warnings: 1 });
    expect(json.problems[0]).toMatchObject({
      code: "kb-unknown-reference",
      severity: "error",
      file: join(folder, "statements/BRAF.json"),
      pointer: "/statements/0/therapy/drugs/0",
      hint: 'Did you mean "vemurafenib"?',
    });
    const { line, column } = json.problems[0];
    const github = (await runKb("validate", folder, "--format", "github")).out.split("\n");
    expect(github).toHaveLength(4);
    expect(github[0]).toBe(
      `::error file=${join(folder, "statements/BRAF.json")},line=${line},col=${column},title=kb-unknown-reference::The therapy "vemurafinib" is not described. Did you mean "vemurafenib"? (/statements/0/therapy/drugs/0)`,
    );
  });

  test("keeps a text of a file from ending an annotation or steering a terminal", async () => {
    const files = sound();
    files["statements/BRAF.json"].statements[0]!.source.name = "a%b\u200ec";
    const folder = writeFolder({ ...files });
    expect((await runKb("validate", folder, "--format", "github")).out).toContain("a%25b");
    expect((await runKb("validate", folder)).out).not.toContain("\u200e");
  });

  test("ends with 1 for warnings only when asked to", async () => {
    const folder = sampleFolder();
    expect((await runKb("validate", folder)).code).toBe(0);
    expect((await runKb("validate", folder, "--fail-on", "warning")).code).toBe(1);
  });

  test("checks a built file by its digest, and one source file by its shape", async () => {
    const folder = writeFolder({ ...sound() });
    const built = join(folder, "built.json");
    const { text } = await buildKnowledgebase(folder);
    writeFileSync(built, text);
    expect((await runKb("validate", built)).code).toBe(0);
    writeFileSync(built, text.replace("V600E", "V600K"));
    const changed = await runKb("validate", built);
    expect([changed.code, changed.out]).toEqual([4, expect.stringContaining("[kb-built-file]")]);
    expect((await runKb("validate", join(folder, "statements/BRAF.json"))).code).toBe(0);
    const alone = writeFolder({ "x.json": '{ "gene": "BRAF", "statements": [], "variant": [] }' });
    const { code, out } = await runKb("validate", join(alone, "x.json"));
    expect(code).toBe(4);
    expect(out).toContain(
      'x.json:1:37: error: The key "variant" is not known here. [kb-unknown-key]',
    );
    expect(out).toContain('Did you mean "variants"?');
  });
});

/** What must become of each of our own damaged files (`EXPECTED.tsv`), and where. */
const faults = "../shared/faults/kb";
const expected = [
  ["bigint.json", "1:21: error: The number 9007199254740993 loses digits."],
  ["bom.json", "1:1: error: The file starts with a byte order mark."],
  ["deep.json", "1:65: error: Nested deeper than 64 levels."],
  ["dup_key.json", '1:28: error: The key "level" is already at 1:16.'],
  ["html_in_drug.json", "1:1: error: This is no file of a knowledgebase"],
  ["nan.json", "1:24: error: This is no JSON value."],
  ["nul_string.json", "1:12: error: A text holds a control character."],
  ["proto.json", '1:16: error: The key "__proto__" is not allowed.'],
  ["trailing_comma.json", "1:15: error: There is a comma before }."],
  ["trunc.json", "1:41: error: The file ends in the middle."],
  [
    "url_javascript.json",
    '1:22: error: The address "javascript:alert(1)" is not allowed: expected https only.',
  ],
] as const;

describe.skipIf(!existsSync(faults))("kb validate on the shared fault files", () => {
  test.each(expected)("refuses %s at %s", async (name, text) => {
    const { code, out } = await runKb("validate", `${faults}/${name}`);
    expect(code).toBe(4);
    expect(out).toContain(`${name}:${text}`);
  });
});
