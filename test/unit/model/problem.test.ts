import { expect, test } from "vitest";
import { sayProblem } from "../../../src/model/problem.ts";

test.each([
  [{ where: null, message: "no input" }, "no input"],
  [{ where: { file: "a.csv" }, message: "two scales" }, "a.csv: two scales"],
  [{ where: { file: "a.csv", line: 3, column: 2 }, message: "no value" }, "a.csv:3:2: no value"],
  [{ where: { file: "a.gz", column: 20 }, message: "no value" }, "a.gz, column 20: no value"],
  [{ where: { file: "a.csv" }, message: "a.csv is no table" }, "a.csv is no table"],
  [{ where: { file: "a.csv", line: 1 }, message: "a.csv is empty" }, "a.csv:1 is empty"],
  [
    { where: { file: "a.vcf" }, message: "which sample of a.vcf is the tumor is not said" },
    "which sample of a.vcf is the tumor is not said",
  ],
  [{ where: { file: "a", line: 2 }, message: "of a kind" }, "a:2: of a kind"],
  [
    { where: { file: "r.json", pointer: "/targets/0" }, message: "expected text" },
    "r.json /targets/0: expected text",
  ],
])("a problem is said with its place, and with the name of its file once: %j", (problem, said) => {
  expect(sayProblem(problem)).toBe(said);
});
