import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const dist = join(import.meta.dirname, "../../dist");
const shipped = join(dist, "knowledgebase.json");

/**
 * Milliseconds of processor time of `work` in the program that `before` begins, all threads: what a busy machine adds is waiting. The
 * least of several processes.
 */
function leastTime(before: string, work: string): number {
  const script = `
    ${before}
    const before = process.cpuUsage();
    ${work}
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000);
  `;
  const runs = Array.from({ length: 9 }, () =>
    spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }),
  ).map(({ status, stdout }) => {
    expect(status).toBe(0);
    return Number(stdout);
  });
  return Math.min(...runs);
}

test("opening the shipped knowledgebase takes at most two and a half times the hashing and parsing of its bytes", () => {
  const path = JSON.stringify(shipped);
  const bare = leastTime(
    `import { readFileSync } from "node:fs"; import { createHash } from "node:crypto";`,
    `const bytes = readFileSync(${path});
     createHash("sha256").update(bytes).digest("hex");
     JSON.parse(bytes.toString("utf8"));`,
  );
  const whole = leastTime(
    `const { loadKnowledgebase } = await import(${JSON.stringify(join(dist, "index.js"))});`,
    `await loadKnowledgebase(${path});`,
  );
  expect(bare).toBeGreaterThan(0);
  expect(whole / bare).toBeLessThan(2.5);
});
