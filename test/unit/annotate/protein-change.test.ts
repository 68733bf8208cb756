import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseProteinChange, sameProteinChange } from "../../../src/annotate/protein-change.ts";
import { cpuTime } from "../cpu-time.ts";

function textOf(text: string): string | undefined {
  return parseProteinChange(text)?.text;
}

function isSame(a: string, b: string): boolean {
  const [first, second] = [parseProteinChange(a), parseProteinChange(b)];
  if (!first || !second) throw new Error(`cannot be read: ${first ? b : a}`);
  return sameProteinChange(first, second);
}

/** Writings that must all become the first. */
const writings: readonly (readonly [string, ...string[]])[] = [
  [
    "V600E",
    "p.V600E",
    "P.V600E",
    "VAL600GLU",
    "Val600Glu",
    "p.Val600Glu",
    "p.(Val600Glu)",
    "(p.Val600Glu)",
    "NP_004324.2:p.Val600Glu",
    "NP_004324.2:p.(Val600Glu)",
    "ENSP00000288602.6:p.V600E",
    "V600E ",
    " v600e",
    "V600E\t",
    "V600E (c.1799T>A)",
    "p.Thr599_Val600delinsThrGlu",
    "T599_V600delinsTE",
    "p.ThrVal599ThrGlu",
    "V600delinsE",
  ],
  ["V600K", "Val600Lys", "p.V600K"],
  ["M1V", "Met1Val"],
  ["Q61*", "Q61X", "Q61TER", "p.Gln61Ter", "p.Gln61*", "Q61Stop", "Q61_L62delins*"],
  [
    "V600fs",
    "V600FS",
    "V600fs*12",
    "V600Efs*3",
    "V600EFS*3",
    "V600fsTer12",
    "V600fsX12",
    "V600EfsX12",
    "V600fs*?",
    "V600fs*",
    "p.Val600GlufsTer12",
    "p.Val600fs",
  ],
  ["F506fs", "F506FFS"],
  ["*757ext", "p.Ter757LeufsTer5"],
  ["I843del", "I843DEL", "p.Ile843del", "I843delI", "I843del1"],
  [
    "W557_K558del",
    "W557_K558DELWK",
    "p.Trp557_Lys558del",
    "W557_K558del2",
    "W557delWK",
    "W557_K558delTrpLys",
  ],
  ["E746_A750del", "E746_A750DELELREA", "p.Glu746_Ala750del", "E746delELREA"],
  ["K601del", "V600_K601delinsV", "V600_K601>V"],
  ["V600del", "V600_K601delinsK"],
  ["Y772_A775dup", "Y772_A775DUP", "p.Tyr772_Ala775dup", "Y772_A775dupYVMA", "Y772dupYVMA"],
  ["G776dup", "A775_G776insG", "p.Gly776dup", "G776_V777insG"],
  ["A502_Y503insAY", "A502_Y503INSAY", "p.Ala502_Tyr503insAlaTyr", "ala502_tyr503insalatyr"],
  ["P780ins", "P780INS"],
  ["E9_T10ins", "E9_T10ins5", "E9_T10ins(5)", "E9_T10ins?"],
  [
    "L747_A750delinsP",
    "L747_A750>P",
    "L747_A750delLREAinsP",
    "p.Leu747_Ala750delinsPro",
    "L747_A750DELINSP",
  ],
  ["V600_K601delinsE", "V600_K601>E", "p.Val600_Lys601delinsGlu"],
  ["M774delinsWLV", "M774DELINSWLV"],
  ["*390ext", "*390Rext*5", "p.Ter390ArgextTer5", "p.Ter390Argext*?", "*390R", "X390Rext*5"],
  ["M1ext", "M1ext-5", "p.Met1ext-5", "p.Met1extMet-5"],
  ["V600=", "V600V", "p.Val600=", "p.Val600%3D", "p.(Val600%3d)"],
  ["*390=", "*390*", "p.Ter390="],
  ["M1?", "Met1?", "p.Met1?", "p.(Met1?)"],
  ["V600?", "p.Val600?", "V600Xaa"],
  ["=", "p.=", "p.(=)", "p.%3D"],
  ["?", "p.?", "p.(?)"],
  ["0", "p.0", "p.0?"],
];

/** Names of genes, regions and DNA changes, and texts that contradict themselves. */
const unreadable = [
  "",
  " ",
  "p.",
  "()",
  "V600",
  "V600E/K",
  "G12/G13",
  "V600E and V600M",
  "EXON 19 DELETION",
  "EX19del",
  "AMPLIFICATION",
  "c.1799T>A",
  "c.1641+1dup",
  "RS2736100",
  "EML4-ALK",
  "VIII",
  "HER2",
  "B600E",
  "V600B",
  "J1K",
  "V0E",
  "V012E",
  "V6000000E",
  "K558_W557del",
  "W557_K558delWKK",
  "W557_K558delAA",
  "W557_K558del3",
  "A775_V777insG",
  "V600Efs*3*4",
  "V600ext*5",
  "V600EE",
  "V600E;K601E",
  "p.[V600E;K601E]",
  "Xaa600E",
];

describe("parseProteinChange", () => {
  test.each(writings)("writes %s for each of its writings", (canonical, ...others) => {
    for (const text of [canonical, ...others])
      expect([text, textOf(text)]).toEqual([text, canonical]);
  });

  test.each(unreadable)("does not read %j", (text) => {
    expect(parseProteinChange(text)).toBeNull();
  });

  test("states kind, residues and positions", () => {
    expect(parseProteinChange("p.Val600Glu")).toEqual({
      text: "V600E",
      kind: "missense",
      refStart: "V",
      start: 600,
      refEnd: "V",
      end: 600,
      alt: "E",
    });
    expect(parseProteinChange("A502_Y503insAY")).toMatchObject({
      kind: "insertion",
      refStart: "A",
      start: 502,
      refEnd: "Y",
      end: 503,
      alt: "AY",
    });
    expect(parseProteinChange("E746delELREA")).toMatchObject({
      kind: "deletion",
      start: 746,
      refEnd: "A",
      end: 750,
      alt: "",
    });
    expect(parseProteinChange("A767_V769dupASV")).toMatchObject({
      kind: "duplication",
      alt: "ASV",
    });
  });

  test.each([
    ["V600V", "synonymous"],
    ["Q61X", "nonsense"],
    ["Q61fs", "frameshift"],
    ["Q61del", "deletion"],
    ["Q61_R62insA", "insertion"],
    ["Q61dup", "duplication"],
    ["Q61_R63delinsAA", "delins"],
    ["*390R", "extension"],
    ["*390fs", "extension"],
    ["M1?", "start-lost"],
    ["M1T", "start-lost"],
    ["L1?", "start-lost"],
    ["M1fs", "frameshift"],
    ["p.?", "unknown"],
    ["p.=", "unknown"],
    ["V600?", "unknown"],
    ["p.(Gly56Ala^Ser^Cys)", "unknown"],
    ["p.[Val600Glu]", "missense"],
    ["p.[(Val600Glu)]", "missense"],
  ])("says that %s is of the kind %s", (text, kind) => {
    expect(parseProteinChange(text)?.kind).toBe(kind);
  });

  test("gives position 0 to a change without a position", () => {
    expect(parseProteinChange("p.?")).toMatchObject({ start: 0, end: 0, refStart: "" });
  });

  test("reads an unknown residue in a run of residues as HGVS does, and a lone X as a stop", () => {
    expect(textOf("E9_T10insAlaXaa")).toBe("E9_T10insAX");
    expect(textOf("E9_T10insAX")).toBe("E9_T10insAX");
    expect(textOf("E9X")).toBe("E9*");
  });

  test("reads upper-case residues as three letters only where the reference residue has three", () => {
    expect(textOf("Glu9_Thr10insALA")).toBe("E9_T10insA");
    expect(textOf("E9_T10insALA")).toBe("E9_T10insALA");
  });

  test("reads nothing longer than 1,000 characters", () => {
    expect(textOf(`E9_T10ins${"A".repeat(900)}`)).toBeDefined();
    expect(textOf(`E9_T10ins${"A".repeat(1_000)}`)).toBeUndefined();
  });

  test("never throws, and its canonical text is its own canonical text", () => {
    const piece = fc.constantFrom(
      ..."VKEM*X=?_>.:()pc0159 \t".split(""),
      "Val",
      "Glu",
      "TER",
      "fs",
      "del",
      "ins",
      "dup",
      "ext",
      "%3D",
      "p.",
      "600",
      "601",
      "(c.",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (given) => {
        const change = parseProteinChange(given);
        if (change === null) return;
        const again = parseProteinChange(change.text);
        expect(again?.text).toBe(change.text);
        expect(again?.kind).toBe(change.kind);
        expect(change.end).toBeGreaterThanOrEqual(change.start);
      }),
      { numRuns: 5_000 },
    );
  });

  test.each(["M1^L", "M1Xaa", "M1?", "A1^"])("%s is a start that is lost", (text) => {
    const change = parseProteinChange(text);
    expect(change?.kind).toBe("start-lost");
    expect(parseProteinChange(change?.text ?? "")?.kind).toBe("start-lost");
  });

  test("takes linear time on hostile text", () => {
    const hostile = [
      "Val".repeat(333),
      `V1_${"A".repeat(990)}`,
      `V1_K2del${"insA".repeat(240)}`,
      `V1${"(c.".repeat(300)}`,
      `V1${"fs".repeat(490)}`,
      " ".repeat(1_000),
      ":".repeat(1_000),
    ];
    const start = cpuTime();
    for (let round = 0; round < 200; round++) hostile.forEach((text) => parseProteinChange(text));
    expect(cpuTime() - start).toBeLessThan(2_000);
  });
});

describe("sameProteinChange", () => {
  test.each([
    ["V600E", "p.Val600Glu"],
    ["K111fs", "p.Lys111GlufsTer12"],
    ["K111Qfs*5", "K111Efs*9"],
    ["A775_G776insG", "G776dup"],
    ["Y772_A775dupYVMA", "A775_G776insYVMA"],
    ["A775_G776insYVMA", "Y772_A775dupYVMA"],
    ["E771_Y772insYVMA", "Y772_A775dupYVMA"],
    ["S768_V769dup", "V769_D770insSV"],
    ["*390Rext*5", "*390ext"],
    ["V600=", "V600V"],
  ])("takes %s and %s for one change", (a, b) => {
    expect(isSame(a, b)).toBe(true);
    expect(isSame(b, a)).toBe(true);
  });

  test.each([
    ["V600E", "V600K"],
    ["V600E", "V601E"],
    ["V600E", "A600E"],
    ["V600fs", "V600E"],
    ["*390Rext*5", "*390Cext*5"],
    ["S768_V769dup", "V769_D770insVS"],
    ["S768_V769dup", "V774_C775insSV"],
    ["P780ins", "P780dup"],
  ])("does not take %s and %s for one change", (a, b) => {
    expect(isSame(a, b)).toBe(false);
    expect(isSame(b, a)).toBe(false);
  });

  test("does not guess the residues inside a duplicated range that the text leaves out", () => {
    expect(isSame("Y772_A775dup", "A775_G776insYVMA")).toBe(false);
  });

  test("takes no unknown effect for another", () => {
    expect(isSame("p.?", "p.?")).toBe(false);
    expect(isSame("V600?", "V600?")).toBe(false);
  });
});

const civic = new URL(
  "../../../../shared/data/kb/civic/civic_2021-08-01_facts_only.derived.tsv.gz",
  import.meta.url,
);

describe.skipIf(!existsSync(civic))("with the variant names of CIViC (../shared)", () => {
  const [header = [], ...rows] = existsSync(civic)
    ? gunzipSync(readFileSync(civic))
        .toString("utf8")
        .split("\n")
        .map((line) => line.split("\t"))
    : [];
  const cell = (row: readonly string[], column: string) => row[header.indexOf(column)] ?? "";

  test("reads every name that is a plain substitution, frameshift or deletion", () => {
    const plain = /^[A-Z*]\d+(?:[A-Z*]|FS|fs|DEL|del)(?: \(c\..*\))?$/;
    const names = new Set(
      rows.map((row) => cell(row, "variant")).filter((name) => plain.test(name)),
    );
    const unread = [...names].filter((name) => parseProteinChange(name) === null);
    expect(names.size).toBeGreaterThan(500);
    expect(unread).toEqual([]);
  });

  test("agrees with the HGVS text of the same record, but for those that name another change", () => {
    let compared = 0;
    const differing = new Set<string>();
    for (const row of rows) {
      const name = parseProteinChange(cell(row, "variant"));
      const hgvs = cell(row, "hgvs_expressions")
        .split(",")
        .find((text) => /^NP_.*:p\./.test(text));
      const stated = parseProteinChange(hgvs ?? "");
      if (!name || !stated) continue;
      compared += 1;
      if (!sameProteinChange(name, stated))
        differing.add(`${cell(row, "gene")} ${name.text} ${stated.text}`);
    }
    expect(compared).toBeGreaterThan(1_000);
    // These records give two numberings, or the coding change of another transcript.
    expect([...differing].sort()).toEqual([
      "EGFR D770_N771insGL C770_G771insGL",
      "EGFR D770_N771insGT C770_G771insGT",
      "FCGR3A F212V F176V",
      "FGFR3 Y375C Y373C",
      "MET D1228N D1246N",
      "RUNX1 A107P A134P",
      "VHL M1? 0",
      "VHL P103fs G104fs",
      "VHL P154fs V155fs",
    ]);
  });
});
