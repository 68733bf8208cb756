import { describe, expect, test } from "vitest";
import { makeVcf, readVcf } from "./read-vcf-text.ts";

/** VAF, depth, ALT reads and rule of each ALT of one record with the given FORMAT and tumor column. */
async function supportOf(
  alleles: string,
  fields: string,
  options: { info?: string; meta?: readonly string[]; tags?: [string, string] } = {},
) {
  const [format = "", values = ""] = fields.split(" ");
  const text = makeVcf({
    meta: options.meta ?? [],
    samples: ["NORMAL", "TUMOR"],
    records: [`7 100 . ${alleles} . PASS ${options.info ?? "."} ${format} . ${values}`],
  });
  const [tumorAfTag, tumorDpTag] = options.tags ?? [];
  const { calls } = await readVcf(text, { tumorAfTag, tumorDpTag });
  return calls.map(({ support: { vaf, depth, altReads, rule } }) => [vaf, depth, altReads, rule]);
}

const of = (fields: string): string => `FORMAT/${fields} of sample TUMOR`;

describe("VAF, depth and ALT reads", () => {
  test.each([
    ["AD with DP", "GT:AD:DP 0/1:60,40:105", [0.4, 105, 40, of("AD (depth: DP)")]],
    ["AD alone", "GT:AD 0/1:60,40", [0.4, 100, 40, of("AD")]],
    ["AD without its reference", "GT:AD:DP 0/1:.,21:54", [21 / 54, 54, 21, of("AD (depth: DP)")]],
    ["AD of no reads", "AD:DP 0,0:0", [null, 0, 0, of("AD (depth: DP)")]],
    ["AF alone", "GT:AF:DP 0/1:0.125:80", [0.125, 80, null, of("AF (depth: DP)")]],
    ["AF of all alleles", "AF 0.9,0.1", [0.1, null, null, of("AF")]],
    ["MuTect's FA", "FA 0.25", [0.25, null, null, of("FA")]],
    ["Illumina's VF", "GT:DP:VF 0/1:80:0.25", [0.25, 80, null, of("VF of Illumina (depth: DP)")]],
    ["VF of GRIDSS, which counts fragments", "VF:DP 1:80", [null, 80, null, of("DP")]],
    ["VAF", "VAF 0.25", [0.25, null, null, of("VAF")]],
    ["depth alone", "GT:DP 0/1:80", [null, 80, null, of("DP")]],
    [
      "VarScan, whose AD counts the ALT only",
      "GT:DP:RD:AD:FREQ 0/1:117:59:56:48.7%",
      [0.487, 117, 56, of("FREQ, RD and AD of VarScan (depth: DP)")],
    ],
    [
      "Strelka SNV tiers",
      "DP:AU:CU:GU:TU 76:30,31:0,0:0,0:10,12",
      [0.25, 76, 10, of("AU, CU, GU and TU of Strelka, tier 1 (depth: DP)")],
    ],
    [
      "Strelka indel tiers",
      "DP:TAR:TIR 94:60,70:20,25",
      [0.25, 94, 20, of("TAR and TIR of Strelka, tier 1 (depth: DP)")],
    ],
    ["ADT with DPT", "GT:DPT:ADT 0/1:144:112,32", [32 / 144, 144, 32, of("ADT (depth: DPT)")]],
    [
      "Ion Torrent's flow-corrected counts",
      "GT:DP:FDP:RO:FRO:AO:FAO 0/1:398:400:51:48:347:300",
      [0.75, 400, 300, of("FAO and FDP of Ion Torrent")],
    ],
    ["freebayes", "GT:DP:RO:AO 0/1:41:30:10", [0.25, 41, 10, of("AO and RO (depth: DP)")]],
    ["VarScan's counts without FREQ", "RD:AD 160:40", [0.2, 200, 40, of("RD and AD of one ALT")]],
    ["counts by strand", "ADF:ADR 90,10:70,30", [0.2, 200, 40, of("ADF and ADR")]],
    [
      "cgpPindel, which writes no genotype",
      "GT:PP:NP:PB:NB:PD:ND:PR:NR:PU:NU ./.:4:5:3:6:4:6:37:43:4:6",
      [0.125, 80, 10, of("PU and NU of PR and NR of cgpPindel")],
    ],
    [
      "CaVEMan, by base and strand",
      "GT:FAZ:FCZ:FGZ:FTZ:RAZ:RCZ:RGZ:RTZ:PM 0|1:35:1:0:15:35:0:0:14:0.29",
      [0.29, 100, 29, of("FAZ to RTZ of CaVEMan")],
    ],
    [
      "CLC, which counts the reference where it is called alone",
      "GT:CLCAD2:DP 1/1:0,20:80",
      [0.25, 80, 20, of("CLCAD2 of CLC Genomics Workbench (depth: DP)")],
    ],
    [
      "Octopus, by haplotypes",
      "GT:DP:MAP_HF:HF_CR 1|0|1:80:.12,.63,.25:.1,.2,.6,.7,.2,.3",
      [0.37, 80, null, of("MAP_HF of Octopus (depth: DP)")],
    ],
    [
      "Octopus before 0.7, whose frequency is that of the somatic haplotype",
      "GT:DP:MAP_VAF:VAF_CR 0|0|1:68:0.22:0.14,0.3",
      [0.22, 68, null, of("MAP_VAF of Octopus (depth: DP)")],
    ],
    [
      "Octopus, not where the germline holds the allele as well",
      "GT:DP:MAP_VAF 0|1|1:68:0.22",
      [null, 68, null, of("DP")],
    ],
    ["Octopus, not for other haplotypes", "GT:MAP_HF 0|0|1:0.5,0.5", [null, null, null, null]],
    ["Platypus", "NR:NV 200:40", [0.2, 200, 40, of("NV and NR of Platypus")]],
    ["DP4", "GT:DP:DP4 0/1:7:0,3,0,1", [0.25, 7, 1, of("DP4 (depth: DP)")]],
    ["nothing", "GT 0/1", [null, null, null, null]],
    ["missing values", "GT:AD:AF:DP 0/1:.:.:.", [null, null, null, null]],
    ["values dropped from the end", "GT:AD:DP 0/1", [null, null, null, null]],
  ])("come from %s", async (_, fields, expected) => {
    expect(await supportOf("A T", fields)).toEqual([expected]);
  });

  test("are those of each allele where there are several", async () => {
    expect(await supportOf("A T,G", "AD 50,30,20")).toEqual([
      [0.3, 100, 30, of("AD")],
      [0.2, 100, 20, of("AD")],
    ]);
  });

  test.each([
    "AF 0.3,0.2",
    "RO:AO 50:30,20",
    "FDP:FAO 100:30,20",
    "NR:NV 100,100:30,20",
    "ADF:ADR 20,20,10:30,10,10",
    "AF 0.5,0.3,0.2",
  ])("are those of each allele in %s", async (fields) => {
    expect((await supportOf("A T,G", fields)).map(([vaf]) => vaf)).toEqual([0.3, 0.2]);
  });

  test.each([
    ["an AD that is too short", "A T,G", "AD 50,30"],
    ["an AD with an invented zero", "A T", "AD 50,"],
    ["a hexadecimal AD", "A T", "AD 50,0x1e"],
    ["one FREQ for two alleles", "A T,G", "RD:AD:FREQ 5:5:50%"],
    ["one RD and AD for two alleles", "A T,G", "RD:AD 5:5"],
    ["one NR for two alleles", "A T,G", "NR:NV 9:5,5"],
    ["strands of which one is not counted", "A T", "ADF:ADR 9,9:9,."],
    ["CaVEMan's bases of an indel", "A AT", "FAZ:FCZ:FGZ:FTZ:RAZ:RCZ:RGZ:RTZ 1:1:1:1:1:1:1:1"],
    ["cgpPindel's calls beside Manta's pairs", "A T", "PU:NU:PR:NR 1:1:5,5:6"],
    ["more reads of the allele than reads", "A T", "NR:NV 9:10"],
    ["SNV tiers of an indel", "A AT", "AU:CU:GU:TU 1,1:1,1:1,1:1,1"],
    ["an AF above 1", "A T", "AF 40"],
    ["an AF that is cut", "A T", "AF 0."],
    ["a depth that is no count", "A T", "DP 79.06"],
  ])("are not read from %s", async (_, alleles, fields) => {
    for (const [vaf] of await supportOf(alleles, fields)) expect(vaf).toBeNull();
  });

  test("come from INFO keys only when these are asked for", async () => {
    const meta = [
      "##INFO=<ID=TVAF,Number=A,Type=Float,Description=x>",
      "##INFO=<ID=TDP,Number=1,Type=Integer,Description=x>",
    ];
    const info = "TVAF=0.3;TDP=200";
    const fields = "AD 60,40";
    expect(await supportOf("A T", fields, { info, meta })).toEqual([[0.4, 100, 40, of("AD")]]);
    expect(await supportOf("A T", fields, { info, meta, tags: ["TVAF", "TDP"] })).toEqual([
      [0.3, 200, null, "INFO/TVAF, INFO/TDP"],
    ]);
    expect(await supportOf("A T", fields, { info: ".", meta, tags: ["TVAF", "TDP"] })).toEqual([
      [0.4, 100, 40, of("AD")],
    ]);
  });

  test("cannot come from an INFO key that the header does not declare", async () => {
    const meta = ["##INFO=<ID=TVAF,Number=A,Type=Float,Description=x>"];
    await expect(
      supportOf("A T", "GT 0/1", { meta, tags: ["TVAV", "TVAF"] }),
    ).rejects.toMatchObject({
      kind: "usage",
      problems: [{ hint: 'Did you mean "TVAF"?' }],
    });
  });
});

describe("the printed rule", () => {
  const ruleOf = async (meta: readonly string[], samples = ["TUMOR"]) =>
    (await readVcf(makeVcf({ meta, samples }))).header.supportRule;

  test("names the fields that the header declares in the order they are tried", async () => {
    const meta = ["AF", "DP", "AD"].map((id) => `##FORMAT=<ID=${id},Number=.,Type=Float>`);
    expect(await ruleOf(meta)).toBe("VAF and depth of TUMOR come from FORMAT/AD, else FORMAT/AF.");
  });

  test("says when nothing tells", async () => {
    expect(await ruleOf([])).toContain("no field");
    expect(await ruleOf([], [])).toContain("no sample columns");
  });
});

describe("the genotype", () => {
  test.each([
    ["GT 0/1", ["alt called", "alt not called"]],
    ["GT 1|2", ["alt called", "alt called"]],
    ["GT 2", ["alt not called", "alt called"]],
    ["GT |0|1", ["alt called", "alt not called"]],
    ["GT 0/0/1", ["alt called", "alt not called"]],
    ["GT 0/0", ["alt not called", "alt not called"]],
    ["GT ./.", ["no call", "no call"]],
    ["GT .", ["no call", "no call"]],
    ["GT ./1", ["alt called", "no call"]],
    ["DP 5", ["absent", "absent"]],
  ])("%s says of two alleles: %j", async (fields, expected) => {
    const [format = "", value = ""] = fields.split(" ");
    const text = makeVcf({ version: "VCFv4.4", records: [`7 5 . A T,G . . . ${format} ${value}`] });
    const { calls } = await readVcf(text);
    expect(calls.map(({ support }) => support.genotype)).toEqual(expected);
  });
});

test("of LoFreq, which writes no sample, come from its INFO, and of other such files from none that is not named", async () => {
  const meta = (source: string): string[] => [
    `##source=${source}`,
    '##INFO=<ID=AF,Number=1,Type=Float,Description="Allele Frequency">',
    '##INFO=<ID=DP,Number=1,Type=Integer,Description="Raw Depth">',
  ];
  const read = async (source: string) => {
    const record = "7 100 . A T 900 PASS DP=80;AF=0.250000;SB=0;DP4=30,30,10,10";
    const text = makeVcf({ meta: meta(source), samples: [], records: [record] });
    const { calls } = await readVcf(text);
    return calls.map(({ support: { vaf, depth, rule } }) => [vaf, depth, rule]);
  };
  expect(await read("lofreq call --call-indels -f ref.fa")).toEqual([
    [0.25, 80, "INFO/AF, INFO/DP"],
  ]);
  expect(await read("dbSNP")).toEqual([[null, null, null]]);
});
