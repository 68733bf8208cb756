import { expect, test } from "vitest";
import { ihcTable } from "../../../../src/read/stains/ihc-table.ts";
import { readEvidenceText, refusedText } from "../read-evidence-text.ts";

test.each([
  ["3+", "", "3+", null],
  ["3", "", "3+", null],
  ["0", "", "0", null],
  ["55", "TPS", "55", "TPS"],
  ["80 %", "", "80", "%"],
  ["90%", "", "90", "%"],
  ["7", "allred", "7", "Allred"],
  ["TPS 60%", "", "60", "TPS"],
  ["CPS: 10", "", "10", "CPS"],
  ["<1% TPS", "", "<1", "TPS"],
  ["250 H-score", "", "250", "H-score"],
  ["Allred 7/8", "", "7", "Allred"],
  ["Loss", "", "lost", null],
  ["intact", "", "retained", null],
  ["POS", "", "positive", null],
  ["<1", "TPS", "<1", "TPS"],
  ["< 1 %", "", "<1", "%"],
  ["<1%", "TPS", "<1", "TPS"],
  ["≥50", "tps", ">=50", "TPS"],
  [">=50", "TPS", ">=50", "TPS"],
  [">90", "%", ">90", "%"],
  ["≤49", "TPS", "<=49", "TPS"],
  ["1-49", "TPS", "1-49", "TPS"],
  ["1 to 49%", "", "1-49", "%"],
  ["1%–49%", "TPS", "1-49", "TPS"],
  ["negative", "TPS", "negative", "TPS"],
  ["Neg", "cps", "negative", "CPS"],
  ["negative", "IC", "negative", "IC"],
  ["positive", "TPS", "positive", "TPS"],
  ["lost", "H-score", "lost", "H-score"],
  ["lost", "%", "lost", null],
  ["TPS negative", "", "negative", "TPS"],
  ["negative CPS", "", "negative", "CPS"],
  ["IC 0", "", "0", "IC"],
  ["IC0", "", "0", "IC"],
  ["TC: 0", "", "0", "TC"],
  ["TC 60 %", "", "60", "TC"],
  ["IC <1%", "", "<1", "IC"],
  ["IC 1-4", "", "1-4", "IC"],
  ["5 % IC", "", "5", "IC"],
  ["3 +", "", "3+", null],
  ["TPS≥50%", "", ">=50", "TPS"],
  ["Négatif", "", "negative", null],
  ["positivo", "TPS", "positive", "TPS"],
  ["Verlust", "", "lost", null],
  ["conservée", "", "retained", null],
  ["neg.", "", "negative", null],
  ["Intakt", "", "retained", null],
  ["tapt", "", "lost", null],
  ["60", "TPS (%)", "60", "TPS"],
  ["5", "IC%", "5", "IC"],
  ["250", "H score", "250", "H-score"],
])("a score of %s with the unit %j is %s %s", async (given, unit, score, canonical) => {
  const { table } = await readEvidenceText(ihcTable, `marker,score,unit\nX,${given},${unit}\n`);
  expect(table.rows).toMatchObject([{ line: 2, score, unit: canonical }]);
});

test.each([
  ["4+", "", "score-not-read"],
  ["IC2", "", "score-not-read"],
  ["7/8", "", "score-not-read"],
  ["55", "", "score-not-read"],
  ["101", "TPS", "score-not-read"],
  ["3+", "TPS", "score-not-read"],
  ["positive", "ratio", "score-not-read"],
  ["positive", "percentile", "unit-unknown"],
  ["IC 2", "", "score-not-read"],
  ["TC 1", "", "score-not-read"],
  ["TC3/IC1", "", "score-not-read"],
  ["55", "percentile", "unit-unknown"],
  ["", "", "score-not-read"],
  ["<1", "", "score-not-read"],
  ["49-1", "TPS", "score-not-read"],
  [">=101", "TPS", "score-not-read"],
  ["<0", "TPS", "score-not-read"],
  [">100", "TPS", "score-not-read"],
  ["<2", "ratio", "score-not-read"],
  ["1-2+", "", "score-not-read"],
  ["50 +", "", "score-not-read"],
  ["schwach positiv", "", "score-not-read"],
  ["IRS 12", "", "score-not-read"],
  ["<1", "percentile", "unit-unknown"],
])("a score of %j with the unit %j is refused alone, as %s", async (score, unit, code) => {
  const text = `marker,score,unit\nHER2,3+,\nX,${score},${unit}\n`;
  const { table, problems } = await readEvidenceText(ihcTable, text);
  expect(table.counts).toEqual({ read: 2, refused: 1, setAside: 0 });
  expect(problems).toMatchObject([{ code, where: { line: 3, column: 2 } }]);
});

test.each([
  ["120", "TPS", '"120" of "X" lies beyond its scale: TPS runs from 0 to 100', "percentage"],
  [">=101", "CPS", '">=101" of "X" lies beyond its scale: CPS runs from 0 to 100', "more than 100"],
  ["301", "H-score", "H-score runs from 0 to 300", "1, 2 and 3 times"],
  ["60", "", '"60" of "X" has no unit', "TPS, CPS"],
  ["<1", "", '"<1" of "X" has no unit', "TPS, CPS"],
  ["3+", "TPS", '"3+" of "X" is a grade, and TPS is the unit of a number', "unit of a grade empty"],
  ["IC2", "", '"IC2" of "X" may be a category or a percentage', "IC in the column unit"],
  ["negative", "copies", 'the copies of "X" is no number', "leave the unit empty"],
])("why %s with the unit %j is no score is said", async (score, unit, message, hint) => {
  const { problems } = await readEvidenceText(
    ihcTable,
    `marker,score,unit\nHER2,3+,\nX,${score},${unit}\n`,
  );
  expect(problems[0]?.message).toContain(message);
  expect(problems[0]?.hint).toContain(hint);
});

test("a row without a marker is refused, and a table without scores as a whole", async () => {
  const { problems } = await readEvidenceText(ihcTable, "marker,score\nHER2,3+\n,1+\n");
  expect(problems).toMatchObject([{ code: "marker-missing" }]);
  expect(await refusedText(ihcTable, "marker,value\nHER2,3\n")).toMatchObject({
    code: "columns-missing",
  });
});

test.each(["FISH", "D-ISH", "in situ hybridization"])(
  "a score that %s has not is refused alone, since it is of a stain or of nothing",
  async (assay) => {
    const scores = ["3+,", "0,", "lost,", "80,%"].map((score) => `HER2,${score},${assay}\n`);
    const text = `marker,score,unit,assay\nHER2,positive,,${assay}\n${scores.join("")}`;
    const { table, problems } = await readEvidenceText(ihcTable, text);
    expect(table.rows.map(({ score }) => score)).toEqual(["positive"]);
    expect(problems.map(({ code }) => code)).toEqual(Array(4).fill("score-not-of-assay"));
    expect(problems[0]?.message).toBe(`"3+" of "HER2" is of a stain, and the assay is "${assay}"`);
  },
);

test.each(["IHC and FISH", "IHC; FISH not done", "Danish laboratory", "Polish", ""])(
  "a grade beside the assay %j is a stain",
  async (assay) => {
    const text = `marker,score,unit,assay\nHER2,3+,,${assay}\n`;
    const { table, problems } = await readEvidenceText(ihcTable, text);
    expect(table.rows).toMatchObject([{ score: "3+", unit: null }]);
    expect(problems).toEqual([]);
  },
);

test("a percentage between 0 and 1 is read as it is, and warned about as what may be a share", async () => {
  const text = "marker,score,unit\nPD-L1,0.6,TPS\nER,0.9,%\nPR,<1,%\nHER2,0.8,ratio\nAR,1,%\n";
  const { table, problems } = await readEvidenceText(ihcTable, text);
  expect(table.rows).toHaveLength(5);
  expect(problems).toMatchObject([
    { code: "score-may-be-fraction", severity: "warning", where: { line: 2 } },
    { code: "score-may-be-fraction", severity: "warning", where: { line: 3 } },
  ]);
  expect(problems[0]?.hint).toContain("Write 60 for 60 %");
});

test("in situ hybridization stands among the stains as a ratio and as copies", async () => {
  const text = "marker,score,unit,assay\nHER2,2.31,ratio,FISH\nHER2,6.4,copies,FISH\n";
  const { table } = await readEvidenceText(ihcTable, text);
  expect(table.rows.map(({ score, unit }) => [score, unit])).toEqual([
    ["2.31", "ratio"],
    ["6.4", "copies"],
  ]);
});

test("TPS and CPS are computed from counted cells where no score is given, and refused where they cannot be", async () => {
  const header = "marker,score,unit,tumor_positive,immune_positive,tumor_cells";
  const rows = ["PD-L1,,TPS,30,25,100", "PD-L1,,CPS,30,25,100", "PD-L1,,CPS,30,,100"];
  const { table, problems } = await readEvidenceText(ihcTable, [header, ...rows, ""].join("\n"));
  expect(table.rows.map(({ score, unit }) => [score, unit])).toEqual([
    ["30", "TPS"],
    ["55", "CPS"],
  ]);
  expect(problems).toMatchObject([{ code: "score-not-read", where: { line: 4 } }]);
});

test("counted cells that cannot be, and a score that they contradict, are refused with what is wrong", async () => {
  const header = "marker,score,unit,tumor_positive,immune_positive,tumor_cells";
  const rows = [
    "PD-L1,,TPS,120,25,100",
    "PD-L1,,TPS,30,25,0",
    "PD-L1,50,CPS,90,40,100",
    "PD-L1,60,TPS,58,25,100",
    "PD-L1,>=50,TPS,58,25,100",
  ];
  const { table, problems } = await readEvidenceText(ihcTable, [header, ...rows, ""].join("\n"));
  expect(table.rows.map(({ line, score }) => [line, score])).toEqual([
    [5, "60"],
    [6, ">=50"],
  ]);
  expect(problems).toMatchObject([
    {
      code: "cell-counts-impossible",
      where: { line: 2, column: 4 },
      message:
        'the counted cells of "PD-L1" cannot be: 120 stained of 100 viable tumor cells, 25 stained immune cells',
    },
    { code: "cell-counts-impossible", where: { line: 3 } },
    {
      code: "score-contradicts-counts",
      where: { line: 4, column: 2 },
      message: 'the score of "PD-L1" is 50, and its counted cells give 100',
    },
  ]);
});

test("plus signs are grades, a single one only where the table grades by signs alone", async () => {
  const graded = await readEvidenceText(
    ihcTable,
    "marker,score\nHER2,+++\nEGFR,++\nMET,+\nPTEN,lost\n",
  );
  expect(graded.table.rows.map(({ score }) => score)).toEqual(["3+", "2+", "1+", "lost"]);
  expect(graded.problems).toEqual([]);
});

test.each([
  ["HER2,+\nPTEN,lost", "positive in one laboratory and 1+ in another"],
  ["HER2,3+\nER,+", "the table grades by digits beside it"],
  ["HER2,+++\nMET,2+\nER,+", "the table grades by digits beside it"],
])("a single plus sign is refused alone in %j", async (rows, text) => {
  const { table, problems } = await readEvidenceText(ihcTable, `marker,score\n${rows}\n`);
  expect(table.rows.map(({ score }) => score)).not.toContain("+");
  expect(table.counts.refused).toBe(1);
  expect(problems).toMatchObject([{ code: "score-not-read", severity: "error" }]);
  expect(problems[0]?.message).toContain(text);
});

test("a table of nothing but a single plus sign is refused, and so is one with a sign beside a unit or too many", async () => {
  expect(await refusedText(ihcTable, "marker,score\nHER2,+\n")).toMatchObject({
    code: "table-no-rows",
    where: { line: 2 },
    hint: 'The first: "+" of "HER2" is positive in one laboratory and 1+ in another. Write 1+, or positive.',
  });
  expect(await refusedText(ihcTable, "marker,score\nHER2,+\nER,9+\n")).toMatchObject({
    where: { line: 2 },
  });
  for (const score of ["++++", "2++", "+/++"]) {
    expect((await refusedText(ihcTable, `marker,score\nHER2,${score}\n`)).code).toBe(
      "table-no-rows",
    );
  }
});

test.each([
  ["9,5", "%", "9.5", "%"],
  ["9,5 %", "", "9.5", "%"],
  ["<0,5", "CPS", "<0.5", "CPS"],
  ["0,5-9,5", "%", "0.5-9.5", "%"],
  ["2,125", "ratio", "2.125", "ratio"],
])(
  "a decimal comma of %s %s is read where none parts the columns",
  async (given, unit, score, name) => {
    for (const mark of [";", "\t"]) {
      const text = [
        ["marker", "score", "unit"],
        ["PTEN", given, unit],
      ]
        .map((cells) => `${cells.join(mark)}\n`)
        .join("");
      const { table, problems } = await readEvidenceText(ihcTable, text);
      expect(table.rows).toMatchObject([{ score, unit: name }]);
      expect(problems).toMatchObject([{ code: "decimal-comma", severity: "notice" }]);
    }
  },
);

test("a decimal comma is refused between commas, and beside a decimal point", async () => {
  const quoted = await refusedText(ihcTable, 'marker,score,unit\nPTEN,"9,5",%\n');
  expect(quoted.hint).toContain('"9,5" is no score of "PTEN"');
  const text = "marker;score;unit\nPTEN;9,5;%\nER;2.5;%\n";
  const { table, problems } = await readEvidenceText(ihcTable, text);
  expect(table.rows).toMatchObject([{ marker: "PTEN", score: "9.5" }]);
  expect(problems.map(({ code }) => code)).toEqual(["decimals-mixed", "decimal-comma"]);
});
