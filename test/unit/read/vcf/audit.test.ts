import { describe, expect, test } from "vitest";
import { makeVcf, outcomeOf, readVcf } from "./read-vcf-text.ts";
import { cpuTime } from "../../cpu-time.ts";

/** Code, severity and place of each kind of problem of an audit, `@line:column`. */
async function audit(parts: Parameters<typeof makeVcf>[0]): Promise<string[]> {
  const { problems } = await readVcf(makeVcf(parts), { audit: true });
  return problems.map(({ code, severity, where }) => {
    const column = where?.column === undefined ? "" : `:${where.column}`;
    return `${severity} ${code}@${where?.line}${column}`;
  });
}

const good = "chr7 5 . A T 9 PASS DP=3 GT 0/1";

describe("an audit", () => {
  test("finds nothing in a record that follows the specification", async () => {
    expect(await audit({ records: [good] })).toEqual([]);
  });

  test.each([
    ["ID", "chr7 5 a; A T 9 PASS DP=3 GT 0/1", "warning vcf-id-malformed@3:8"],
    ["CHROM", "<7 5 . A T 9 PASS DP=3 GT 0/1", "warning vcf-chrom-name@3:1"],
    ["QUAL", "chr7 5 . A T -1 PASS DP=3 GT 0/1", "warning vcf-qual-negative@3:14"],
    ["QUAL", "chr7 5 . A T Inf PASS DP=3 GT 0/1", "notice vcf-qual-not-finite@3:14"],
    ["FILTER", "chr7 5 . A T 9 q10;PASS DP=3 GT 0/1", "warning vcf-filter-malformed@3:16"],
    ["FILTER", "chr7 5 . A T 9 0 DP=3 GT 0/1", "warning vcf-filter-malformed@3:16"],
    ["FILTER", "chr7 5 . A T 9 Pass DP=3 GT 0/1", "warning vcf-filter-pass@3:16"],
    ["ALT", "chr7 5 . A T,t 9 PASS DP=3 GT 0/1", "warning vcf-alt-repeated@3:12"],
    ["INFO", "chr7 5 . A T 9 PASS DB;DP=-3 GT 0/1", "warning info-value-negative@3:24"],
    ["INFO", "chr7 5 . A T 9 PASS DP=x GT 0/1", "warning info-value-malformed@3:21"],
    ["INFO", "chr7 5 . A T 9 PASS AC=1,2 GT 0/1", "warning info-value-count@3:21"],
    ["INFO", "chr7 5 . A T 9 PASS CIGAR=7 GT 0/1", "warning info-value-malformed@3:21"],
    ["INFO", "chr7 5 . A T 9 PASS END=3000000000 GT 0/1", "warning info-value-range@3:21"],
    ["INFO", "chr7 5 . ACG A,* 9 PASS DP=3;END=6 GT 0/1", "warning info-end-before-ref@3:30"],
    ["INFO", "chr7 5 . AC . 9 PASS END=5 GT 0/0", "warning info-end-before-ref@3:22"],
    ["FORMAT", "chr7 5 . A T 9 PASS DP=3 DP:GT 3:0/1", "warning vcf-format-gt-not-first@3:26"],
    ["FORMAT", "chr7 5 . A T 9 PASS DP=3 GT:a-b 0/1:3", "warning vcf-format-key-malformed@3:26"],
    ["FORMAT", "chr7 5 . A T 9 PASS DP=3 GT:a_b 0/1:3", "notice vcf-format-key-character@3:26"],
    ["a sample", "chr7 5 . A T 9 PASS DP=3 GT:GQ 0/1:x", "warning format-value-malformed@3:36"],
    ["a sample", "chr7 5 . A T 9 PASS DP=3 GT:PL 0:1,2,3", "warning format-value-count@3:34"],
  ])("finds a malformed %s: %s", async (_, record, found) => {
    // A file has to have a record on a chromosome; that no other contig is one is another finding.
    expect(await audit({ records: [record, "chr7 50 . A T 9 PASS DP=3 GT 0/1"] })).toEqual([found]);
    // None of it makes the record unreadable.
    expect(await outcomeOf(makeVcf({ records: [record] }))).toMatch(/^read 1 of 1/);
  });

  test.each([
    "chr7 5 . ACG A 9 PASS END=7 GT 0/1",
    "chr7 5 . A <NON_REF> 9 PASS END=9 GT 0/0",
    "chr7 5 . AC <DEL> 9 PASS END=5 GT 0/1",
    "chr7 5 . AC A,<DEL> 9 PASS END=5 GT 0/1",
    "chr7 5 . A A[chr12:9[ 9 PASS END=4 GT 0/1",
    "chr7 5 . ACG A 9 PASS CIEND=1 GT 0/1",
  ])("takes no fault in an END that REF or another allele explains: %s", async (record) => {
    const found = await audit({ records: [record] });
    expect(found.filter((text) => text.includes("info-end"))).toEqual([]);
  });

  test("names every fault of a record that is refused, not only the first", async () => {
    const found = await audit({ records: ["chr7 x . A/ T y PASS DP= GT 0/9"] });
    expect(found.sort()).toEqual([
      "error vcf-gt-out-of-range@3:29",
      "error vcf-pos-malformed@3:6",
      "error vcf-ref-malformed@3:10",
      "warning info-value-missing@3:22",
      "warning vcf-qual-malformed@3:15",
    ]);
  });

  test("looks at every sample, and refuses by none that is not read", async () => {
    const samples = ["TUMOR", "NORMAL"];
    const record = "chr7 5 . A T 9 PASS DP=3 GT 0/1 0/9";
    expect(await audit({ samples, records: [record] })).toEqual([
      "warning vcf-gt-out-of-range@3:33",
    ]);
  });

  test("takes an undecided tumor sample as a problem, and any sample as the tumor", async () => {
    const record = "chr7 5 . A T 9 PASS DP=3 GT 0/1 0/9";
    expect(await audit({ samples: ["a", "b"], records: [record] })).toEqual([
      "warning tumor-sample-undecided@undefined",
      "error vcf-gt-out-of-range@3:33",
    ]);
  });

  test("sees what only a comparison of records shows", async () => {
    const at = (position: number, alleles: string, contig = "chr7"): string =>
      `${contig} ${position} . ${alleles} 9 PASS DP=3 GT 0/1`;
    const records = [
      at(5, "CA CT"),
      at(6, "A T"),
      at(9, "A T"),
      at(8, "A T"),
      at(1, "A T", "chr8"),
      at(10, "A T"),
    ];
    expect(await audit({ records })).toEqual([
      "warning vcf-allele-repeated@4:12",
      "warning vcf-unsorted@6:6",
      "warning vcf-contig-split@8:1",
    ]);
  });

  test("misses the mate of a breakend", async () => {
    const pair = (id: string, mate: string): string =>
      `chr7 5 ${id} A A]chr8:1] 9 PASS MATEID=${mate} GT 0/1`;
    expect(await audit({ records: [pair("a", "b"), pair("b", "a")] })).toEqual([]);
    expect(await audit({ records: [pair("a", "b")] })).toEqual(["warning vcf-mate-missing@3"]);
  });

  test.each([
    ['##INFO=<ID=x,Number=1,Type=Int,Description="d">', "vcf-header-value-malformed"],
    ['##INFO=<ID=x,Number=R,Type=Integer,Description="d">', null],
    ["##INFO=<ID=x,Number=1,Type=Integer,Description=d>", "vcf-header-value-malformed"],
    ['##INFO=<Number=1,ID=x,Type=Integer,Description="d">', "vcf-header-key-order"],
    ['##INFO=<ID=DP,Number=A,Type=Integer,Description="d">', "vcf-header-reserved-key"],
    ["##FORMAT=<ID=x,Number=1,Type=Integer>", "vcf-header-key-missing"],
    ['##FORMAT=<ID=x,Number=1,Type=Flag,Description="d">', "vcf-header-value-malformed"],
    ["##contig=<length=5>", "vcf-header-key-missing"],
    ["##contig=<ID=x,length=5kb>", "vcf-header-value-malformed"],
    ['##ALT=<ID=DEL:ME,Description="d">', null],
    ['##ALT=<ID=NON_REF,Description="d">', null],
    ['##ALT=<ID=LOST,Description="d">', "vcf-header-value-malformed"],
    ["##assembly=ftp://host.org/x.fa", null],
    ["##assembly=x.fa", "vcf-header-url"],
    ["##source=", "vcf-header-value-missing"],
  ])("reads the header line %s: %s", async (line, code) => {
    const found = await audit({ meta: [line] });
    const notices = ["notice vcf-no-records@3"];
    expect(found).toEqual(code === null ? notices : [`warning ${code}@2`, ...notices]);
  });

  test("is left out when a file is read for use", async () => {
    const records = ["chr7 5 a; A T -1 q10;PASS DP=x GT 0/1"];
    expect(await outcomeOf(makeVcf({ records }))).toBe("read 1 of 1");
  });

  test("takes no time for hostile records and headers", async () => {
    const start = cpuTime();
    const long = "A".repeat(200_000);
    await audit({
      meta: [`##assembly=ftp://${"a@".repeat(50_000)}`, `##INFO=<ID=${'"'.repeat(100_000)}>`],
      records: [
        `chr7 5 ${";".repeat(100_000)} ${long} ${long}T 9 ${"q;".repeat(50_000)} ${"DP=1;".repeat(50_000)} GT 0/1`,
        `chr7 6 . A ${"T,".repeat(50_000)}T 9 PASS CIGAR=${"1M".repeat(50_000)}z GT 0/1`,
      ],
    });
    expect(cpuTime() - start).toBeLessThan(3_000);
  });
});
