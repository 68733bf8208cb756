import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "metaction-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const part of ["bin", "dist", "fixtures/cases", "package.json"]) {
  cpSync(join(root, part), join(folder, part), { recursive: true });
}
const program = join(folder, "bin", "metaction.js");
const kept = join(folder, "dist", "cli", "code-cache");
rmSync(kept, { recursive: true, force: true });

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [program, ...args], { encoding: "utf8", timeout: 60_000 });
}

function report(): string {
  const input = join(folder, "fixtures", "cases", "colorectal-liver-braf", "case.json");
  const { status, stdout } = run("annotate", input, "--format", "json", "--quiet");
  expect(status).toBe(0);
  return stdout;
}

describe("metaction prepare", () => {
  const cold = report();
  const keptFile = (): string => {
    const [name = ""] = readdirSync(kept);
    return join(kept, name);
  };

  test("keeps compiled code for this Node, which changes no report", () => {
    const { status, stdout, stderr } = run("prepare");
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toContain(`compiled code of Node ${process.versions.node}`);
    const names = readdirSync(kept);
    expect(names).toHaveLength(1);
    expect(names[0]).toContain(`${process.version}-${process.platform}-${process.arch}`);
    expect(report()).toBe(cold);
  });

  test("keeps whenever the cases ran, and only then", () => {
    rmSync(keptFile());
    expect(run("prepare", "--help").status).toBe(0);
    expect(readdirSync(kept)).toEqual([]);
    expect(run("prepare", "--").status).toBe(0);
    expect(readdirSync(kept)).toHaveLength(1);
  });

  test("leaves what V8 takes as it is", () => {
    const { mtimeMs } = statSync(keptFile());
    expect(run("prepare").status).toBe(0);
    expect(statSync(keptFile()).mtimeMs).toBe(mtimeMs);
  });

  test("makes anew what is cut, and a program starts without it", () => {
    const { size } = statSync(keptFile());
    truncateSync(keptFile(), Math.floor(size / 2));
    expect(report()).toBe(cold);
    expect(run("prepare").status).toBe(0);
    expect(statSync(keptFile()).size).toBeGreaterThan(size / 2);
    writeFileSync(keptFile(), "no code");
    expect(report()).toBe(cold);
  });

  test("runs no code that is damaged: V8 would die of it", () => {
    expect(run("prepare").status).toBe(0);
    const bytes = readFileSync(keptFile());
    const listEnd = bytes.length - 4;
    const codeEnd = listEnd - bytes.readUInt32LE(listEnd);
    for (let at = 500; at < codeEnd; at += 5000) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    writeFileSync(keptFile(), bytes);
    expect(report()).toBe(cold);
  });

  test("runs no code of a source that was edited since, which V8 knows by its length alone", () => {
    const edited = join(folder, "dist", "cli", "main.cjs");
    const source = readFileSync(edited, "utf8");
    expect(run("prepare").status).toBe(0);
    writeFileSync(
      edited,
      source.replace("print the versions of the tool", "PRINT the versions of the tool"),
    );
    expect(run("--help").stdout).toContain("PRINT the versions of the tool");
    writeFileSync(edited, source);
    expect(run("--help").stdout).toContain("print the versions of the tool");
  });

  test.skipIf(process.platform === "win32").each([
    ["a pipe", (path: string): unknown => execFileSync("mkfifo", [path])],
    ["a folder", (path: string): unknown => mkdirSync(path)],
    ["a device", (path: string): unknown => symlinkSync("/dev/zero", path)],
  ])("starts as without it where %s has its name", (_, make) => {
    const path = keptFile();
    rmSync(path);
    make(path);
    expect(report()).toBe(cold);
    rmSync(path, { recursive: true });
    expect(run("prepare").status).toBe(0);
  });

  test("says where no temporary folder can be made", () => {
    const TMPDIR = join(folder, "absent");
    const env = { ...process.env, TMPDIR };
    const { status, stderr } = spawnSync(process.execPath, [program, "prepare"], {
      env,
      encoding: "utf8",
    });
    expect(stderr).toContain(`output ${TMPDIR} cannot be written`);
    expect(status).toBe(5);
  });

  test("SIGTERM leaves nothing in the temporary folder and ends by the signal", async () => {
    const TMPDIR = join(folder, "tmp");
    mkdirSync(TMPDIR);
    const child = spawn(process.execPath, [program, "prepare"], {
      env: { ...process.env, TMPDIR },
      stdio: "ignore",
    });
    const end = once(child, "exit");
    while (readdirSync(TMPDIR).length === 0 && (child.exitCode ?? child.signalCode) === null)
      await wait(2);
    child.kill("SIGTERM");
    expect(await end).toEqual([null, "SIGTERM"]);
    expect(readdirSync(TMPDIR)).toEqual([]);
  });

  test("asks nothing of the bundle that a script cannot do: an import", () => {
    const files = readdirSync(join(folder, "dist", "cli")).filter((name) => name.endsWith(".cjs"));
    expect(files.length).toBeGreaterThan(50);
    for (const name of files) {
      expect(readFileSync(join(folder, "dist", "cli", name), "utf8")).not.toMatch(/\bimport\(/u);
    }
  });

  test("does not use the code of another build", () => {
    const id = readFileSync(join(folder, "dist", "cli", "build-id.txt"), "utf8");
    expect(keptFile()).toContain(`${id}-`);
    writeFileSync(join(folder, "dist", "cli", "build-id.txt"), "0000000000000000");
    expect(run("prepare").status).toBe(0);
    expect(readdirSync(kept)).toHaveLength(2);
    expect(report()).toBe(cold);
  });
});
