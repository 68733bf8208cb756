import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { completionFor } from "../../../../src/cli/completion/completion-for.ts";
import { listCommands } from "../../../../src/cli/completion/command-tree.ts";
import { makeProgram } from "../../../../src/cli/program.ts";
import { makeTestTerminal } from "../test-terminal.ts";

const program = makeProgram({
  terminal: makeTestTerminal(),
  finish: () => undefined,
  prepared: () => undefined,
  help: () => undefined,
});
const script = completionFor("bash", program);

/** What bash would offer for a line; the last word is the one that is being typed. */
function complete(...words: readonly string[]): string[] {
  const line = ["metaction", ...words].map((word) => `"${word}"`).join(" ");
  const text = `${script}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length}; _metaction; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", text], { encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((word) => word !== "");
}

test("bash completes commands, also those of commands", () => {
  expect(complete("ann")).toEqual(["annotate"]);
  expect(complete("kb", "val")).toEqual(["validate"]);
});

test("bash completes options of the command that stands there, and no others", () => {
  expect(complete("annotate", "x.vcf", "--tumor-s")).toEqual(["--tumor-sample"]);
  expect(complete("schema", "--tumor-s")).toEqual([]);
});

test("bash completes the values of an option and of an argument that have a list", () => {
  expect(complete("annotate", "--format", "")).toEqual([
    "html",
    "json",
    "cbioportal-maf",
    "md",
    "tsv",
    "vcf-sites",
  ]);
  expect(complete("schema", "rep")).toEqual(["report"]);
});

test("bash leaves files to itself where a file is wanted", () => {
  expect(complete("annotate", "--protein", "")).toEqual([]);
  expect(complete("annotate", "")).toEqual([]);
});

test.each(["bash", "zsh", "fish"] as const)(
  "%s is told every command and every long option",
  (shell) => {
    const text = completionFor(shell, program);
    for (const { path, options } of listCommands(program)) {
      for (const word of path) expect(text).toContain(word);
      for (const { name } of options) expect(text).toContain(name.replace(/^--/u, ""));
    }
  },
);
