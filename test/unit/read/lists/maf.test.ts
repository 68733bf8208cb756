import { describe, expect, test } from "vitest";
import { maf } from "../../../../src/read/lists/maf.ts";
import { readList } from "./read-list.ts";

const names = [
  "Hugo_Symbol",
  "NCBI_Build",
  "Chromosome",
  "Start_Position",
  "End_Position",
  "Reference_Allele",
  "Tumor_Seq_Allele1",
  "Tumor_Seq_Allele2",
  "Tumor_Sample_Barcode",
];
const line = (...cells: readonly string[]): string => `${cells.join("\t")}\n`;
const braf = ["BRAF", "GRCh37", "7", "140453136", "140453136", "A", "A", "T", "T1"] as const;
const row = (changes: Readonly<Record<number, string>>): string =>
  line(...braf.map((cell, place) => changes[place] ?? cell));
const header = line(...names);
const given = async (text: string) =>
  (await readList(maf, header + text)).records.flatMap(({ calls }) => calls.map((c) => c.given));

describe("the alleles of a MAF", () => {
  test("are those of VCF: a substitution as it is", async () => {
    expect(await given(row({}))).toEqual([
      { contig: "7", position: 140_453_136, ref: "A", alt: "T" },
    ]);
  });

  test("stand behind the base before an insertion or deletion, which the file does not give", async () => {
    const insertion = row({ 3: "100", 4: "101", 5: "-", 6: "-", 7: "GG" });
    const deletion = row({ 3: "100", 4: "102", 5: "ACT", 6: "ACT", 7: "-" });
    expect(await given(insertion + deletion)).toEqual([
      { contig: "7", position: 100, ref: "N", alt: "NGG" },
      { contig: "7", position: 99, ref: "NACT", alt: "N" },
    ]);
  });

  test("are Tumor_Seq_Allele1 where Tumor_Seq_Allele2 is the reference, and both where both are new", async () => {
    const first = row({ 6: "C", 7: "A" });
    const both = row({ 6: "C", 7: "T" });
    const alts = (await given(first + both)).map(({ alt }) => alt);
    expect(alts).toEqual(["C", "T", "C"]);
  });

  test("refuse the row alone when they do not fill their places, or are none", async () => {
    const wrong = [
      row({ 4: "140453137" }),
      row({ 7: "X" }),
      row({ 3: "0", 4: "0" }),
      row({ 3: "100", 4: "100", 5: "-", 6: "-", 7: "G" }),
    ];
    const { counts, problems, records } = await readList(maf, header + wrong.join("") + row({}));
    expect([counts, records.length]).toEqual([{ read: 5, outside: 0, refused: 4 }, 1]);
    expect(problems).toMatchObject([{ code: "maf-row-malformed", count: 4, where: { line: 2 } }]);
  });

  test("that are the reference are listed, not found", async () => {
    const { records } = await readList(maf, header + row({ 6: "A", 7: "A" }));
    expect(records).toMatchObject([{ calls: [], skipped: [{ code: "no-variant-allele" }] }]);
  });
});

describe("the samples of a MAF", () => {
  const two = header + row({}) + row({ 8: "T2", 1: "hg38" }) + row({ 3: "7", 4: "7" });

  test("are named when there are several and none is asked for", async () => {
    await expect(readList(maf, two)).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining('"T1", "T2"') as string,
    });
  });

  test("are told apart: the rows of others are counted", async () => {
    const {
      records,
      counts,
      others,
      header: found,
    } = await readList(maf, two, {
      tumorSample: "T1",
    });
    expect([records.length, counts.read, others]).toEqual([2, 3, 1]);
    expect(found).toMatchObject({ tumorSample: { name: "T1" }, assembly: { name: "GRCh37" } });
  });

  test("are not guessed: a name that is not there is refused, with the nearest", async () => {
    await expect(readList(maf, two, { tumorSample: "t1" })).rejects.toMatchObject({
      kind: "usage",
      problems: [{ code: "tumor-sample-missing", hint: 'Did you mean "T1"?' }],
    });
  });
});

describe("the genome build of a MAF", () => {
  test.each([
    ["37", "GRCh37"],
    ["GRCh37-lite", "GRCh37"],
    ["hg38", "GRCh38"],
    ["GRCh38.p13", "GRCh38"],
  ])("%s is %s", async (text, name) => {
    const { header: found } = await readList(maf, header + row({ 1: text }));
    expect(found.assembly?.name).toBe(name);
  });

  test("refuses a file whose rows are of two, or of one that is not served", async () => {
    await expect(readList(maf, header + row({}) + row({ 1: "38" }))).rejects.toMatchObject({
      kind: "identity",
      problems: [{ code: "assembly-mixed", where: { line: 3 } }],
    });
    await expect(readList(maf, header + row({ 1: "hg18" }))).rejects.toMatchObject({
      kind: "identity",
      problems: [{ code: "assembly-other" }],
    });
  });
});

describe("what else a MAF says", () => {
  const wide = [...names, "HGVSp_Short", "Transcript_ID", "FILTER", "t_depth", "t_alt_count"];
  const cells = (...more: readonly string[]): string => line(...braf, ...more);
  const read = async (...more: readonly string[]) => {
    const { records } = await readList(maf, line(...wide) + cells(...more));
    return records[0]?.calls[0];
  };

  test("is read as support, filters and an annotation of the row", async () => {
    const call = await read("p.V600E", "ENST00000288602", "PASS", "200", "50");
    expect(call).toMatchObject({
      failedFilters: [],
      support: { vaf: 0.25, depth: 200, altReads: 50, rule: "t_depth, t_alt_count" },
      annotations: [{ dialect: "MAF" }],
      provenance: { line: 2, sample: "T1" },
    });
    const filtered = await read("", "", "common_variant;panel_of_normals", "0", "");
    expect(filtered?.failedFilters).toEqual(["common_variant", "panel_of_normals"]);
    // vcf2maf writes a depth of 0 where it knew none.
    expect(filtered?.support).toMatchObject({ depth: null, vaf: null, rule: null });
  });

  test("refuses the row when a count is none", async () => {
    const text = line(...wide) + cells("", "", "", "many", "5");
    const { counts, problems } = await readList(maf, text);
    expect(counts).toEqual({ read: 1, outside: 0, refused: 1 });
    expect(problems[0]?.message).toContain("t_depth is no count of reads");
  });
});

describe("the text of a MAF", () => {
  test("may begin with comments, a byte order mark and quotes, and end its lines with CRLF", async () => {
    const quoted = row({ 0: '"BRAF"' });
    const text = `\u{feff}#version 2.4\t\t\n#a second line\n${header}${quoted}`;
    const { records } = await readList(maf, text.replaceAll("\n", "\r\n"));
    expect(records).toMatchObject([{ line: 4, calls: [{ given: { alt: "T" } }] }]);
  });

  test("may have rows that were cut: they are refused alone, and filled up where only empty cells are gone", async () => {
    const wide = line(...names, "HGVSc");
    const { counts, records, problems } = await readList(maf, wide + row({}) + line("BRAF", ""));
    expect([counts, records.length]).toEqual([{ read: 2, outside: 0, refused: 1 }, 1]);
    expect(problems.map(({ code }) => code).toSorted()).toEqual(["row-filled", "row-length"]);
  });

  test("is refused when it is not UTF-8, with the command that converts it", async () => {
    const latin1 = Buffer.from(header + row({ 0: "M\u00fcller" }), "latin1");
    await expect(readList(maf, latin1)).rejects.toMatchObject({ problems: [{ code: "not-utf8" }] });
  });

  test("is no MAF without alleles or a change", () => {
    expect(maf.detect("Tumor_Sample_Barcode\tHugo_Symbol\tCopy_Number_Alteration\n")).toBe(false);
    expect(maf.detect("Hugo_Symbol\tTumor_Sample_Barcode\tHGVSp_Short\n")).toBe(true);
  });
});

test("a row without coordinates names its variant", async () => {
  const text = `${line("Hugo_Symbol", "Tumor_Sample_Barcode", "HGVSp_Short", "Variant_Classification")}${line("BRAF", "T1", "p.V600E", "Missense_Mutation")}${line("BRAF", "T1", "", "")}`;
  const { header: found, records, counts } = await readList(maf, text);
  expect(found.isNamesOnly).toBe(true);
  expect(records).toMatchObject([
    {
      calls: [],
      named: { named: { gene: "BRAF", changes: ["p.V600E"], terms: ["missense_variant"] } },
    },
  ]);
  expect(counts.refused).toBe(1);
});
