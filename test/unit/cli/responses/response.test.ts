import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../../../src/cli/main.ts";
import { makeTestTerminal } from "../test-terminal.ts";

let study = "";
const file = (name = "responses.ndjson"): string => join(study, name);
beforeEach(() => {
  study = mkdtempSync(join(tmpdir(), "metaction-study-"));
});
afterEach(() => rmSync(study, { recursive: true }));

async function response(line: string, input?: string) {
  const terminal = makeTestTerminal(input === undefined ? {} : { input });
  const words = (line.match(/"[^"]*"|\S+/gu) ?? []).map((word) => word.replaceAll('"', ""));
  const code = await main(["response", ...words, "--study", study], terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

const startA =
  "add --case MA-017 --event start --period A --date 2025-09-01 --therapy FOLFIRI --scan-days 56";

async function fill(): Promise<void> {
  for (const line of [
    startA,
    "add --case MA-017 --event progression --period A --date 2025-11-20 --basis imaging",
    'add --case MA-017 --event target --date 2026-01-12 --therapy "trametinib + dabrafenib" --alteration "BRAF V600E" --tier I --verification verified',
    "add --case MA-017 --event measurement --date 2026-01-15 --lesion L1:liver:40 --node N1:axilla:18.5 --new-lesions no",
    "add --case MA-017 --event start --period B --date 2026-01-20 --therapy dabrafenib+trametinib --scan-days 56",
    "add --case MA-017 --event measurement --date 2026-03-17 --lesion L1:liver:20 --node N1:axilla:12 --new-lesions no --non-target present",
    "add --case MA-017 --event toxicity --date 2026-02-17 --term Rash --grade 3 --related yes",
    'add --case MA-017 --event ctdna --date 2026-01-18 --assay ddPCR --vaf "BRAF V600E=0.12"',
    'add --case MA-017 --event ctdna --date 2026-03-17 --assay ddPCR --vaf "BRAF V600E=nd"',
    "add --case MA-017 --event verification --date 2026-01-13 --method immunohistochemistry --result supported",
    "add --case MA-017 --event assessment --period B --date 2026-04-20",
  ]) {
    expect(await response(line)).toMatchObject({ code: 0, err: "" });
  }
}

describe("add", () => {
  test("appends a line, says its number, and names the case only when asked", async () => {
    expect(await response(startA)).toEqual({
      code: 0,
      out: "responses.ndjson:1: start\n",
      err: "",
    });
    const more = await response(
      "add --verbose --case MA-017 --event progression --period A --date 2025-11-20 --basis imaging",
    );
    expect(more.out).toBe("responses.ndjson:2: progression of MA-017\n");
    expect(readdirSync(study).toSorted()).toEqual(["responses.head.json", "responses.ndjson"]);
  });

  test("warns of drugs that the knowledgebase does not know, with the nearest names", async () => {
    const kb = join(import.meta.dirname, "../../../../knowledgebase");
    const start = "add --case T1 --event start --period A --date 2025-09-01";
    const known = await response(`${start} --therapy "FOLFIRI + bevacizumab" --kb ${kb}`);
    expect(known).toMatchObject({ code: 0, err: "" });
    const typo = await response(
      `${start.replace("period A", "period B").replace("2025", "2026")} --therapy dabrafinib+trametinib --kb ${kb}`,
    );
    expect(typo.code).toBe(0);
    expect(typo.err).toContain("no drug or class called dabrafinib [therapy-unknown]");
    expect(typo.err).toMatch(/Did you mean [^?]*dabrafenib/iu);
  });

  test.each([
    ["no event", "add --case T1", 2, "event-missing"],
    ["what is missing", "add --case T1 --event start --date 2026-01-01", 2, "--period, --therapy"],
    [
      "an option of another event",
      `${startA} --grade 3`,
      2,
      "--grade: not a part of --event start",
    ],
    ["a name", startA.replace("MA-017", "Ola.Nordmann"), 2, "a person's name"],
    ["a national number", startA.replace("MA-017", "01010112345"), 2, "identity number"],
    ["a day that is none", startA.replace("2025-09-01", "2025-02-30"), 2, "--date"],
    ["a day to come", startA.replace("2025-09-01", "2999-01-01"), 2, "in the future"],
    [
      "a grade above 5",
      "add --case T1 --event toxicity --date 2026-01-01 --term x --grade 6 --related no",
      2,
      "--grade",
    ],
    [
      "percent",
      'add --case T1 --event ctdna --date 2026-01-01 --assay x --vaf "BRAF V600E=12"',
      2,
      "from 0 to 1",
    ],
    [
      "a lesion without its organ",
      "add --case T1 --event measurement --date 2026-01-01 --lesion L1:30 --new-lesions no",
      2,
      "NAME:ORGAN:MM",
    ],
    [
      "a folder that is not there",
      "add --case T1 --event death --date 2026-01-01 --cause tumor --study nowhere",
      2,
      "no-study",
    ],
  ])("refuses %s, and writes nothing", async (_, line, code, message) => {
    const terminal = makeTestTerminal();
    const words = (line.match(/"[^"]*"|\S+/gu) ?? []).map((word) => word.replaceAll('"', ""));
    const where = words.includes("--study") ? [] : ["--study", study];
    expect(await main(["response", ...words, ...where], terminal)).toBe(code);
    expect(terminal.errText()).toContain(message);
    expect(terminal.outText()).toBe("");
    expect(readdirSync(study)).toEqual([]);
  });

  test("takes events as JSON, all of them or none", async () => {
    const death = { event: "death", case: "T1", date: "2026-01-01", cause: "tumor" };
    const late = { event: "assessment", case: "T1", date: "2026-02-01", period: "A" };
    const refused = await response(
      "add --json -",
      `${JSON.stringify(death)}\n${JSON.stringify(late)}\n`,
    );
    expect(refused).toMatchObject({ code: 3, out: "" });
    expect(refused.err).toContain(
      "standard input /1: the assessment of 2026-02-01 is after the death",
    );
    expect(readdirSync(study)).toEqual([]);
    const twice = JSON.stringify(death).replace("{", '{"date":"2020-01-01",');
    for (const [text, line] of [
      [twice, 1],
      [`${JSON.stringify(death)}\n${twice}\n`, 2],
    ] as const) {
      const repeated = await response("add --json -", text);
      expect(repeated.code).toBe(3);
      expect(repeated.err).toContain(`standard input:${line}:`);
      expect(repeated.err).toContain("[json-duplicate-key]");
    }
    const taken = await response("add --json -", JSON.stringify([death, { ...death, case: "T2" }]));
    expect(taken).toMatchObject({
      code: 0,
      out: "responses.ndjson:1: death\nresponses.ndjson:2: death\n",
    });
  });

  test("names the place of each fault in JSON", async () => {
    const { code, err } = await response(
      "add --json -",
      '[{"event":"death","case":"T1","date":"2026-01-01"}]',
    );
    expect(code).toBe(3);
    expect(err).toContain("standard input /0/cause");
  });

  test("takes a target from a stored report, which tells tier and verification", async () => {
    const report = join(
      import.meta.dirname,
      "../../../../fixtures/cases/colorectal-liver-braf/expected/report.json",
    );
    await response(`add --case T1 --event target --date 2026-01-12 --report ${report} --target 1`);
    const { entry } = JSON.parse(readFileSync(file(), "utf8")) as {
      entry: Record<string, unknown>;
    };
    expect(entry).toMatchObject({
      tier: "I",
      report: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) },
    });
    const twice = await response(
      `add --case T1 --event target --date 2026-01-12 --report ${report} --target 1 --tier I`,
    );
    expect(twice).toMatchObject({ code: 2 });
    const unknown = await response(
      `add --case T1 --event target --date 2026-01-12 --report ${report} --target nothing`,
    );
    expect(unknown.err).toContain("has no target nothing");
  });

  test("hashes the report of a repeat biopsy and keeps no path", async () => {
    writeFileSync(file("biopsy.pdf"), "x");
    await response(
      `add --case T1 --event rebiopsy --date 2026-01-12 --report ${file("biopsy.pdf")} --site liver`,
    );
    expect(readFileSync(file(), "utf8")).toContain(
      '"report":{"file":"biopsy.pdf","sha256":"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}',
    );
  });

  test("refuses a record that was changed, and leaves it as it is", async () => {
    await fill();
    const changed = readFileSync(file(), "utf8").replace("FOLFIRI", "FOLFOX!");
    writeFileSync(file(), changed);
    const { code, err } = await response(
      "add --case MA-017 --event death --date 2026-06-01 --cause tumor",
    );
    expect(code).toBe(3);
    expect(err).toMatch(/responses\.ndjson:1: the line is not what was written/u);
    expect(err).not.toContain("MA-017");
    expect(readFileSync(file(), "utf8")).toBe(changed);
  });
});

test.each([
  [
    "start --date 1800-01-01 --period B --therapy x",
    "no patient of a study was seen before 1950-01-01",
  ],
  ["start --date 2026-02-30 --period B --therapy x", "expected a day of the calendar"],
  [
    `measurement --date 2026-01-01 --new-lesions no ${[1, 2, 3, 4, 5, 6].map((at) => `--lesion L${at}:organ${at}:20`).join(" ")}`,
    "at most 5 target lesions",
  ],
])("an event that cannot be is refused in words: %s", async (event, message) => {
  const { code, err } = await response(`add --case MA-017 --event ${event}`);
  expect(code).not.toBe(0);
  expect(err).toContain(message);
});

describe("verify", () => {
  test("counts a whole record and prints its last digest, which is an anchor later", async () => {
    await fill();
    const { code, out } = await response("verify");
    expect(code).toBe(0);
    expect(out).toMatch(
      /^responses\.ndjson: 11 lines of 1 case, whole; last line sha256 [0-9a-f]{64}\n$/u,
    );
    const anchor = /[0-9a-f]{64}/u.exec(out)?.[0] ?? "";
    await response("add --case MA-017 --event death --date 2026-06-01 --cause tumor");
    expect((await response(`verify --anchor ${anchor}`)).code).toBe(0);
    expect((await response(`verify --anchor ${"0".repeat(64)}`)).code).toBe(3);
  });

  test("lists every fault with its line", async () => {
    await fill();
    const lines = readFileSync(file(), "utf8").split("\n");
    writeFileSync(file(), lines.with(2, "x").with(6, "y").join("\n"));
    const { code, err } = await response("verify");
    expect(code).toBe(3);
    expect(err).toContain("responses.ndjson:3:");
    expect(err).toContain("responses.ndjson:7:");
  });

  test("says that a cut end cannot be seen where the head is gone", async () => {
    await fill();
    expect((await response("verify")).err).toBe("");
    rmSync(file("responses.head.json"));
    const { code, err } = await response("verify");
    expect(code).toBe(0);
    expect(err).toContain("lines that were cut from its end cannot be seen");
  });

  test("says where there is no record", async () => {
    expect(await response("verify")).toMatchObject({ code: 3 });
  });
});

describe("repair", () => {
  test("puts the bytes of a torn line aside; then events can be added", async () => {
    await fill();
    const whole = readFileSync(file());
    appendFileSync(file(), '{"seq":12,"previous":"ab');
    expect((await response("verify")).err).toContain(
      "responses.ndjson:12: the last line is cut off",
    );
    expect(
      await response("add --case MA-017 --event death --date 2026-06-01 --cause tumor"),
    ).toMatchObject({ code: 3 });
    expect((await response("repair")).out).toMatch(
      /24 bytes of the torn line 12 are in responses\.torn-12-[0-9a-f]{8}/u,
    );
    expect(readFileSync(file())).toEqual(whole);
    const aside = readdirSync(study).find((name) => name.startsWith("responses.torn")) ?? "";
    expect(readFileSync(file(aside), "utf8")).toBe('{"seq":12,"previous":"ab');
    expect(
      (await response("add --case MA-017 --event death --date 2026-06-01 --cause tumor")).code,
    ).toBe(0);
    expect((await response("verify")).code).toBe(0);
    expect((await response("repair")).out).toContain("nothing to repair");
  });

  test("gives a whole last line its line feed back", async () => {
    await fill();
    const whole = readFileSync(file());
    truncateSync(file(), whole.length - 1);
    expect((await response("repair")).out).toContain("got its line feed");
    expect(readFileSync(file())).toEqual(whole);
  });

  test("does not hide by a line feed that lines after it are gone", async () => {
    await fill();
    const lines = readFileSync(file(), "utf8").split("\n");
    const cut = lines.slice(0, 3).join("\n");
    writeFileSync(file(), cut);
    const { code, err } = await response("repair");
    expect(code).toBe(3);
    expect(err).toMatch(/lines 4 to 11 are missing at the end/u);
    expect(readFileSync(file(), "utf8")).toBe(cut);
  });

  test("mends nothing else", async () => {
    await fill();
    const cut = readFileSync(file()).subarray(0, -20);
    writeFileSync(file(), cut);
    expect(await response("repair")).toMatchObject({ code: 3, out: "" });
    expect(readFileSync(file())).toEqual(cut);
  });
});

describe("show", () => {
  test("prints verdict, rule, chance and caveats together", async () => {
    await fill();
    const { code, out } = await response("show MA-017");
    expect(code).toBe(0);
    expect(out).toContain(
      "undetermined: ratio at least 1.13 (B 90 days / A 80 days); rule: ratio >= 1.3",
    );
    expect(out).toContain("43.5%");
    expect(out).toContain("10.1038/s41698-025-00865-1");
    expect(out).toContain("best response: PR");
    expect(out).toContain("verification before treatment: supported");
    const strict = await response("show MA-017 --threshold 1.1 --operator gt");
    expect(strict.out).toContain(
      "benefit: ratio at least 1.13 (B 90 days / A 80 days); rule: ratio > 1.1",
    );
  });

  test("has the combination in one order", async () => {
    await fill();
    const { out } = await response("show MA-017 --format json");
    const { target } = JSON.parse(out) as { target: { therapy: { id: string } } };
    expect(target.therapy.id).toBe("dabrafenib+trametinib");
  });

  test("draws a timeline without a style or a script, with the same in words", async () => {
    await fill();
    await response(`show MA-017 --format svg -o ${file("timeline.svg")}`);
    const svg = readFileSync(file("timeline.svg"), "utf8");
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    expect(svg).toContain('role="img"');
    expect(svg).toContain("<desc");
    expect(svg).not.toMatch(/style|script|href|NaN/u);
  });

  test("escapes what was typed, in each format", async () => {
    const hostile = "<img src=x onerror=alert(1)>|`=1+1";
    await response(
      "add --json -",
      JSON.stringify([
        { event: "start", case: "T1", date: "2025-09-01", period: "B", therapy: hostile },
        {
          event: "toxicity",
          case: "T1",
          date: "2025-10-01",
          term: hostile,
          grade: 3,
          related: true,
        },
      ]),
    );
    for (const format of ["html", "svg"]) {
      const { code, out } = await response(`show T1 --format ${format}`);
      expect(code).toBe(0);
      expect(out).not.toContain("<img");
    }
    expect((await response("show T1 --format md")).out).not.toContain("|`");
  });

  test("refuses a record with a fault, and a case that is not in it, without naming it", async () => {
    await fill();
    const unknown = await response("show MA-018");
    expect(unknown).toMatchObject({ code: 2, out: "" });
    expect(unknown.err).not.toContain("MA-01");
    appendFileSync(file(), "x\n");
    expect(await response("show MA-017")).toMatchObject({ code: 3, out: "" });
  });
});
