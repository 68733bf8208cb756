/** The workflows that are handed out pass on what a sample sheet tells: a column that one forgets changes its reports in silence. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeProgram } from "../../src/cli/program.ts";
import { sheetColumns } from "../../src/read/sheet-columns.ts";
import { makeTestTerminal } from "../unit/cli/test-terminal.ts";

const workflows = join(import.meta.dirname, "../../fixtures/workflows");
const read = (path: string): string => readFileSync(join(workflows, path), "utf8");
/** The row's name and variant file are no options. */
const told = sheetColumns
  .map(({ name }) => name)
  .filter((name) => !["sample", "vcf"].includes(name));
const listOf = (name: string, text: string): string[] => {
  const [, items = ""] = new RegExp(`^${name} = \\[([^\\]]*)\\]`, "mu").exec(text) ?? [];
  return [...items.matchAll(/"(\w+)"/gu)].map(([, item = ""]) => item);
};
const optionsOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/prefix: --([a-z-]+)/gu)].map(([, name = ""]) => name));
const toOption = (column: string): string => column.replaceAll("_", "-");

test("every column of a sample sheet is an option of annotate", () => {
  const nothing = (): void => {};
  const context = {
    terminal: makeTestTerminal(),
    finish: nothing,
    prepared: nothing,
    help: nothing,
  };
  const annotate = makeProgram(context).commands.find((each) => each.name() === "annotate");
  const known = annotate?.options.map(({ long }) => long);
  for (const column of told) expect(known).toContain(`--${toOption(column)}`);
});

test("the Snakefile passes on each column", () => {
  const text = read("snakemake/Snakefile");
  expect([...listOf("OPTIONS", text), ...listOf("FILES", text)].toSorted()).toEqual(
    told.toSorted(),
  );
});

test("the CWL tool has an input for each column", () => {
  const known = optionsOf(read("cwl/annotate.cwl"));
  for (const column of told) expect(known).toContain(toOption(column));
});

test("the module of nf-core takes each column that is no file from meta", () => {
  const files = listOf("FILES", read("snakemake/Snakefile"));
  const [, items = ""] =
    /def told = \[([^\]]*)\]/u.exec(read("nf-core/metaction/annotate/main.nf")) ?? [];
  const names = [...items.matchAll(/'(\w+)'/gu)].map(([, item = ""]) => item);
  expect(names.toSorted()).toEqual(told.filter((name) => !files.includes(name)).toSorted());
});
