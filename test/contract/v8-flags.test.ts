import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const source = readFileSync(
  fileURLToPath(new URL("../../bin/v8-flags.js", import.meta.url)),
  "utf8",
);

/** V8 takes what was compiled before under its usual flags alone: one that is not V8's own would make every start slower, in silence. */
test("the usual flags are those of this version of Node", () => {
  const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
  const defaults = new Set([...known.matchAll(/default: (--\S+)/gu)].map(([, flag = ""]) => flag));
  const [major] = process.versions.node.split(".");
  const own = new RegExp(`${major}: \\{ flag: "([^"]+)", usual: ([\\d_]+)`, "u").exec(source);
  const [, flag, usual] = own ?? [];
  if (own !== null) expect(defaults).toContain(`${flag}=${usual?.replaceAll("_", "")}`);
  const [, list = ""] = /usual: \[([^\]]+)\]/u.exec(source) ?? [];
  const collecting = [...list.matchAll(/"([^"]+)"/gu)].map(([, each]) => each);
  expect(collecting).toHaveLength(2);
  for (const each of collecting) expect(defaults).toContain(each);
  // The versions that the program is tested with are known.
  if (major === "20" || major === "24") expect(own).not.toBeNull();
});
