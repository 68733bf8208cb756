/** The workflows that are handed out pass on what a sample sheet tells: a column that one forgets changes its reports in silence. */
import { noStarter } from "../../src/cli/command-context.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeProgram } from "../../src/cli/program.ts";
import { indexSuffixes } from "../../src/io/bgzf/index-suffixes.ts";
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

const nothing = (): void => {};
const program = makeProgram({
  terminal: makeTestTerminal(),
  finish: nothing,
  starter: noStarter,
  help: nothing,
});
const optionsOfCommand = (command: string) =>
  program.commands.find((each) => each.name() === command)?.options ?? [];
const isRepeatable = (column: string): boolean =>
  optionsOfCommand("annotate").some(
    ({ long, description }) =>
      long === `--${toOption(column)}` && description.includes("repeatable"),
  );
/** The lines of each input of a CWL document, by its name: what stands below `inputs` with an indentation of two. */
function inputsOf(text: string): Map<string, string> {
  const [, inputs = ""] = /^inputs:\n((?: .*\n)+)/mu.exec(text) ?? [];
  const parts = [...inputs.matchAll(/^ {2}(\w+):(.*\n(?: {3}.*\n)*)/gmu)];
  return new Map(parts.map(([, name = "", lines = ""]) => [name, lines]));
}
const tool = read("cwl/annotate.cwl");
const many = read("cwl/annotate-many.cwl");
/** Names that the expressions of a document match, in order. */
const namesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = ""]) => name).toSorted();

test("every column of a sample sheet is an option of annotate", () => {
  const known = optionsOfCommand("annotate").map(({ long }) => long);
  for (const column of told) expect(known).toContain(`--${toOption(column)}`);
});

test("the Snakefile passes on each column", () => {
  const text = read("snakemake/Snakefile");
  expect([...listOf("OPTIONS", text), ...listOf("FILES", text)].toSorted()).toEqual(
    told.toSorted(),
  );
});

test("the CWL tool has an input for each column, and takes as many files as the program does", () => {
  const known = optionsOf(tool);
  const inputs = inputsOf(tool);
  for (const column of told) {
    expect(known).toContain(toOption(column));
    const isList = inputs.get(column)?.includes("type: array") === true;
    // Of the cohort's names a sheet and the tool take one.
    if (column !== "protein_cohort")
      expect([column, isList]).toEqual([column, isRepeatable(column)]);
  }
});

test("the CWL tool takes the files that the options of batch name, which no other input brings into a job", () => {
  const files = optionsOfCommand("batch").filter(({ flags }) => /<(?:file|path)>/u.test(flags));
  const known = optionsOf(tool);
  for (const { long } of files) expect(known).toContain(long?.slice(2));
});

test("the CWL workflow hands on every input of its tool", () => {
  const shared = [...inputsOf(many).keys()].filter((name) => name !== "cases");
  const fields = namesIn(inputsOf(many).get("cases") ?? "", /^ {10}(\w+):/gmu);
  expect([...fields, ...shared].toSorted()).toEqual([...inputsOf(tool).keys()].toSorted());
  expect(namesIn(many, /^ {6}(\w+): \{ valueFrom: \$\(inputs\.case\.\1\) \}$/gmu)).toEqual(fields);
  expect(namesIn(many, /^ {6}(\w+): \1$/gmu)).toEqual(shared.toSorted());
  const [, known = ""] = /const known = \[([^\]]*)\]/u.exec(many) ?? [];
  expect(namesIn(known, /"(\w+)"/gu)).toEqual(fields);
});

test("an index beside the variants comes with them into a CWL job", () => {
  for (const name of ["vcf", "primary"]) {
    for (const text of [
      inputsOf(tool).get(name),
      new RegExp(`^ {10}${name}:.*$`, "mu").exec(many)?.[0],
    ]) {
      for (const suffix of indexSuffixes)
        expect(text).toContain(`{ pattern: ${suffix}, required: false }`);
    }
  }
});

test("the module of nf-core takes each column that is a file as a path, and the others from meta", () => {
  const files = listOf("FILES", read("snakemake/Snakefile"));
  const module = read("nf-core/metaction/annotate/main.nf");
  expect(namesIn(module, /path\((\w+), stageAs: '\1\/\*'\)/gu)).toEqual(files.toSorted());
  expect(namesIn(module, /\b(\w+): \1\b/gu)).toEqual(files.toSorted());
  const meta = read("nf-core/metaction/annotate/meta.yml").split("output:")[0] ?? "";
  expect(namesIn(meta, /^ {4}- (\w+):/gmu)).toEqual([...files, "index", "vcf"].toSorted());
  const [, items = ""] = /def told = \[([^\]]*)\]/u.exec(module) ?? [];
  expect(namesIn(items, /'(\w+)'/gu)).toEqual(
    told.filter((name) => !files.includes(name)).toSorted(),
  );
});
