import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeRegionTable } from "../../../../src/io/region-table.ts";
import { streamSource } from "../../../../src/io/byte-source.ts";
import { sha256 } from "../../../../src/io/sha256.ts";
import { findReader } from "../../../../src/read/find-reader.ts";
import { vcf } from "../../../../src/read/vcf/vcf.ts";
import { cutAt, makeBgzf, streamOf } from "../../io/make-bytes.ts";
import { makeVcf, outcomeOf, readVcf } from "./read-vcf-text.ts";

const formats = [
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
  '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depths">',
];
const braf = "chr7 140753336 . A T . PASS . GT:AD 0/1:70,50";

describe("a record", () => {
  test("becomes one call for each allele, with the support of that allele", async () => {
    const { records, calls } = await readVcf(
      makeVcf({
        meta: formats,
        records: ["chr7 140753336 . A T,G,<DEL> . q10;s5 . GT:AD 0/2:70,20,10,0"],
      }),
    );
    expect(records).toHaveLength(1);
    expect(records[0]?.skipped).toMatchObject([{ alt: "<DEL>", code: "symbolic-allele" }]);
    expect(calls).toMatchObject([
      {
        given: { contig: "7", position: 140753336, ref: "A", alt: "T" },
        altIndex: 1,
        altCount: 3,
        failedFilters: ["q10", "s5"],
        support: { vaf: 0.2, altReads: 20, depth: 100, genotype: "alt not called" },
        provenance: { file: "x.vcf", line: 5, sample: "TUMOR" },
      },
      {
        given: { alt: "G" },
        altIndex: 2,
        support: { vaf: 0.1, altReads: 10, genotype: "alt called" },
      },
    ]);
  });

  test("keeps the contig's own name where it is no chromosome", async () => {
    const { records } = await readVcf(makeVcf({ records: [braf.replace("chr7", "GL000220.1")] }));
    expect(records[0]).toMatchObject({
      rawContig: "GL000220.1",
      calls: [{ given: { contig: "GL000220.1" } }],
    });
  });

  test("that fails no filter says so whether it passed or was not filtered, however that is written", async () => {
    const filters = ["PASS", ".", "Pass", "pass", "PASS;q10"];
    const records = filters.map((filter) => braf.replace("PASS", filter));
    const { calls } = await readVcf(makeVcf({ records }));
    expect(calls.map(({ failedFilters }) => failedFilters)).toEqual([[], [], [], [], ["q10"]]);
  });

  test("at a base that the assembly leaves open is read with N there, and warned about", async () => {
    const records = ["chr7 5 . M T . PASS . GT 0/1", "chr7 9 . Acr A . PASS . GT 0/1"];
    const { calls, problems } = await readVcf(makeVcf({ records }));
    expect(calls.map(({ given: { ref, alt } }) => [ref, alt])).toEqual([
      ["N", "T"],
      ["AcN", "A"],
    ]);
    expect(problems).toMatchObject([
      { code: "vcf-ref-ambiguous", severity: "warning", where: { line: 3, column: 10 }, count: 2 },
    ]);
  });

  test.each([
    ["POS", "chr7 1e5 . A T . PASS . GT 0/1", "vcf-pos-malformed", 6],
    ["POS", "chr7 +5 . A T . PASS . GT 0/1", "vcf-pos-malformed", 6],
    ["REF", "chr7 5 . A/T T . PASS . GT 0/1", "vcf-ref-malformed", 10],
    ["ALT", "chr7 5 . A A/T . PASS . GT 0/1", "vcf-alt-malformed", 12],
    ["ALT", "chr7 5 . A T,, . PASS . GT 0/1", "vcf-alt-malformed", 12],
    ["GT", "chr7 5 . A T . PASS . GT 0//1", "vcf-gt-malformed", 26],
    ["GT", "chr7 5 . A T . PASS . GT 0/2", "vcf-gt-out-of-range", 26],
    ["a sample value", "chr7 5 . A T . PASS . GT 0/1:5", "vcf-sample-values", 26],
    ["a column more", "chr7 5 . A T . PASS . GT 0/1 0/1", "vcf-column-count", 26],
  ])("with a malformed %s is refused alone: %s", async (_, record, code, column) => {
    const text = makeVcf({ records: [braf, record, braf] });
    const { calls, counts, problems } = await readVcf(text);
    expect(calls).toHaveLength(2);
    expect(counts).toEqual({ read: 3, outside: 0, refused: 1 });
    expect(problems).toMatchObject([
      { code, severity: "error", where: { file: "x.vcf", line: 4, column }, count: 1 },
    ]);
    expect(await outcomeOf(text, { strict: true })).toBe(`refused (input): ${code}`);
  });

  test("with fewer columns than the header refuses the file", async () => {
    const text = makeVcf({ records: [braf.replace(/ [^ ]+$/, ""), braf] });
    expect(await outcomeOf(text)).toBe("refused (input): vcf-column-count");
  });

  test("is read under strict where it would be passed over", async () => {
    const records = Array.from({ length: 20 }, (_, at) => `chr7 ${at + 1} . A T . PASS . GT 0/1`);
    const text = makeVcf({ records: [...records, "chr7 30 . A T . PASS . GT 0/7"] });
    const read = async (strict: boolean): Promise<number> => {
      const source = streamSource("x.vcf", streamOf(text));
      const file = await vcf.open(source, { allowTruncated: false, strict, report: () => {} });
      const regions = makeRegionTable([{ contig: "7", start: 1, end: 1000 }]);
      const taken = file.records(regions, { useIndex: false, passOver: () => "intron" });
      for await (const record of taken) void record;
      return file.passedOver().get("intron") ?? 0;
    };
    expect(await read(false)).toBeGreaterThan(10);
    await expect(read(true)).rejects.toMatchObject({ problems: [{ code: "vcf-gt-out-of-range" }] });
  });

  test("is of the contig that the header declares, also where its name is not ASCII", async () => {
    const text = makeVcf({
      meta: ["##contig=<ID=chré,length=1000>"],
      records: ["chré 5 . A T . . . GT 0/1", "chré 1001 . A T . . . GT 0/1"],
    });
    const outcome = "read 1 of 2, vcf-no-chromosome, vcf-pos-beyond-contig";
    expect(await outcomeOf(text)).toBe(outcome);
    const regions = makeRegionTable([{ contig: "7", start: 1000, end: 1000 }]);
    expect(await outcomeOf(text, { regions })).toBe(outcome);
  });

  test("beyond its contig is refused, whether or not the regions reach there", async () => {
    const text = makeVcf({
      meta: ["##contig=<ID=chr7,length=1000>"],
      records: ["chr7 1000 . A T . PASS . GT 0/1", "chr7 1001 . A T . PASS . GT 0/1"],
    });
    const regions = makeRegionTable([{ contig: "7", start: 1000, end: 1000 }]);
    const outcome = "read 1 of 2, vcf-pos-beyond-contig";
    expect([await outcomeOf(text), await outcomeOf(text, { regions })]).toEqual([outcome, outcome]);
  });

  test.each([
    [["CM000669.9 5"], ["vcf-no-chromosome"]],
    [["hs7 5", "GL000220.1 5"], ["vcf-no-chromosome"]],
    [["22 5", "23 5", "24 5"], ["vcf-contig-unknown"]],
    [["chr1 5", "chr07 5"], ["vcf-contig-unknown"]],
    [["1 5", "GL000220.1 5"], []],
    [["CM000669.2 5", "chrUn_KI270742v1 5"], []],
  ])("on %j is told of where its name is that of no chromosome", async (places, codes) => {
    const records = places.map((place) => `${place} . A T . PASS . GT 0/1`);
    const { problems } = await readVcf(makeVcf({ records }));
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    [["./. PASS", "./. q10"], ["genotypes-missing"]],
    [["./. PASS", "0/0 PASS"], []],
    [["./. q10", "./. q10"], []],
    [["0/1 PASS"], []],
  ])("of genotypes %j: a file that calls none is told of", async (calls, codes) => {
    const records = calls.map((call, at) => {
      const [genotype, filter] = call.split(" ");
      return `chr7 ${at + 1} . A T . ${filter} . GT ${genotype}`;
    });
    const { problems } = await readVcf(makeVcf({ records }));
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  test("of cgpPindel has no genotype, whatever stands under GT", async () => {
    const format = "GT:PP:NP:PB:NB:PD:ND:PR:NR:PU:NU";
    const record = `chr7 5 . AC A . PASS . ${format} ./.:4:5:3:6:4:6:37:43:4:6`;
    const { calls, problems } = await readVcf(makeVcf({ records: [record] }));
    expect(calls).toMatchObject([{ support: { genotype: "absent", altReads: 10, depth: 80 } }]);
    expect(problems).toEqual([]);
  });

  test("messages show no control characters and no long values", async () => {
    const record = `chr7 5 . \u001b[2J${"A".repeat(500)} T . PASS . GT 0/1`;
    const { problems } = await readVcf(makeVcf({ records: [record] }));
    expect(problems[0]?.message).not.toContain("\u001b");
    expect(problems[0]?.message.length).toBeLessThan(120);
  });
});

describe("regions", () => {
  const regions = makeRegionTable([
    { contig: "7", start: 100, end: 199 },
    { contig: "X", start: 1, end: 10 },
  ]);
  const at = (contig: string, position: number, ref = "A"): string =>
    `${contig} ${position} . ${ref} ${ref}T . PASS . GT 0/1`;

  test("keep what overlaps them by any base of REF, under any name of the contig", async () => {
    const records = [
      at("chr7", 99),
      at("7", 98, "ACG"),
      at("CHR7", 100),
      at("NC_000007.14", 199),
      at("chr7", 200),
      at("8", 150),
      at("chrX", 10),
      at("chr7_alt", 150),
    ];
    const { calls, counts } = await readVcf(makeVcf({ records }), { regions });
    expect(calls.map(({ provenance }) => provenance.line)).toEqual([4, 5, 6, 9]);
    expect(counts).toEqual({ read: 8, outside: 4, refused: 0 });
  });

  test("do not hide a record whose place cannot be read", async () => {
    const records = [at("chr7", 500), "chr7 x . A T . PASS . GT 0/1", "chr8 5x . A T . . . GT 0/1"];
    expect(
      await outcomeOf(makeVcf({ records: [...records, ` 5 . A T . . . GT 0/1`] }), { regions }),
    ).toBe("read 1 of 4, vcf-chrom-malformed, vcf-pos-malformed");
  });

  test("give the same records as reading everything would, in any order and any chunks", async () => {
    const record = fc
      .tuple(
        fc.constantFrom("chr7", "7", "X", "MT"),
        fc.nat(300),
        fc.constantFrom("A", "AC", "ACGT"),
      )
      .map(([contig, position, ref]) => at(contig, position + 1, ref));
    await fc.assert(
      fc.asyncProperty(
        fc.array(record),
        fc.array(fc.nat(2000)),
        fc.constantFrom("\n", "\r\n"),
        async (records, places, lineEnd) => {
          const text = makeVcf({ records }).replaceAll("\n", lineEnd);
          const chunks = cutAt(
            Buffer.from(text),
            places.map((place) => Math.min(place, text.length)),
          );
          const all = await readVcf(text);
          const some = await readVcf(chunks, { regions });
          const wanted = all.records.filter(({ calls: [call] }) => {
            const { contig, position, ref } = call?.given ?? { contig: "", position: 0, ref: "" };
            return regions.overlaps(contig, position, position + ref.length - 1);
          });
          expect(some.records).toEqual(wanted);
          expect(some.counts).toEqual({
            read: records.length,
            outside: records.length - wanted.length,
            refused: 0,
          });
        },
      ),
    );
  });
});

describe("the end of a file", () => {
  const text = makeVcf({ meta: formats, records: [braf, braf] }).trimEnd();

  test("without a line feed is warned of when the last record is whole", async () => {
    expect(await outcomeOf(text)).toBe("read 2 of 2, no-final-newline");
  });

  test("inside a record never passes, wherever it is and whether or not it is in the regions", async () => {
    const lastLine = text.lastIndexOf("\n") + 1;
    const elsewhere = makeRegionTable([{ contig: "1", start: 1, end: 2 }]);
    // From the first digit of the last AD on, a cut cannot be told from a smaller number.
    for (let end = lastLine + 1; end <= text.lastIndexOf(":"); end++) {
      const cut = text.slice(0, end);
      expect(await outcomeOf(cut)).toBe("refused (input): vcf-truncated");
      expect(await outcomeOf(cut, { regions: elsewhere })).toBe("refused (input): vcf-truncated");
    }
  });

  test("inside a record counts as one refused record where truncation is allowed", async () => {
    const cut = text.slice(0, -20);
    expect(await outcomeOf(cut, { allowTruncated: true })).toBe(
      "read 1 of 2, no-final-newline, vcf-column-count",
    );
  });
});

describe("an annotation", () => {
  const csq =
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL">';
  const ann =
    "##INFO=<ID=ANN,Number=.,Type=String,Description=\"Functional annotations: 'Allele | Annotation | Gene_Name' \">";
  const bcsq =
    "##INFO=<ID=BCSQ,Number=.,Type=String,Description=\"Local consequence annotation. Format: '[*]consequence|gene|transcript[|strand]'\">";
  const funcotation =
    '##INFO=<ID=FUNCOTATION,Number=A,Type=String,Description="Functional annotation from the Funcotator tool.  Funcotation fields are: Gencode_34_hugoSymbol|CGC_Tumour_Types__(Somatic_Mutations)|HGNC_3\'_UTR">';
  const infoOf = async (version: string, meta: readonly string[], info: string) => {
    const record = `7 5 . A T,C . PASS ${info}`;
    const { header, calls } = await readVcf(
      makeVcf({ version, meta, samples: [], records: [record] }),
    );
    return { header, annotations: calls.map(({ annotations }) => annotations) };
  };

  test("has its fields in the order of the header", async () => {
    const { header } = await infoOf("VCFv4.2", [funcotation, csq, ann, bcsq], ".");
    expect(header.annotation).toEqual([
      { dialect: "CSQ", fields: ["Allele", "Consequence", "SYMBOL"] },
      { dialect: "ANN", fields: ["Allele", "Annotation", "Gene_Name"] },
      { dialect: "BCSQ", fields: ["consequence", "gene", "transcript", "strand"] },
      {
        dialect: "FUNCOTATION",
        fields: ["Gencode_34_hugoSymbol", "CGC_Tumour_Types__(Somatic_Mutations)", "HGNC_3'_UTR"],
      },
    ]);
  });

  test("of ANNOVAR is in the first of its tables of transcripts, between colons", async () => {
    const keys = ["AAChange.ensGene", "AAChange.refGene"].map(
      (key) =>
        `##INFO=<ID=${key},Number=.,Type=String,Description="${key} annotation provided by ANNOVAR">`,
    );
    const entries = "NRAS:NM_002524:exon3:c.A183T:p.Q61H,NRAS:NM_9:exon3:c.A3T:p.Q1H";
    const info = `AAChange.ensGene=NRAS:ENST1:exon3:c.A183T:p.Q61H;AAChange.refGene=${entries}`;
    const told = await infoOf("VCFv4.2", keys, info);
    expect(told.annotations[0]).toMatchObject([
      {
        dialect: "ANNOVAR",
        fields: ["Gene", "Transcript", "Exon", "Coding", "Protein"],
        entries: entries.replaceAll(":", "|").split(","),
      },
    ]);
    const unknown = await infoOf("VCFv4.2", keys, "AAChange.refGene=.");
    expect(unknown.annotations[0]).toEqual([]);
  });

  test("of PAVE has its fields between brackets, and one entry of values between commas", async () => {
    const pave =
      '##INFO=<ID=IMPACT,Number=4,Type=String,Description="Variant Impact [Gene, HgvsProteinImpact, OtherReportableEffects, GenesAffected]">';
    const told = await infoOf("VCFv4.2", [pave], "IMPACT=BRAF,p.Val600Glu,,1");
    expect(told.header.annotation[0]?.dialect).toBe("IMPACT");
    expect(told.annotations[0]?.[0]?.entries).toEqual(["BRAF|p.Val600Glu||1"]);
    const severity =
      '##INFO=<ID=IMPACT,Number=1,Type=String,Description="HIGH [or LOW, or MODIFIER]">';
    expect((await infoOf("VCFv4.2", [severity], "IMPACT=HIGH")).header.annotation).toEqual([]);
  });

  test("goes to every allele with all its entries", async () => {
    const { annotations } = await infoOf("VCFv4.2", [csq], "DP=3;CSQ=T|missense|BRAF,C|stop|BRAF");
    const entries = ["T|missense|BRAF", "C|stop|BRAF"];
    expect(annotations.map(([annotation]) => annotation?.entries)).toEqual([entries, entries]);
  });

  test("without a field list in the header is not used", async () => {
    const bare = '##INFO=<ID=ANN,Number=.,Type=String,Description="x">';
    expect((await infoOf("VCFv4.2", [bare], "ANN=a|b")).header.annotation).toEqual([]);
  });

  test.each([
    ["VCFv4.2", "p.V600%3D|100%25", "p.V600%3D|100%25"],
    ["VCFv4.3", "p.V600%3D|100%25", "p.V600=|100%"],
    ["VCFv4.3", "50%_x%3By%2Cz", "50%_x;y,z"],
    ["VCFv4.3", "a%7Cb%0Ac%1Bd%3Cscript%3E", "a%7Cb%0Ac%1Bd%3Cscript%3E"],
  ])("of %s is percent-decoded as that version says: %s", async (version, raw, decoded) => {
    const { annotations } = await infoOf(version, [csq], `CSQ=${raw}`);
    expect(annotations[0]?.[0]?.entries).toEqual([decoded]);
  });
});

describe("the format", () => {
  test("is told by its first line, whatever it is stored as", async () => {
    const source = streamSource("x.txt", streamOf(makeBgzf(makeVcf({}))));
    expect(await findReader("variants", source)).toBe(vcf);
    expect(vcf.detect("gene,a,b\n")).toBe(false);
  });

  test("closes its source when it refuses the header", async () => {
    let isClosed = false;
    const source = async function* (): AsyncGenerator<Buffer> {
      try {
        for (;;) yield Buffer.from("##fileformat=VCFv4.2\n#CHROM\n".repeat(10_000));
      } finally {
        isClosed = true;
      }
    };
    await expect(readVcf(streamSource("x.vcf", source()))).rejects.toThrow(/column/);
    expect(isClosed).toBe(true);
  });

  test("gives the digest of the stored bytes", async () => {
    const stored = makeBgzf(makeVcf({ records: [braf] }));
    const options = { allowTruncated: false, strict: false, report: () => {} };
    const file = await vcf.open(streamSource("x.vcf.gz", streamOf(stored)), options);
    for await (const _ of file.records(null));
    expect(file.digest()).toEqual({ sha256: sha256(stored), bytes: stored.length });
    const again = file.records(null)[Symbol.asyncIterator]();
    await expect(again.next()).rejects.toThrow("once");
  });
});

describe("lines that no record of interest stands in", () => {
  const regions = makeRegionTable([{ contig: "7", start: 1, end: 10 }]);

  test.each(["chr7 ", " chr7", "chr7,x", "chr7\r"])(
    "are refused by name when CHROM is %j, wherever they lie",
    async (name) => {
      const text = makeVcf({ records: ["chr7 5 . A T . PASS . GT 0/1"] });
      const line = `${name}\t900\t.\tA\tT\t.\tPASS\t.\tGT\t0/1\n`;
      const { counts, problems } = await readVcf(`${text}${line}`, { regions });
      expect(counts).toEqual({ read: 2, outside: 0, refused: 1 });
      expect(problems.map(({ code }) => code)).toContain("vcf-chrom-malformed");
    },
  );

  test("refuse the file when they are blank a hundred thousand times", async () => {
    const text = makeVcf({ records: ["chr7 5 . A T . PASS . GT 0/1"] });
    await expect(readVcf(`${text}${"\n".repeat(100_001)}`)).rejects.toMatchObject({
      problems: [{ code: "vcf-other-lines" }],
    });
  });
});
