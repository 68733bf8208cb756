import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../../src/cli/main.ts";
import { makeTestTerminal } from "./test-terminal.ts";

const repository = join(import.meta.dirname, "../../..");
const bundled = join(repository, "fixtures/cases/colorectal-liver-braf");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-check-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function check(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = makeTestTerminal({ input: vcf(["chr7\t5\t.\tA\tT\t9\tPASS\t."]) });
  const code = await main(["check", ...args], terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function vcf(records: readonly string[]): string {
  const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";
  return ["##fileformat=VCFv4.2", columns, ...records, ""].join("\n");
}

describe("metaction check", () => {
  test("says of a sound file that it is, on stdout, and ends with 0", async () => {
    const { code, out, err } = await check(join(bundled, "metastasis.vcf"));
    expect(code).toBe(0);
    expect(out).toMatch(/metastasis\.vcf: accepted \(vcf VCFv4\.2, 9 records read, 0 .*no problem/);
    expect(err).toBe("");
  });

  test("names the files of a case by the path that the case was given by", async () => {
    const given = relative(process.cwd(), join(bundled, "case.json"));
    for (const format of ["text", "json", "tsv"]) {
      const { out } = await check(given, "--format", format);
      expect(out).toContain(join(dirname(given), "proteome.csv"));
      expect(out).not.toContain(process.cwd());
    }
    const lost = write("lost.json", '{"id":"MA-001","variants":"nowhere.vcf"}');
    const { out } = await check(relative(process.cwd(), lost));
    expect(out).toContain(
      `there is no file ${relative(process.cwd(), join(folder, "nowhere.vcf"))}`,
    );
  });

  test("says of an empty name that it is, as of a variable that no script has set", async () => {
    const { code, out } = await check("");
    expect(code).toBe(3);
    expect(out).toContain("the name of a file is empty");
    expect(out).toContain("Fix: Name the file;");
  });

  test("lists five examples of a kind with place and fix, then how many more there are", async () => {
    const path = write(
      "many.vcf",
      vcf(Array.from({ length: 8 }, () => "chr7\tx\t.\tA\tT\t.\t.\t.")),
    );
    const { code, out } = await check(path);
    expect(code).toBe(1);
    expect(out.split("\n")).toEqual([
      `${path}: accepted (vcf VCFv4.2, 8 records read, 8 of them refused), problems: 8`,
      "  error [vcf-pos-malformed] 8 times",
      ...[3, 4, 5, 6, 7].map(
        (line) => `    many.vcf:${line}:6: record refused: POS is malformed: "x"`,
      ),
      "    and 3 more",
      "    Fix: Write POS in digits only.",
      "",
    ]);
  });

  test("ends with 1 from a warning on only when it is asked to", async () => {
    const path = write("warned.vcf", vcf(["chr7\t5\ta;\tA\tT\t9\tPASS\t."]));
    expect((await check(path)).code).toBe(0);
    expect((await check(path, "--fail-on", "warning")).code).toBe(1);
  });

  test("checks every file, and the worst exit code of them wins", async () => {
    const bad = write("bad.vcf", vcf(["chr7\tx\t.\tA\tT\t9\tPASS\t."]));
    const refused = write("refused.vcf", "##fileformat=VCFv9.9\n");
    const { code, out } = await check(refused, join(folder, "missing.vcf"), bad, "-");
    expect(code).toBe(3);
    expect(out).toMatch(/refused\.vcf: REFUSED[^]*missing\.vcf: REFUSED[^]*bad\.vcf: accepted/);
    expect(out).toMatch(/^-: accepted \(vcf VCFv4\.2, 1 record read/m);
  });

  test("checks a case with every file that it names", async () => {
    const { code, out } = await check(join(bundled, "case.json"), "--format", "json");
    expect(code).toBe(0);
    const { files } = JSON.parse(out);
    expect(files).toMatchObject([
      { file: "case.json", format: "case", state: "accepted", problems: [] },
      { file: "metastasis.vcf", tumorSample: "TUMOR", counts: { read: 9, refused: 0 } },
      { file: "proteome.csv", format: "protein-wide" },
    ]);
  });

  test("checks the reference files that a case names, and what is said of their samples", async () => {
    const cohorts = join(repository, "fixtures/cases/breast-liver-cohorts/case.json");
    const { code, out } = await check(cohorts, "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(out).files.slice(2)).toMatchObject([
      { file: "samples.csv", format: "cohort-meta", state: "accepted", problems: [] },
      { file: "references.csv", format: "protein-wide", state: "accepted" },
    ]);
  });

  test("checks the table of kinases and substrates that a case names", async () => {
    write("own-sites.csv", "gene,T\nEGFR,1.5\n");
    const body = (substrates: string) =>
      JSON.stringify({
        id: "x",
        protein: [{ file: "own-sites.csv", sample: "T" }],
        kinaseSubstrates: substrates,
      });
    write("pairs.csv", "kinase,substrate,site\nAKT1,GSK3B,S9\nAKT1,,S473\n");
    write("other.csv", "enzyme,place\nAKT1,S9\n");
    const sound = await check(write("kinases.json", body("pairs.csv")));
    expect(sound.out).toMatch(/pairs\.csv: accepted \(kinase-substrates\)/);
    const refused = await check(write("kinases.json", body("other.csv")));
    expect(refused.code).toBe(3);
    expect(refused.out).toContain("other.csv: REFUSED");
  });

  test("refuses reference files that annotate refuses, each under its own name", async () => {
    write("own.csv", "gene,T\nEGFR,1.5\nERBB2,-0.1\n");
    write("wide.csv", "gene,A,B\nEGFR,1.5,-2\nERBB2,x,3\n");
    write("facts.csv", "patient,organ\nA,breast\n");
    write("changed.json", '{"format":"metaction-cohort/1","sha256":"00"}');
    const path = write(
      "cohorts.json",
      JSON.stringify({
        id: "x",
        protein: [{ file: "own.csv", sample: "T" }],
        cohort: [
          { file: "wide.csv", meta: "facts.csv" },
          { file: "changed.json" },
          { file: "nowhere.csv", meta: "facts.csv" },
        ],
      }),
    );
    const { code, out } = await check(path);
    expect(code).toBe(3);
    const states = out.split("\n").filter((line) => /^\S.*: (?:accepted|REFUSED)/.test(line));
    expect(states.map((line) => /([^/]+): (accepted|REFUSED)/.exec(line)?.slice(1))).toEqual([
      ["cohorts.json", "accepted"],
      ["own.csv", "accepted"],
      ["facts.csv", "REFUSED"],
      ["wide.csv", "REFUSED"],
      ["changed.json", "REFUSED"],
      ["nowhere.csv", "REFUSED"],
    ]);
  });

  test("checks a stored report, and a case that is none", async () => {
    const report = join(bundled, "expected/report.json");
    expect((await check(report)).out).toContain("report.json: accepted (report), no problem");
    const path = write("case.json", '{ "id": "x", "colour": "red" }');
    const { code, out } = await check(path);
    expect(code).toBe(3);
    expect(out).toContain("error [case-invalid]");
  });

  test("checks every row of a protein table though no sample is named, and the named one", async () => {
    const path = write("proteome.csv", "gene,A,B\nEGFR,1,2\nERBB2,x,3\n");
    const { code, out } = await check(path);
    expect(code).toBe(3);
    expect(out).toContain("proteome.csv:3:2: ");
    const sound = write("sound.csv", "gene,A,B\nEGFR,1.5,-2\nERBB2,0.1,3\n");
    expect((await check(sound)).code).toBe(0);
    const missing = await check(sound, "--protein-sample", "C");
    expect(missing.code).toBe(1);
    expect(missing.out).toContain("[protein-sample-missing]");
  });

  test("writes TSV that a spreadsheet takes as text, and no control character anywhere", async () => {
    const hostile = '=HYPERLINK("x")\u001b[2J\u202e';
    const path = write("=1+1.vcf", vcf([`${hostile}\t5\ta;\tA\tT\t9\tPASS\t.`]));
    for (const format of ["text", "json", "tsv"]) {
      const { out } = await check(path, "--format", format);
      expect(out).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
      );
    }
    const { out } = await check(path, "--format", "tsv");
    const rows = out
      .trimEnd()
      .split("\n")
      .map((row) => row.split("\t"));
    expect(rows[0]).toEqual([
      "file",
      "severity",
      "code",
      "line",
      "column",
      "pointer",
      "message",
      "fix",
      "count",
    ]);
    for (const row of rows) {
      expect(row).toHaveLength(9);
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
  });

  test("knows a file that is nothing it reads by name, and refuses it", async () => {
    const { code, out } = await check(write("notes.txt", "Dear reader,\nnothing here\n"));
    expect(code).toBe(3);
    expect(out).toContain("error [format-unknown]");
  });
});
