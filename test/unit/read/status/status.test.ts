import { describe, expect, test } from "vitest";
import { chordPrediction } from "../../../../src/read/status/chord-prediction.ts";
import { msisensor } from "../../../../src/read/status/msisensor.ts";
import { purplePurity } from "../../../../src/read/status/purple-purity.ts";
import { readers } from "../../../../src/read/readers.ts";
import { statusJson } from "../../../../src/read/status/status-json.ts";
import { statusTable } from "../../../../src/read/status/status-table.ts";
import { virusAnnotated } from "../../../../src/read/status/virus-annotated.ts";
import { readEvidenceText, refusedText } from "../read-evidence-text.ts";

const table = `marker,value,unit,status,method,name
TMB,12.4,mutations/Mb,,FoundationOne CDx,
MSI,,,MSI-H,PCR,
HRD,0.1,probability,HR_proficient,CHORD,
signature,0.3,fraction,,SigProfiler,SBS3
virus,,,positive,p16 and PCR,HPV16
`;

describe("a status table", () => {
  test("gives each marker with its line, and statuses in one writing", async () => {
    const { table: read } = await readEvidenceText(statusTable, table);
    expect(read.rows).toEqual([
      {
        line: 2,
        marker: "TMB",
        name: null,
        value: 12.4,
        unit: "mutations/Mb",
        status: null,
        method: "FoundationOne CDx",
      },
      {
        line: 3,
        marker: "MSI",
        name: null,
        value: null,
        unit: null,
        status: "high",
        method: "PCR",
      },
      {
        line: 4,
        marker: "HRD",
        name: null,
        value: 0.1,
        unit: "probability",
        status: "proficient",
        method: "CHORD",
      },
      {
        line: 5,
        marker: "signature",
        name: "SBS3",
        value: 0.3,
        unit: "fraction",
        status: null,
        method: "SigProfiler",
      },
      {
        line: 6,
        marker: "virus",
        name: "HPV16",
        value: null,
        unit: null,
        status: "present",
        method: "p16 and PCR",
      },
    ]);
    expect(read.counts).toEqual({ read: 5, refused: 0, setAside: 0 });
  });

  test.each([
    ["TBM,5,mutations/Mb,,", "marker-unknown"],
    ["MSI,,,HRD,", "status-unknown"],
    ["TMB,high,,,", "not-a-number"],
    ["TMB,,,,", "status-empty"],
    ["TMB,-1,mutations/Mb,,", "status-negative"],
    ["signature,0.2,fraction,,", "status-unnamed"],
  ])("refuses the row %s alone, as %s", async (row, code) => {
    const text = `marker,value,unit,status,method\nMSI,,,MSS,PCR\n${row}\n`;
    const { table: read, problems } = await readEvidenceText(statusTable, text);
    expect(read.counts).toEqual({ read: 2, refused: 1, setAside: 0 });
    expect(problems).toMatchObject([{ code, where: { file: "t.csv", line: 3 } }]);
    expect(await refusedText(statusTable, text, { strict: true })).toMatchObject({ code });
  });

  test("refuses a file of which no row can be read, and names the nearest marker", async () => {
    const text = "marker,value,status\nTBM,5,\n";
    expect(await refusedText(statusTable, text)).toMatchObject({ code: "table-no-rows" });
    const { problems } = await readEvidenceText(statusTable, `${text}MSI,,MSS\n`);
    expect(problems[0]?.hint).toContain("Did you mean TMB?");
  });
});

test.each(["mut/Mb", "Mut/Mb", "mutations/Mb", "muts/Mb", "mutations per megabase", "/Mb"])(
  "a burden in %s is one in mutations/Mb",
  async (unit) => {
    const { table: read } = await readEvidenceText(
      statusTable,
      `marker,value,unit,status\nTMB,16,${unit},\nMSI,30,${unit},\n`,
    );
    expect(read.rows.map((row) => row.unit)).toEqual(["mutations/Mb", unit]);
  },
);

describe("a status list in JSON", () => {
  test("gives each entry with the line on which it begins", async () => {
    const json = `[
  {"marker": "TMB", "value": 3.2, "unit": "mutations/Mb", "method": "a \\"{\\" b"},
  {
    "marker": "MSI",
    "status": "MSS"
  }
]`;
    const { table: read } = await readEvidenceText(statusJson, json);
    expect(
      read.rows.map(({ line, marker, value, status }) => [line, marker, value, status]),
    ).toEqual([
      [2, "TMB", 3.2, null],
      [3, "MSI", null, "stable"],
    ]);
  });

  test.each([
    ['[{"marker":"TMB","value":"3"}]', "table-no-rows"],
    ['{"marker":"TMB"}', "status-not-json"],
    ["[1]", "status-not-json"],
    ["[{", "status-not-json"],
  ])("refuses %s as %s", async (text, code) => {
    expect(await refusedText(statusJson, text)).toMatchObject({ code });
  });

  test("refuses a key that it does not know, also one that every object has", async () => {
    const text =
      '[{"marker":"MSI","status":"MSS"},\n{"marker":"MSI","status":"MSS","__proto__":1}]';
    const { problems } = await readEvidenceText(statusJson, text);
    expect(problems).toMatchObject([{ code: "status-key-unknown", where: { line: 2 } }]);
  });
});

describe("a file of another program", () => {
  test("PURPLE's summary gives TMB and MSI with its own verdicts", async () => {
    const text = "purity\tmsIndelsPerMb\tmsStatus\ttmbPerMb\ttmbStatus\n0.9\t5.1\tMSI\t3\tLOW\n";
    const { table: read } = await readEvidenceText(purplePurity, text);
    expect(read.rows).toMatchObject([
      { marker: "TMB", value: 3, unit: "mutations/Mb", status: "low" },
      { marker: "MSI", value: 5.1, status: "high" },
    ]);
  });

  test("PURPLE's summary states the purity, unless it found no tumor cells", async () => {
    const purityOf = async (purity: string, status: string) => {
      const head = "purity\tstatus\tmsIndelsPerMb\tmsStatus\ttmbPerMb\ttmbStatus\n";
      const text = `${head}${purity}\t${status}\t5.1\tMSI\t3\tLOW\n`;
      const { table: read } = await readEvidenceText(purplePurity, text);
      return read.rows.map((row) => row.purity);
    };
    expect(await purityOf("0.62", "NORMAL")).toEqual([0.62, 0.62]);
    expect(await purityOf("1", "NO_TUMOR")).toEqual([undefined, undefined]);
    await expect(purityOf("62", "NORMAL")).rejects.toThrow("no row of the table could be read");
  });

  test("CHORD's prediction that cannot be determined has no status", async () => {
    const text = "sample\tp_hrd\thr_status\nT\t0.6\tHR_deficient\nT\t0.2\tcannot_be_determined\n";
    const { table: read } = await readEvidenceText(chordPrediction, text);
    expect(read.rows.map(({ status }) => status)).toEqual(["deficient", null]);
  });

  test("MSIsensor's summary gives the score without a verdict", async () => {
    const text = "Total_Number_of_Sites\tNumber_of_Somatic_Sites\t%\n640\t75\t11.72\n";
    const { table: read } = await readEvidenceText(msisensor, text);
    expect(read.rows).toMatchObject([{ marker: "MSI", value: 11.72, status: null }]);
  });

  test("the virus interpreter's list gives what it reports, and sets the rest aside", async () => {
    const head = "taxid\tname\tqcStatus\tintegrations\tinterpretation\treported\n";
    const rows =
      "1\tHuman papillomavirus 16\tNO_ABNORMALITIES\t2\tHPV\ttrue\n2\tX\tLOW\t0\t\tfalse\n";
    const { table: read } = await readEvidenceText(virusAnnotated, head + rows);
    expect(read.rows).toMatchObject([{ marker: "virus", name: "HPV", status: "present" }]);
    expect(read.counts).toEqual({ read: 2, refused: 0, setAside: 1 });
  });

  test("is known by one reader only", () => {
    const heads = [
      table,
      '[{"marker":"TMB"}]',
      "msIndelsPerMb\tmsStatus\ttmbPerMb\ttmbStatus\n1\t1\t1\t1\n",
      "sample\tp_hrd\thr_status\n",
      "Total_Number_of_Sites\tNumber_of_Somatic_Sites\t%\n",
      "marker,score,unit,assay,clone\nHER2,3+,,,\n",
    ];
    for (const head of heads) {
      expect(readers.filter((reader) => reader.detect(head))).toHaveLength(1);
    }
  });
});
