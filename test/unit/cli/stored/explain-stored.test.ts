import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../../../src/cli/main.ts";
import { makeTestTerminal } from "../test-terminal.ts";

const folder = join(import.meta.dirname, "../../../../fixtures/cases/colorectal-liver-braf");
const stored = join(folder, "expected/report.json");

async function explain(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = makeTestTerminal();
  const code = await main(["explain", ...args], terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

test("a target of a report is told from its line to what ranks it above the next", async () => {
  const { code, out } = await explain(stored, "target:cetuximab+encorafenib");
  expect(code).toBe(0);
  expect(out).toMatch(/^1\. Cetuximab \+ Encorafenib \(target:cetuximab\+encorafenib\)\n/);
  expect(out).toMatch(/\n {2}seen: BRAF V600E in metastasis\.vcf, line \d+, sample TUMOR: /);
  expect(out).toMatch(/\n {2}statement civic:EID9851, sensitivity: .*PMID 31566309\]\n/);
  expect(out).toMatch(/\n {2}tier: Tier I, level A\. .*\n {2}verification: not informative\. /s);
  expect(out).toMatch(/\n {2}order: above target:.*, decided by drug\. Equal with Cetuximab/);
  expect(out).not.toContain("2. ");
});

test("a drug, an alteration and a statement find what they are named in, whatever their case", async () => {
  const ranks = async (word: string) => {
    const { out } = await explain(stored, word, "--format", "json");
    const found: { targets: { rank: number }[]; findings: unknown[] } = JSON.parse(out);
    return [found.targets[0]?.rank, found.findings.length];
  };
  expect(await ranks("ENCORAFENIB")).toEqual([1, 0]);
  expect(await ranks("braf v600e")).toEqual([1, 1]);
  expect(await ranks("civic:EID9851")).toEqual([1, 1]);
});

test("an alteration is told with every criterion of its oncogenicity", async () => {
  const { out } = await explain(stored, "BRAF V600E");
  expect(out).toMatch(/\n {2}oncogenicity: \w.* points from the \d+ of 17 criteria .*SBS2, SBP1\n/);
  expect(out).toMatch(/\n {4}OS1 met: BRAF V600E is taken as established: /);
  expect(out).toMatch(/\n {4}OP1, SBP1 not evaluated: Predictions of the effect are not read\.\n/);
});

test("without a name everything is told, also what is not ranked and why", async () => {
  const { out } = await explain(stored);
  expect(out).toMatch(/\nNot ranked \(.*\n {2}reason: .+\n {2}seen: /);
});

test.each(["3", "3.", "#3"])(
  "a target is found by its rank as the page prints it: %s",
  async (word) => {
    const { code, out } = await explain(stored, word);
    expect(code).toBe(0);
    expect(out).toMatch(/^3\. Cetuximab \+ Irinotecan \+ Vemurafenib \(/);
    expect(out).not.toMatch(/^(?:\d+\. (?!Cetuximab \+ Irino)|Finding|Not ranked)/m);
    const { out: whyNot } = await explain(stored, word, "--why-not");
    expect(whyNot).toContain("It is ranked, at 3.");
  },
);

test("a rank that there is not is refused with those that there are", async () => {
  const { code, err } = await explain(stored, "300");
  expect(code).toBe(2);
  expect(err).toMatch(/no target of rank 300.*Its ranks are 1 to \d+\./s);
});

test("what was set aside or left open is not refused without the way to it", async () => {
  const { code, err } = await explain(stored, "KRAS G12D");
  expect(code).toBe(2);
  expect(err).toContain('metaction explain report.json "KRAS G12D" --why-not');
  expect(err).not.toContain("nearest");
});

test("an unknown name is refused with the nearest one, and with what to run", async () => {
  const { code, err } = await explain(stored, "Encorafenip");
  expect(code).toBe(2);
  expect(err).toMatch(/nearest name in it is encorafenib.*explain case\.json "Encorafenip"/is);
});

test.each([
  [
    "KRAS G12D",
    /KRAS G12D\n {2}what happened: It was seen in metastasis\.vcf, line \d+, and set aside/,
  ],
  ["KRAS G12D", /what would settle it: .*--include-filtered/],
  ["Panitumumab", /Panitumumab\n {2}what happened: Resistance to Panitumumab in this tumor: /],
  [
    "civic:EID9851",
    /Cetuximab \+ Encorafenib for BRAF V600E\n {2}what happened: It is ranked, at \d+\./,
  ],
  ["KIT", /what happened: It was left open, with \d+ statements?: .*\n {2}what would settle it: /],
  ["Imatinib", /^Imatinib: Nothing in the report is named so/],
])("--why-not %s is answered from the report alone", async (word, expected) => {
  const { code, out } = await explain(stored, word, "--why-not");
  expect(code).toBe(0);
  expect(out).toMatch(expected);
  expect(out).toContain("\nA stored report keeps the statements that are met");
});

test("--why-not is JSON as well, and without a name tells everything and where to look further", async () => {
  const { out } = await explain(stored, "KRAS", "--why-not", "--format", "json");
  const { whyNot }: { whyNot: { code: string }[] } = JSON.parse(out);
  expect(whyNot.map(({ code }) => code)).toContain("set-aside-filtered");
  expect((await explain(stored, "--why-not")).out).toContain("\n\nA stored report keeps");
});

test("a case still needs a gene", async () => {
  const { code, err } = await explain(join(folder, "case.json"));
  expect(code).toBe(2);
  expect(err).toContain("missing required argument 'variant'");
});
