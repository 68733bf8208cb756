import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { gzipSync } from "node:zlib";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bin, runBin } from "./run-bin.ts";

const sound = readFileSync(
  join(import.meta.dirname, "../../fixtures/cases/colorectal-liver-braf/metastasis.vcf"),
);
const lines = sound.toString("utf8").split("\n");

/** Ways in which one file of a night is bad, and how annotate ends for it. */
const broken: readonly (readonly [string, Buffer, number])[] = [
  ["empty", Buffer.alloc(0), 3],
  ["no-header", Buffer.from(lines.filter((line) => !line.startsWith("#")).join("\n")), 3],
  ["no-format-line", Buffer.from(lines.slice(1).join("\n")), 3],
  ["cut-gzip", gzipSync(sound).subarray(0, 400), 3],
  ["gzip-twice", gzipSync(gzipSync(sound)), 3],
  ["zip", Buffer.concat([Buffer.from("PK\u0003\u0004"), sound]), 3],
  ["bcf", Buffer.concat([Buffer.from("BCF\u0002\u0002"), sound]), 3],
  ["utf-16", Buffer.from(`\ufeff${sound.toString("utf8")}`, "utf16le"), 3],
  ["no-tumor", Buffer.from(sound.toString("utf8").replaceAll("TUMOR", "T1")), 2],
  [
    "other-build",
    Buffer.from(
      sound.toString("utf8").replace(/^##contig.*$/gmu, "##contig=<ID=7,length=159138663>"),
    ),
    6,
  ],
];

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-batch-"));
  writeFileSync(join(folder, "sound.vcf"), sound);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function writeSheet(rows: readonly (readonly [sample: string, vcf: string])[]): string {
  const path = join(folder, "samples.csv");
  const text = rows.map(([sample, vcf]) => `${sample},${vcf},TUMOR,COAD,GRCh38`);
  writeFileSync(path, `${["sample,vcf,tumor_sample,tumor_type,assembly", ...text].join("\n")}\n`);
  return path;
}

const manySound = (count: number) =>
  Array.from({ length: count }, (_, index) => [`S${index}`, "sound.vcf"] as const);

/** Every file below a folder with the digest of its content. */
function contents(path: string): ReadonlyMap<string, string> {
  const names = readdirSync(path, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [
        relative(path, file),
        createHash("sha256").update(readFileSync(file)).digest("hex"),
      ]),
  );
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function startBatch(sheet: string, output: string, ...options: readonly string[]) {
  return spawn(
    process.execPath,
    [bin, "batch", sheet, "-O", output, "--threads", "2", "--formats", "json", ...options],
    { stdio: "ignore" },
  );
}

describe("a run over many samples", () => {
  test("names what failed, in ten ways, and leaves the rest as if it had been alone", () => {
    for (const [name, bytes] of broken) writeFileSync(join(folder, `${name}.vcf`), bytes);
    const sheet = writeSheet([
      ...manySound(2),
      ...broken.map(([name]) => [name, `${name}.vcf`] as const),
    ]);
    const output = join(folder, "out");
    const run = runBin(["batch", sheet, "-O", output, "--formats", "json"]);
    expect(run.status).toBe(7);
    expect(run.stdout).toBe("");
    const summary = JSON.parse(readFileSync(join(output, "summary.json"), "utf8"));
    expect(summary.statuses).toMatchObject({ done: 2, failed: broken.length });
    for (const [at, [name, , exitCode]] of broken.entries()) {
      const told = JSON.parse(readFileSync(join(output, `${name}.error.json`), "utf8"));
      expect([name, told.exitCode]).toEqual([name, exitCode]);
      // The head and two sound rows are before them.
      expect(run.stderr).toContain(`failed ${basename(sheet)}:${at + 4}: `);
    }
    const alone = join(folder, "alone.json");
    const options = ["--tumor-sample", "TUMOR", "--tumor-type", "COAD", "--assembly", "GRCh38"];
    const annotated = runBin([
      "annotate",
      join(folder, "sound.vcf"),
      ...options,
      "--case-id",
      "S1",
      "-o",
      alone,
    ]);
    expect(annotated.status).toBe(0);
    expect(readFileSync(join(output, "S1.json"))).toEqual(readFileSync(alone));
  });

  test("gives each sample what --as-of and --responses give it alone", () => {
    const study = join(folder, "study");
    mkdirSync(study);
    const add = (...args: string[]) =>
      runBin(["response", "add", "--study", study, "--case", "C1", ...args]);
    const target = ["--therapy", "Cetuximab + Encorafenib", "--alteration", "BRAF V600E"];
    expect(add("--event", "target", "--date", "2026-01-02", ...target).status).toBe(0);
    const [line, drugs] = [
      ["--event", "start", "--date"],
      ["--therapy", "Encorafenib + Cetuximab"],
    ];
    expect(add(...line, "2026-01-03", "--period", "B", ...drugs).status).toBe(0);
    const options = ["--as-of", "2024-12-31", "--responses", join(study, "responses.ndjson")];
    const output = join(folder, "dated");
    const sheet = writeSheet(manySound(1));
    const run = runBin(["batch", sheet, "-O", output, "--formats", "json", ...options]);
    expect([run.status, run.stderr]).toEqual([0, expect.not.stringContaining("failed S")]);
    const alone = join(folder, "alone.json");
    const told = ["--tumor-sample", "TUMOR", "--tumor-type", "COAD", "--assembly", "GRCh38"];
    const one = [join(folder, "sound.vcf"), ...told, "--case-id", "S0", "-o", alone, ...options];
    expect(runBin(["annotate", ...one]).status).toBe(0);
    expect(readFileSync(join(output, "S0.json"))).toEqual(readFileSync(alone));
    const report = readFileSync(alone, "utf8");
    expect(report).toContain('"date": "2024-12-31"');
    expect(report).toContain('"experience"');
    const missing = runBin(["batch", sheet, "-O", output, "--responses", join(folder, "none")]);
    expect([missing.status, missing.stderr]).toEqual([3, expect.stringContaining("none")]);
  });

  test("gives the same bytes with one thread and with four", () => {
    const sheet = writeSheet(manySound(6));
    const [one, four] = ["1", "4"].map((threads) => {
      const output = join(folder, `out-${threads}`);
      const run = runBin(["batch", sheet, "-O", output, "--threads", threads]);
      expect(run.status).toBe(0);
      return contents(output);
    });
    expect(one).toEqual(four);
  });

  test("killed at any moment and resumed, gives the bytes of one clean run", async () => {
    const sheet = writeSheet(manySound(12));
    const clean = join(folder, "clean");
    expect(runBin(["batch", sheet, "-O", clean, "--formats", "json"]).status).toBe(0);
    const wanted = contents(clean);
    for (const moment of [150, 350, 450, 550, 700]) {
      const output = join(folder, `killed-${moment}`);
      const child = startBatch(sheet, output);
      const ended = once(child, "exit");
      const timer = setTimeout(() => child.kill("SIGKILL"), moment);
      await ended;
      clearTimeout(timer);
      const run = runBin(["batch", sheet, "-O", output, "--formats", "json", "--resume"]);
      expect([moment, run.status]).toEqual([moment, 0]);
      expect(contents(output)).toEqual(wanted);
    }
  });

  test("keeps on --resume what is unchanged, and makes again what is not", () => {
    const sheet = writeSheet([...manySound(2), ["other", "other.vcf"]]);
    writeFileSync(join(folder, "other.vcf"), sound);
    const output = join(folder, "out");
    const resume = () => runBin(["batch", sheet, "-O", output, "--formats", "json", "--resume"]);
    expect(resume().stderr).not.toContain("kept");
    expect(resume().stderr).toContain("3 of them kept");
    writeFileSync(join(folder, "other.vcf"), lines.slice(0, -2).join("\n").concat("\n"));
    expect(resume().stderr).toContain("2 of them kept");
    writeFileSync(join(output, "S0.json"), "{}");
    expect(resume().stderr).toContain("2 of them kept");
    expect(readFileSync(join(output, "S0.json"), "utf8")).toContain("BRAF V600E");
    const strict = runBin([
      "batch",
      sheet,
      "-O",
      output,
      "--formats",
      "json",
      "--resume",
      "--strict",
    ]);
    expect(strict.stderr).not.toContain("kept");
  });

  test("makes again on --resume where two files of one name were exchanged", () => {
    const paths = ["metastasis", "primary"].map((name) => join(folder, name, "calls.vcf"));
    const contentsOf = [
      sound,
      Buffer.from(lines.filter((line) => !/^chr7\b/u.test(line)).join("\n")),
    ];
    const put = (swapped: boolean): void => {
      for (const [at, path] of paths.entries()) {
        mkdirSync(join(path, ".."), { recursive: true });
        writeFileSync(path, contentsOf[swapped ? 1 - at : at] ?? "");
      }
    };
    const sheet = join(folder, "samples.csv");
    const head = "sample,vcf,tumor_sample,tumor_type,primary,primary_sample";
    writeFileSync(sheet, `${head}\nS1,metastasis/calls.vcf,TUMOR,COAD,primary/calls.vcf,TUMOR\n`);
    const output = join(folder, "out");
    const resume = () => runBin(["batch", sheet, "-O", output, "--formats", "json", "--resume"]);
    const best = () => JSON.parse(readFileSync(join(output, "S1.json"), "utf8")).targets[0];
    put(false);
    expect(resume().status).toBe(0);
    expect(best().alterations[0].label).toBe("BRAF V600E");
    expect(resume().stderr).toContain("1 of them kept");
    put(true);
    expect(resume().stderr).not.toContain("kept");
    expect(best().alterations[0].label).not.toBe("BRAF V600E");
  });

  test("a sample that fails now leaves no report of an earlier run, and the other way round", () => {
    const sheet = writeSheet(manySound(1));
    const output = join(folder, "out");
    const run = () => runBin(["batch", sheet, "-O", output, "--formats", "json"]).status;
    expect(run()).toBe(0);
    writeFileSync(join(folder, "sound.vcf"), "");
    expect(run()).toBe(7);
    expect([...contents(output).keys()].filter((name) => name.includes("S0"))).toEqual([
      "S0.error.json",
    ]);
    writeFileSync(join(folder, "sound.vcf"), sound);
    expect(run()).toBe(0);
    expect([...contents(output).keys()].filter((name) => name.includes("S0"))).toEqual([
      ".metaction/S0.json",
      "S0.json",
    ]);
  });

  test("--fail-fast begins no further sample", () => {
    writeFileSync(join(folder, "bad.vcf"), "");
    const sheet = writeSheet([["bad", "bad.vcf"], ...manySound(3)]);
    const output = join(folder, "out");
    const run = runBin(["batch", sheet, "-O", output, "--threads", "1", "--fail-fast"]);
    expect(run.status).toBe(7);
    const summary = JSON.parse(readFileSync(join(output, "summary.json"), "utf8"));
    expect(summary.statuses).toMatchObject({ failed: 1, "not run": 3 });
  });

  test("--fail-fast tells of no sample what an earlier run made of it", () => {
    const output = join(folder, "out");
    const run = () => {
      const sheet = writeSheet([["bad", "bad.vcf"], ...manySound(2)]);
      return runBin(["batch", sheet, "-O", output, "--threads", "1", "--fail-fast"]).status;
    };
    writeFileSync(join(folder, "bad.vcf"), sound);
    expect(run()).toBe(0);
    writeFileSync(join(folder, "bad.vcf"), "");
    expect(run()).toBe(7);
    const summary = JSON.parse(readFileSync(join(output, "summary.json"), "utf8"));
    expect(summary.statuses).toMatchObject({ failed: 1, "not run": 2 });
    expect(summary.cohort.therapies).toEqual([]);
  });

  test("an output that cannot be written ends the run, and leaves no summary of an earlier one", () => {
    const sheet = writeSheet(manySound(24));
    const output = join(folder, "out");
    const run = () => runBin(["batch", sheet, "-O", output, "--formats", "json", "--threads", "2"]);
    expect(run().status).toBe(0);
    for (const name of readdirSync(output).filter((each) => /^S\d+\.json$/u.test(each))) {
      rmSync(join(output, name));
    }
    mkdirSync(join(output, "S0.json", "in-its-place"), { recursive: true });
    const ending = run();
    expect([ending.status, ending.stderr]).toEqual([5, expect.stringContaining("S0.json")]);
    const left = readdirSync(output);
    // The other thread ends its sample, and begins no further one.
    expect(left.filter((name) => /^S\d+\.json$/u.test(name)).length).toBeLessThan(12);
    expect(left.filter((name) => /summary|cohort|mqc|lock|tmp/u.test(name))).toEqual([]);
  });

  test("two runs into one folder: one wins whole, the other is exit 5", async () => {
    const sheet = writeSheet(manySound(8));
    const output = join(folder, "out");
    const first = once(startBatch(sheet, output), "exit");
    await until(() => existsSync(join(output, ".metaction-lock")));
    expect(runBin(["batch", sheet, "-O", output]).status).toBe(5);
    expect(await first).toEqual([0, null]);
    expect(readdirSync(output)).not.toContain(".metaction-lock");
    expect(readdirSync(output).filter((name) => /^S\d\.json$/u.test(name))).toHaveLength(8);
  });

  test.each(["SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIGUSR2", "SIGXCPU"] as const)(
    "%s ends it within a second, without a partial file and without the lock",
    async (signal) => {
      const sheet = writeSheet(manySound(40));
      const output = join(folder, "out");
      const child = startBatch(sheet, output);
      const ended = once(child, "exit");
      await until(() => existsSync(join(output, "S1.json")));
      const asked = Date.now();
      child.kill(signal);
      expect(await ended).toEqual([null, signal]);
      expect(Date.now() - asked).toBeLessThan(1000);
      const names = readdirSync(output, { recursive: true }).map(String);
      expect(names.filter((name) => /tmp|lock/u.test(name))).toEqual([]);
      for (const name of names.filter((file) => /^S\d+\.json$/u.test(file))) {
        expect(() => JSON.parse(readFileSync(join(output, name), "utf8"))).not.toThrow();
      }
    },
  );

  test("a folder of cases is taken as a sheet is", () => {
    for (const name of ["one", "two"]) {
      mkdirSync(join(folder, "cases", name), { recursive: true });
      writeFileSync(
        join(folder, "cases", name, "case.json"),
        JSON.stringify({ id: name, variants: "../../sound.vcf", tumorSample: "TUMOR" }),
      );
    }
    const output = join(folder, "out");
    expect(runBin(["batch", join(folder, "cases"), "-O", output]).status).toBe(0);
    const alone = join(folder, "alone.json");
    runBin(["annotate", join(folder, "cases/one/case.json"), "-o", alone]);
    expect(readFileSync(join(output, "one.json"))).toEqual(readFileSync(alone));
  });

  test("a sheet with faults starts nothing", () => {
    const sheet = writeSheet([
      ["S1", "missing.vcf"],
      ["S1", "sound.vcf"],
    ]);
    const output = join(folder, "out");
    const run = runBin(["batch", sheet, "-O", output]);
    expect(run.status).toBe(3);
    expect(run.stderr).toMatch(/samples\.csv:2: .*missing\.vcf.* does not exist/u);
    expect(run.stderr).toMatch(/samples\.csv:3: this sample is also told at samples\.csv:2/u);
    expect(readdirSync(folder)).not.toContain("out");
  });

  test("compares every sample with the cohorts of the command line, as annotate does", () => {
    const cases = join(import.meta.dirname, "../../fixtures/cases/breast-bone-pik3ca-her2");
    const table = join(cases, "proteome.csv");
    const built = join(folder, "reference.json");
    expect(runBin(["cohort", "build", table, "--exclude", "TUMOR", "-o", built]).status).toBe(0);
    writeFileSync(
      join(folder, "samples.csv"),
      `sample,protein,protein_sample,tumor_type\nS1,${table},TUMOR,BRCA\n`,
    );
    const output = join(folder, "out");
    const run = runBin(["batch", join(folder, "samples.csv"), "-O", output, "--cohort", built]);
    expect(run.status).toBe(0);
    const alone = join(folder, "alone.json");
    writeFileSync(
      join(folder, "case.json"),
      JSON.stringify({ id: "S1", tumorType: "BRCA", protein: [{ file: table, sample: "TUMOR" }] }),
    );
    const annotated = runBin([
      "annotate",
      join(folder, "case.json"),
      "--cohort",
      built,
      "-o",
      alone,
    ]);
    expect(annotated).toMatchObject({ status: 0 });
    const reports = [join(output, "S1.json"), alone].map((file) =>
      JSON.parse(readFileSync(file, "utf8")),
    );
    const [first, second] = reports.map(({ targets, findings }) => ({ targets, findings }));
    expect(first).toEqual(second);
    expect(first?.targets.length).toBeGreaterThan(0);
  });
});
