/** Stains, copies and a protein table of one case against the knowledgebase that ships. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ByteSource, streamSource } from "../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report, Target } from "../../../src/model/report.ts";
import { parseReport } from "../../../src/report/parse-report.ts";
import { html } from "../../../src/report/render/html.tsx";
import { json } from "../../../src/report/render/json.ts";
import { noEvidence } from "../../../src/run/case-request.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";

const knowledgebase = await loadKnowledgebase(join(import.meta.dirname, "../../../knowledgebase"));

/** Text that can be looked at before it is read. */
function file(name: string, text: string): ByteSource {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  return { ...streamSource(name, chunks()), chunks };
}

/** ERBB2 at `value` in the case among 30 samples around 0, and genes that do not differ. */
function proteome(value: number): string {
  const names = Array.from({ length: 30 }, (_, index) => `R${index + 1}`);
  const around = (gene: string, own: number): string =>
    [
      gene,
      own,
      ...names.map((_, index) => (Math.sin(index * 7 + gene.length) / 2).toFixed(3)),
    ].join(",");
  const others = ["EGFR", "KIT", "MET", "PTEN", "TP53", "ALK", "AR", "ESR1", "KRAS", "BRAF"];
  const rows = [...others, "NRAS", "CDK4"].map((gene) => around(gene, 0.02));
  return `${[["gene", "CASE", ...names].join(","), ...rows, around("ERBB2", value)].join("\n")}\n`;
}

interface Files {
  readonly tumorType?: string;
  readonly stains?: readonly string[];
  readonly copies?: readonly string[];
  readonly protein?: string;
}

async function interpret({ stains, copies, protein, tumorType = "BRCA" }: Files): Promise<Report> {
  const ihc = ["marker,score,unit,assay,clone", ...(stains ?? [])].join("\n");
  const genes = ["gene\tcopy_number", ...(copies ?? [])].join("\n");
  return await interpretCase(
    {
      id: "verified",
      tumorType,
      ...noEvidence,
      ihc: stains === undefined ? [] : [{ source: file("ihc.csv", `${ihc}\n`) }],
      copyNumber: copies === undefined ? [] : [{ source: file("copies.tsv", `${genes}\n`) }],
      protein:
        protein === undefined ? [] : [{ source: file("proteome.csv", protein), sample: "CASE" }],
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
    },
    knowledgebase,
  );
}

const amplified = ["ERBB2\t14"];
const rests = (target: Target, label: string): boolean =>
  target.alterations.some((alteration) => alteration.label === label);
const statesOf = ({ targets }: Report, label: string): Set<string> =>
  new Set(targets.flatMap((target) => (rests(target, label) ? target.verification.state : [])));

describe("an amplification of ERBB2", () => {
  test("that a stain of 0 contradicts is last in its level and asks for another test", async () => {
    const stains = ["HER2,0,,HercepTest,4B5", "PTEN,lost,,,", "PD-L1,60,TPS,,22C3"];
    const report = await interpret({ stains, copies: amplified });
    expect(statesOf(report, "ERBB2 amplification")).toEqual(new Set(["contradicted"]));
    for (const level of ["A", "B", "C", "D", null]) {
      const states = report.targets
        .filter(({ amp }) => amp.level === level)
        .map(({ verification }) => verification.state === "contradicted");
      expect(states).toEqual(states.toSorted((a, b) => Number(a) - Number(b)));
    }
    const [first] = report.targets;
    expect(first?.caveats.map(({ text }) => text).join()).toContain(
      "confirm by an orthogonal test before use",
    );
    expect(first?.verification.measurements).toMatchObject([
      { assay: "ihc", seen: "0", rule: "V03", provenance: { file: "ihc.csv", line: 2 } },
    ]);
  });

  test("that a table bears out is verified, with a plot that a stored report draws again", async () => {
    const report = await interpret({ copies: amplified, protein: proteome(4.2) });
    expect(statesOf(report, "ERBB2 amplification")).toEqual(new Set(["verified"]));
    expect(report.strips).toMatchObject([{ name: "ERBB2 protein", n: 30, value: 4.2 }]);
    const page = html.render(report);
    expect(page).toContain("ERBB2 protein among its cohort");
    expect(html.render(parseReport(json.render(report), "report.json"))).toBe(page);
  });

  test("that a table does not bear out is not supported, and never contradicted", async () => {
    const report = await interpret({ copies: amplified, protein: proteome(0.02) });
    expect(statesOf(report, "ERBB2 amplification")).toEqual(new Set(["not supported"]));
    expect(report.strips).toHaveLength(1);
  });

  test("that stain and table oppose is discordant", async () => {
    const report = await interpret({
      stains: ["HER2,0,,,"],
      copies: amplified,
      protein: proteome(4.2),
    });
    expect(statesOf(report, "ERBB2 amplification")).toEqual(new Set(["discordant"]));
  });

  test("that nothing was measured for is not assessed, and has no plot", async () => {
    const report = await interpret({ copies: amplified });
    expect(statesOf(report, "ERBB2 amplification")).toEqual(new Set(["not assessed"]));
    expect(report.strips).toBeUndefined();
  });
});

describe("a homozygous deletion of CDKN2A", () => {
  /** CDKN2A in the case and in 20 samples, among genes that all of them have. */
  function declared(own: string, lacking: number): string {
    const names = Array.from({ length: 20 }, (_, index) => `R${index + 1}`);
    const lines = ["CASE", ...names].flatMap((sample, index) => [
      ...["EGFR", "KIT", "MET", "PTEN", "TP53", "ALK", "AR", "ESR1", "KRAS", "BRAF", "NRAS"].map(
        (gene) => `${sample},${gene},${(20 + Math.sin(index * 7) / 3).toFixed(3)},detected`,
      ),
      index === 0
        ? `${sample},CDKN2A,${own}`
        : `${sample},CDKN2A,${index <= lacking ? ",not detected" : `${(19.5 + Math.cos(index) / 3).toFixed(3)},detected`}`,
    ]);
    return `sample,gene,value,detection\n${lines.join("\n")}\n`;
  }
  const lost = ["CDKN2A\t0"];
  const label = "CDKN2A homozygous deletion";

  test("is verified by a protein that is declared not detected and that 95 % of the cohort have", async () => {
    const report = await interpret({ copies: lost, protein: declared(",not detected", 1) });
    expect(statesOf(report, label)).toEqual(new Set(["verified"]));
    const [target] = report.targets.filter((each) => rests(each, label));
    expect(target?.verification.measurements).toMatchObject([
      {
        seen: "not detected",
        rule: "V18",
        verdict: "verified",
        support: { value: null, modifiedZ: null, detection: { detected: 19, samples: 20 } },
      },
      { seen: "not detected", rule: "M06", verdict: "verified" },
    ]);
    expect(target?.verification.reason.text).toContain(
      "CDKN2A protein was not detected (cohort 95 %: 19 of 20 samples detect it, declared by column detection",
    );
    expect(target?.caveats).toContainEqual({
      code: "not-detected",
      text: "CDKN2A protein not detected: no z and no q stand behind this; samples of other samples of proteome.csv that do not detect it either: 1 of 20. Confirm its loss by a stain.",
    });
    expect(report.findings.map((finding) => finding.label)).toContain(
      "CDKN2A protein not detected",
    );
    const page = html.render(report);
    expect(page).toContain("not detected (cohort 95 %)");
    expect(html.render(parseReport(json.render(report), "report.json"))).toBe(page);
  });

  test("is not assessable by an empty cell, and by a protein that the cohort lacks as well", async () => {
    const empty = await interpret({ copies: lost, protein: declared(",", 1) });
    expect(statesOf(empty, label)).toEqual(new Set(["not assessable"]));
    const rare = await interpret({ copies: lost, protein: declared(",not detected", 4) });
    expect(statesOf(rare, label)).toEqual(new Set(["not assessable"]));
    expect(rare.notAssessed).toContainEqual(
      expect.objectContaining({
        code: "protein-not-detected-rare",
        genes: ["CDKN2A"],
        reason:
          "CDKN2A protein was not detected in CASE (column detection); 16 of 20 reference samples (80 %) detect it, and it is called low only where 90 % do.",
      }),
    );
  });

  test("is not supported by a protein that is there", async () => {
    const report = await interpret({ copies: lost, protein: declared("19.6,detected", 0) });
    expect(statesOf(report, label)).toEqual(new Set(["not supported"]));
  });
});

test("reference samples and kinase substrates of a case without proteins are said to be unused", async () => {
  const report = await interpretCase(
    {
      id: "unused",
      tumorType: "BRCA",
      ...noEvidence,
      copyNumber: [{ source: file("copies.tsv", "gene\tcopy_number\nERBB2\t14\n") }],
      cohorts: [{ source: file("ref.csv", "gene,A\nERBB2,1\n"), meta: [] }],
      protein: [],
      kinaseSubstrates: file("substrates.tsv", "kinase\tsubstrate\tsite\nAKT1\tGSK3B\tS9\n"),
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
    },
    knowledgebase,
  );
  const told = report.problems.map(({ code, severity, where }) => [code, severity, where?.file]);
  expect(told).toHaveLength(2);
  expect(told).toContainEqual(["cohort-unused", "notice", "ref.csv"]);
  expect(told).toContainEqual(["kinase-substrates-unused", "warning", "substrates.tsv"]);
});

test("an amplification is not supported by a protein that was not detected", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `R${index + 1}`);
  const others = ["EGFR", "KIT", "MET", "PTEN", "TP53", "ALK", "AR", "ESR1", "KRAS", "BRAF"];
  const rows = [...others, "NRAS", "ERBB2"].map((gene) =>
    [
      gene,
      gene === "ERBB2" ? "below LOD" : 20,
      ...names.map((_, index) => (20 + Math.sin(index * 7) / 3).toFixed(3)),
    ].join(","),
  );
  const protein = `${[["gene", "CASE", ...names].join(","), ...rows].join("\n")}\n`;
  const report = await interpret({ copies: amplified, protein });
  expect(statesOf(report, "ERBB2 amplification")).toEqual(new Set(["not supported"]));
});

test("a row of two alterations shows what speaks against one of them, and keeps it when stored", async () => {
  const report = await interpret({ stains: ["HER2,1+,,,"], copies: amplified });
  const [target] = report.targets.filter((each) => rests(each, "HER2 IHC 1+"));
  expect(target?.verification.state).toBe("not supported");
  expect(target?.verification.alterations?.map(({ state }) => state)).toEqual([
    "not supported",
    "verified",
  ]);
  expect(html.render(report)).toContain("ERBB2 amplification (not supported): HER2 IHC 1+");
  const stored = parseReport(json.render(report), "report.json");
  expect(stored.targets.map(({ verification }) => verification)).toEqual(
    report.targets.map(({ verification }) => verification),
  );
});

test("a row that rests on HER2-low beside a high protein says which of them is verified", async () => {
  const report = await interpret({ stains: ["HER2,1+,,,"], protein: proteome(4.2) });
  const [target] = report.targets.filter((each) => rests(each, "HER2 IHC 1+"));
  expect([target?.therapy.id, target?.amp.level]).toEqual(["trastuzumab-deruxtecan", "A"]);
  expect(target?.verification.state).toBe("verified");
  expect(target?.verification.reason.text).toContain("The verdict is that on HER2 IHC 1+");
  expect(html.render(report)).toContain("<small>of HER2 IHC 1+</small>");
});

test("rows of one stain that differ are a caveat, or leave the target open", async () => {
  const differing = async (...stains: readonly string[]) => {
    const { targets } = await interpret({ stains });
    return [
      ...new Set(
        targets.map(({ verification, caveats }) =>
          [
            verification.state,
            ...caveats.flatMap(({ code }) => (code === "stains-differ" ? code : [])),
          ].join(),
        ),
      ),
    ];
  };
  expect(await differing("HER2,3+,,,", "HER2,2+,,,")).toEqual(["equivocal"]);
  expect(await differing("ER,90,%,,", "ER,5,%,,")).toEqual(["verified,stains-differ"]);
  expect(await differing("ER,90,%,,")).toEqual(["verified"]);
});

test("a stain that a protein table opposes is told with the target, also on the front page", async () => {
  const told = async (stain: string, value: number, copies?: readonly string[]) => {
    const report = await interpret({
      stains: [`HER2,${stain},,,`],
      protein: proteome(value),
      ...(copies === undefined ? {} : { copies }),
    });
    const [target] = report.targets.filter((each) => rests(each, `HER2 IHC ${stain}`));
    const caveats = target?.caveats.flatMap(({ code, text }) =>
      code === "stain-against-table" ? text : [],
    );
    const isOnFront = html.render(report).includes("protein table opposes the stain");
    return { state: target?.verification.state, caveats, isOnFront };
  };
  for (const copies of [undefined, amplified]) {
    const { state, caveats, isOnFront } = await told("3+", -4, copies);
    expect([state, isOnFront]).toEqual(["verified", true]);
    expect(caveats).toHaveLength(1);
    expect(caveats?.[0]).toMatch(/^HER2 IHC 3\+ counts here, .*: ERBB2 protein is low \(/);
  }
  const silent = { state: "verified", caveats: [], isOnFront: false };
  expect(await told("3+", 0)).toEqual(silent);
  expect(await told("3+", 4)).toEqual(silent);
  // HER2-low is little protein.
  expect(await told("1+", -4)).toEqual(silent);
});

test("a stain alone makes a row of its own, in situ hybridization none", async () => {
  const report = await interpret({ stains: ["PTEN,lost,,,", "HER2,9.5,copies,FISH,"] });
  const [target] = report.targets.filter((each) => rests(each, "PTEN IHC lost"));
  expect(target?.verification).toMatchObject({ state: "verified", reason: { code: "rule-v10" } });
  expect(target?.reasons.map(({ code }) => code)).toContain("protein-only-target");
  const ofHer2 = report.targets.flatMap(({ alterations }) =>
    alterations.flatMap(({ gene, label }) => (gene === "ERBB2" ? label : [])),
  );
  expect(new Set(ofHer2)).toEqual(new Set(["ERBB2 amplification"]));
});

test("a cut-off of PD-L1 holds for the antibody that it belongs to, and for the score as it is written", async () => {
  const levelOf = async (row: string): Promise<unknown> => {
    const { targets } = await interpret({ stains: [row], tumorType: "LUAD" });
    return targets.find(({ therapy }) => therapy.id === "pembrolizumab")?.amp.level;
  };
  expect(await levelOf("PD-L1,60,TPS,,22C3")).toBe("A");
  expect(await levelOf("PD-L1,>=50,TPS,22C3 pharmDx,")).toBe("A");
  expect(await levelOf("PD-L1,60,TPS,,")).toBe("C");
  // The label for a TPS from 1 on.
  expect(await levelOf("PD-L1,1,TPS,,22C3")).toBe("A");
  expect(await levelOf("PD-L1,1,TPS,,")).toBe("C");
  expect(await levelOf("PD-L1,<1,TPS,,22C3")).toBeUndefined();
});

test("a grade of HER2 outside breast cancer asks by which criteria it was scored", async () => {
  const caveatsIn = async (tumorType: string): Promise<string> => {
    const { targets } = await interpret({ stains: ["HER2,3+,,,"], tumorType });
    const [first] = targets;
    return first?.caveats.map(({ code, text }) => `${code}: ${text}`).join() ?? "";
  };
  expect(await caveatsIn("IDC")).not.toContain("her2-scoring");
  expect(await caveatsIn("STAD")).toContain("criteria of their own");
  expect(await caveatsIn("COAD")).toContain("no scoring is known here");
});

test("a table of stains without a header is refused with the columns and an example", async () => {
  const error = await interpretCase(
    {
      id: "x",
      tumorType: "BRCA",
      ...noEvidence,
      ihc: [{ source: file("ihc.csv", "HER2,3+\nPTEN,lost\n") }],
      protein: [],
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
    },
    knowledgebase,
  ).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    problems: [
      {
        code: "format-unknown",
        hint: "The first line has to name the columns; marker and score are missing. Example of two lines: marker,score,unit,assay,clone / HER2,3+,,,4B5",
      },
    ],
  });
});
