import { noStarter } from "../../../../src/cli/command-context.ts";
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { completionFor } from "../../../../src/cli/completion/completion-for.ts";
import { listCommands } from "../../../../src/cli/completion/command-tree.ts";
import { makeProgram } from "../../../../src/cli/program.ts";
import { makeTestTerminal } from "../test-terminal.ts";

const program = makeProgram({
  terminal: makeTestTerminal(),
  finish: () => undefined,
  starter: noStarter,
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

test("bash completes the value behind an equals sign, which it takes for a word", () => {
  expect(complete("annotate", "--format", "=", "js")).toEqual(["json"]);
  expect(complete("annotate", "--assembly", "=")).toEqual(["GRCh37", "GRCh38"]);
  expect(complete("annotate", "--protein", "=", "pro")).toEqual([]);
  expect(complete("annotate", "--format=js")).toEqual(["--format=json"]);
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

/** True where a program starts. */
function isInstalled(name: string): boolean {
  return spawnSync(name, ["--version"]).status === 0;
}

function runShell(shell: string, text: string): string[] {
  const { stdout, stderr } = spawnSync(shell, ["-c", text], { encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((word) => word !== "");
}

test("every quoted text of the script for fish is closed", () => {
  for (const line of completionFor("fish", program).split("\n").slice(1)) {
    expect(line.replaceAll(/'(?:[^'\\]|\\['\\])*'/gu, "")).not.toMatch(/['\\]/u);
  }
});

test.skipIf(!isInstalled("fish"))("fish completes, where it is installed", () => {
  const fish = completionFor("fish", program);
  const ask = (line: string): string[] =>
    runShell("fish", `${fish}\ncomplete -C "metaction ${line}"`).map((each) =>
      each.replace(/\t.*/u, ""),
    );
  expect(ask("ann")).toEqual(["annotate"]);
  expect(ask("annotate --assembly ")).toEqual(["GRCh37", "GRCh38"]);
  expect(ask("schema rep")).toEqual(["report"]);
});

test("the script for zsh keeps the folders of commands, and takes no slice for a modifier", () => {
  expect(script).not.toMatch(/\bpath=/u);
  expect(script).not.toMatch(/\[@\]:\d+:[A-Z]/u);
});

test.skipIf(!isInstalled("zsh"))("zsh completes, where it is installed", () => {
  // As bashcompinit calls it: with arrays that begin at 0.
  const ask = (...words: readonly string[]): string[] =>
    runShell(
      "zsh",
      `compgen() { local word; for word in \${=2}; do [[ $word == $6* ]] && print -r -- $4$word; done; }
complete() { :; }
${script}
setopt ksharrays
COMP_WORDS=(metaction ${words.map((word) => `"${word}"`).join(" ")}); COMP_CWORD=${words.length}
_metaction; print -rl -- "\${COMPREPLY[@]}"; command true`,
    );
  expect(ask("ann")).toEqual(["annotate"]);
  expect(ask("kb", "val")).toEqual(["validate"]);
  expect(ask("annotate", "--assembly", "")).toEqual(["GRCh37", "GRCh38"]);
  expect(ask("annotate", "--format=js")).toEqual(["--format=json"]);
});
