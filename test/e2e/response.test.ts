import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bin, runBin } from "./run-bin.ts";

let study = "";
beforeEach(() => {
  study = mkdtempSync(join(tmpdir(), "metaction-study-"));
});
afterEach(() => rmSync(study, { recursive: true }));

const death = (id: string): string[] =>
  `response add --study ${study} --case ${id} --event death --date 2026-01-01 --cause unknown`.split(
    " ",
  );

interface Ending {
  readonly status: number | null;
  readonly out: string;
}

/** Starts an adder; `killAfter` milliseconds later it is killed, if it still runs. */
async function add(id: string, killAfter?: number): Promise<Ending> {
  const child = spawn(process.execPath, [bin, ...death(id)], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk;
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearTimeout(timer);
  return { status, out };
}

function casesInRecord(): string[] {
  const path = join(study, "responses.ndjson");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => (JSON.parse(line) as { entry: { case: string } }).entry.case);
}

test("processes that add at the same time wait for each other, and no event is lost", async () => {
  const ids = Array.from({ length: 8 }, (_, at) => `T${at + 1}`);
  const endings = await Promise.all(ids.map(async (id) => await add(id)));
  expect(endings.map(({ status }) => status)).toEqual(ids.map(() => 0));
  expect(casesInRecord().toSorted()).toEqual(ids);
  const verified = runBin(["response", "verify", "--study", study]);
  expect(verified.stdout).toContain("8 lines of 8 cases, whole");
});

test("after processes that were killed at any moment the record goes on, with all that was told as added", async () => {
  const told: string[] = ["T0"];
  const started = performance.now();
  await add("T0");
  const whole = performance.now() - started;
  for (let round = 0; round < 10; round += 1) {
    const id = `T${round + 1}`;
    const { out } = await add(id, whole * (0.55 + round * 0.06));
    if (out.includes("death")) told.push(id);
    runBin(["response", "repair", "--study", study]);
  }
  const last = await add("T99");
  expect(last.status).toBe(0);
  expect(runBin(["response", "verify", "--study", study])).toMatchObject({ status: 0, stderr: "" });
  expect(casesInRecord()).toEqual(expect.arrayContaining([...told, "T99"]));
});
