import { describe, expect, test } from "vitest";
import type { Breakend, StructuralTable } from "../../../../src/read/structural/structural-call.ts";
import { readSv, refusalOf } from "./read-structural-text.ts";
import { cpuTime } from "../../cpu-time.ts";

function sideOf({ contig, position, keeps }: Breakend): string {
  return `${contig}:${position} ${keeps ?? "open"}`;
}

function endsOf({ rows }: StructuralTable): string[] {
  return rows.map(({ ends: [here, there] }) =>
    there === null ? sideOf(here) : `${sideOf(here)} + ${sideOf(there)}`,
  );
}

describe("the sides of a junction", () => {
  test.each([
    ["T[chr2:200[", "1:100 left + 2:200 right"],
    ["T]chr2:200]", "1:100 left + 2:200 left"],
    ["]chr2:200]T", "1:100 right + 2:200 left"],
    ["[chr2:200[T", "1:100 right + 2:200 right"],
    ["T.", "1:100 left"],
    [".T", "1:100 right"],
    ["T[<ctg:1>:200[", "1:100 left + ctg:1:200 right"],
  ])("of the breakend %s are %s", async (alt, ends) => {
    expect(endsOf(await readSv([`chr1 100 a T ${alt} . PASS SVTYPE=BND`]))).toEqual([ends]);
  });

  test.each([
    ["<DEL>", "SVTYPE=DEL;END=200", ["1:100 left + 1:201 right"]],
    ["<DEL:ME:ALU>", "SVTYPE=DEL;SVLEN=-100", ["1:100 left + 1:201 right"]],
    ["<DUP:TANDEM>", "SVTYPE=DUP;END=200", ["1:101 right + 1:200 left"]],
    ["<INV>", "SVTYPE=INV;END=200", ["1:100 left + 1:200 left", "1:101 right + 1:201 right"]],
    ["<INV>", "SVTYPE=INV;END=200;INV3", ["1:100 left + 1:200 left"]],
    ["<INV>", "SVTYPE=INV;END=200;INV5", ["1:101 right + 1:201 right"]],
    ["<INV>", "SVTYPE=INV;END=200;CT=3to3", ["1:100 left + 1:200 left"]],
    ["<INV>", "SVTYPE=INV;END=200;STRANDS=--:7", ["1:101 right + 1:201 right"]],
    [
      "<INV>",
      "SVTYPE=INV;END=200;STRANDS=++:4,--:2",
      ["1:100 left + 1:200 left", "1:101 right + 1:201 right"],
    ],
    ["<INV>", "SVTYPE=INV;END=200;STRANDS=++:0,--:2", ["1:101 right + 1:201 right"]],
    ["<TRA>", "SVTYPE=TRA;CHR2=chr5;END=900;CT=5to3", ["1:101 right + 5:900 left"]],
    ["<TRA>", "SVTYPE=TRA;CHR2=chr5;END=900;STRANDS=+-", ["1:100 left + 5:901 right"]],
    ["<TRA>", "SVTYPE=TRA;CHR2=chr5;END=900", ["1:100 open + 5:900 open"]],
    ["<BND>", "SVTYPE=BND;CHR2=5;POS2=900;END=101;CT=3to5", ["1:100 left + 5:901 right"]],
  ])("of %s with %s are %j", async (alt, info, ends) => {
    expect(endsOf(await readSv([`1 100 a N ${alt} . PASS ${info}`]))).toEqual(ends);
  });

  test("of a deletion that is written with its bases lie at its ends", async () => {
    const deleted = "ACGT".repeat(20);
    const table = await readSv([`1 100 a T${deleted} T . PASS SVTYPE=DEL`]);
    expect(endsOf(table)).toEqual(["1:100 left + 1:181 right"]);
  });

  test("keep the number of inserted bases, where it is given", async () => {
    const inserted = async (alt: string, info = "SVTYPE=BND") =>
      (await readSv([`1 100 a T ${alt} . PASS ${info}`])).rows[0]?.inserted;
    expect(await inserted("TACG[2:200[")).toBe(3);
    expect(await inserted("T[2:200[")).toBe(0);
    expect(await inserted("<DEL>", "SVTYPE=DEL;END=200;INSLEN=4")).toBe(4);
    expect(await inserted("<DEL>", "SVTYPE=DEL;END=200")).toBeNull();
  });
});

describe("what is no junction", () => {
  test.each([
    ["<INS>", "SVTYPE=INS;END=100", "inserted-sequence"],
    ["<UNK>", "SVTYPE=UNK;END=200", "sv-type-not-a-junction"],
    ["<CNV>", "END=200", "sv-type-not-a-junction"],
    ["<DEL>", "SVTYPE=DEL", "sv-end-missing"],
    ["G", "SVTYPE=SNV", "small-allele-in-sv-file"],
    ["<*>", "END=200", "no-structural-allele"],
  ])("%s with %s is passed over as %s and counted", async (alt, info, code) => {
    const table = await readSv([`1 100 a T ${alt} . PASS ${info}`]);
    expect(table.counts).toEqual({ read: 1, refused: 0, setAside: 1 });
    expect(table.passedOver).toMatchObject([{ code, count: 1, examples: [{ line: 3 }] }]);
  });

  test("a malformed breakend is refused alone, however long it is", async () => {
    const long = "<".repeat(20_000);
    const started = cpuTime();
    const table = await readSv([
      "1 100 a T T[2:x[ . . .",
      `1 101 b T A${long} . . .`,
      "1 102 c T T[2:2[ . . .",
    ]);
    expect(cpuTime() - started).toBeLessThan(1_000);
    expect(table.counts).toEqual({ read: 3, refused: 2, setAside: 0 });
    expect(table.rows).toHaveLength(1);
  });
});

describe("the reads of a junction", () => {
  const read = async (format: string, values: string, info = "SVTYPE=BND") => {
    const table = await readSv([`1 100 a T T[2:200[ . PASS ${info} ${format} ${values}`], {
      samples: ["TUMOR"],
    });
    const { junctionReads, spanningReads } = table.rows[0]?.support ?? {};
    return [junctionReads, spanningReads];
  };

  test.each([
    ["Manta", "PR:SR", "30,4:20,7", [7, 4]],
    ["Manta without split reads", "PR", "30,4", [null, 4]],
    ["DELLY", "GT:DR:DV:RR:RV", "0/1:30:5:20:9", [9, 5]],
    ["GRIDSS", "GT:VF:SR:RP", ".:31:20:11", [31, null]],
    ["Sniffles", "GT:DR:DV", "0/1:11:13", [13, null]],
    ["nanomonsv", "TR:VR", "80:20", [20, null]],
    ["nobody", "GT", "0/1", [null, null]],
  ])("are those of %s in %s", async (_, format, values, reads) => {
    expect(await read(format, values)).toEqual(reads);
  });

  test("of a breakend without a mate are in BVF", async () => {
    const table = await readSv(["1 100 a T T. . PASS SVTYPE=BND GT:VF:BVF .:0:12"], {
      samples: ["TUMOR"],
    });
    expect(table.rows[0]?.support.junctionReads).toBe(12);
  });

  test("are of the sample that is named, and an undecided sample is refused", async () => {
    const record = "1 100 a T T[2:200[ . PASS SVTYPE=BND PR:SR 30,0:9,0 30,4:20,7";
    const samples = ["N1", "T1"];
    const table = await readSv([record], { samples, sample: "T1" });
    expect(table.rows[0]?.support.junctionReads).toBe(7);
    expect(await refusalOf(readSv([record], { samples }))).toBe("usage tumor-sample-undecided");
  });
});

describe("a file of a caller", () => {
  test.each([
    [["##source=GenerateSVCandidates 1.6.0"], "1 100 a T T. . . .", "Manta"],
    [
      ['##INFO=<ID=PURPLE_AF,Number=.,Type=Float,Description="x">'],
      "1 100 gridss1o T T. . . .",
      "PURPLE",
    ],
    [[], "1 100 gridss1o T T. . . .", "GRIDSS"],
    [[], "1 100 a T <DEL> . . SVTYPE=DEL;END=9000;SVMETHOD=EMBL.DELLYv1", "DELLY"],
    [[], "1 100 a T T. . . .", "sv.vcf"],
  ])("with the header %j is known as its own", async (header, record, caller) => {
    expect((await readSv([record], { header })).caller).toBe(caller);
  });

  test("may have 29 columns more and a point for REF, as novoBreak writes them", async () => {
    const more = Array.from({ length: 29 }, (_, index) => `c${index}`).join(" ");
    const record = "1 100 N . <TRA> 5 PASS CT=5to3;SVTYPE=TRA;CHR2=4;END=900 GT ./.";
    const table = await readSv([`${record} ${more}`, `${record} one`], { samples: ["S"] });
    expect(endsOf(table)).toEqual(["1:101 right + 4:900 left"]);
    expect(table.counts.refused).toBe(1);
  });
});
