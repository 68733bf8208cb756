import { expect, test } from "vitest";
import { refuseRepeatedKeys } from "../../../../src/io/json/repeated-keys.ts";
import { parseCase } from "../../../../src/cli/request/parse-case.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { statusJson } from "../../../../src/read/status/status-json.ts";
import { refusedText } from "../../read/read-evidence-text.ts";

function refusal(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.problems[0];
    throw error;
  }
  return null;
}

test("a key that stands twice in one object is refused with line and column, at any depth", () => {
  const text = '{\n "a": [{ "b": 1 }, { "b": 1,\n  "b": 2 }]\n}\n';
  expect(refusal(() => refuseRepeatedKeys(text, "f.json"))).toMatchObject({
    code: "json-duplicate-key",
    message: 'the key "b" is already at 2:22',
    where: { file: "f.json", line: 3, column: 3 },
  });
  expect(refusal(() => refuseRepeatedKeys('{"a":1,"a":2}', "f.json", 7))?.where?.line).toBe(7);
  expect(refusal(() => refuseRepeatedKeys('[{"a":1},{"a":2}]', "f.json"))).toBeNull();
});

test("a case file and a list of markers with a repeated key are refused", async () => {
  const text =
    '{\n  "id": "x",\n  "tumorType": "COAD",\n  "tumorType": "SKCM",\n  "variants": "m.vcf"\n}';
  expect(refusal(() => parseCase(Buffer.from(text), "case.json"))).toMatchObject({
    code: "json-duplicate-key",
    where: { file: "case.json", line: 4, column: 3 },
  });
  const markers = '[{"marker":"TMB","value":12,"value":2}]';
  expect((await refusedText(statusJson, markers)).code).toBe("json-duplicate-key");
});
