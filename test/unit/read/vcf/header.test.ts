import { describe, expect, test } from "vitest";
import { parseStructuredLine } from "../../../../src/read/vcf/structured-line.ts";
import { makeVcf, outcomeOf, readVcf } from "./read-vcf-text.ts";

describe("parseStructuredLine", () => {
  test("reads quoted commas, escaped quotes and lists", () => {
    const text = '<ID=AF,Number=A,Description="a, \\"b\\" \\\\ c>",Values=[x, y],Last=1>';
    expect([...(parseStructuredLine(text) ?? [])]).toEqual([
      ["ID", "AF"],
      ["Number", "A"],
      ["Description", 'a, "b" \\ c>'],
      ["Values", "[x, y]"],
      ["Last", "1"],
    ]);
  });

  test("takes quotes and brackets inside a plain value as they are", () => {
    expect(parseStructuredLine('<ID=a!"#[]b,Description="d">')?.get("Description")).toBe("d");
  });

  test.each(["<ID=a", '<ID=a,Description="open>', "<ID>", "ID=a"])("refuses %s", (text) => {
    expect(parseStructuredLine(text)).toBeNull();
  });
});

describe("the header", () => {
  test("gives contigs by short name, the reference and the samples", async () => {
    const meta = [
      "##reference=file:///ref/hg38.fa",
      "##contig=<ID=chr7,length=159345973>",
      "##contig=<ID=chrM>",
      "##contig=<ID=GL000220.1,length=5>",
    ];
    const { header } = await readVcf(makeVcf({ meta, samples: ["3", "TUMOR", "1"] }));
    expect(header).toMatchObject({
      fileFormat: "VCFv4.2",
      reference: "file:///ref/hg38.fa",
      samples: ["3", "TUMOR", "1"],
    });
    expect([...header.contigs]).toEqual([
      ["7", 159345973],
      ["MT", null],
    ]);
  });

  test("without ##reference gives the assembly that its contigs agree on", async () => {
    const contig = (id: string, assembly: string): string =>
      `##contig=<ID=${id},length=5,assembly=${assembly}>`;
    const referenceOf = async (...meta: string[]) =>
      (await readVcf(makeVcf({ meta }))).header.reference;
    expect(await referenceOf(contig("1", "GRCh38"), contig("2", "GRCh38"))).toBe("GRCh38");
    expect(await referenceOf(contig("1", "GRCh38"), contig("2", "GRCh37"))).toBeNull();
  });

  test("with two lengths for one chromosome has none, and says so", async () => {
    const meta = ["##contig=<ID=chr7,length=159345973>", "##contig=<ID=7,length=159138663>"];
    const { header, problems } = await readVcf(makeVcf({ meta }));
    expect(header.contigs.get("7")).toBeNull();
    expect(problems).toContainEqual(expect.objectContaining({ code: "vcf-contig-lengths" }));
  });

  test.each(["VCFv4.0", "VCFv4.1", "VCFv4.2", "VCFv4.3", "VCFv4.4", "VCFv4.5"])(
    "may be of version %s",
    async (version) => {
      expect(await outcomeOf(makeVcf({ version }))).toBe("read 0 of 0, vcf-no-records");
    },
  );

  test.each(["VCFv3.3", "VCFv4.6", "VCFv40", "4.2", ""])(
    "may not be of version %s",
    async (version) => {
      expect(await outcomeOf(makeVcf({ version }))).toBe("refused (input): vcf-version-unknown");
    },
  );

  test("with malformed lines is read without them, and says so", async () => {
    const meta = [
      "##",
      "##nonsense",
      "##INFO=<ID=AF,Number=A",
      "##INFO=<ID=DP,Number=1,Type=Integer>",
    ];
    expect(await outcomeOf(makeVcf({ meta }))).toBe("read 0 of 0, vcf-header-line, vcf-no-records");
  });

  test.each(["__proto__", "constructor", "toString", "get"])(
    "keeps the key %s to itself",
    async (key) => {
      const before = Object.getOwnPropertyNames(Object.prototype);
      const text = makeVcf({
        meta: [`##${key}=<ID=${key},Description="x">`, `##INFO=<ID=${key},Number=1,Type=Integer>`],
        samples: [key, "TUMOR"],
        records: [`7 5 . A T . PASS ${key}=x;AF=1 ${key}:AD 1:1,2 2:3,4`],
      });
      const { calls, problems } = await readVcf(text);
      expect(calls[0]?.support).toMatchObject({ altReads: 4 });
      expect(problems).toMatchObject([{ code: "info-value-malformed" }]);
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      expect(Object.prototype).not.toHaveProperty("Description");
    },
  );

  test("of a file with wrong column names is refused by the name of the column", async () => {
    const text = makeVcf({}).replace("\tREF\t", "\tRef\t");
    await expect(readVcf(text)).rejects.toThrow('column 4 is "Ref" and not REF');
  });

  test("that never ends is refused", async () => {
    const line = `##x=${"y".repeat(1 << 20)}`;
    const meta = Array.from({ length: 17 }, () => line);
    expect(await outcomeOf(makeVcf({ meta }))).toBe("refused (input): vcf-header-too-large");
  });
});

test("calls that the header says were not filtered are warned about", async () => {
  const outcome = async (status: string) =>
    await outcomeOf(makeVcf({ meta: [`##filtering_status=${status}`] }));
  const raw =
    "Warning: unfiltered Mutect 2 calls.  Please run FilterMutectCalls to remove false positives.";
  const filtered =
    "These calls have been filtered by FilterMutectCalls to label false positives with a list of failed filters and true positives with PASS.";
  expect(await outcome(raw)).toContain("calls-unfiltered");
  expect(await outcome(filtered)).not.toContain("calls-unfiltered");
});
