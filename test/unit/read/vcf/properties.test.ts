import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { cutAt } from "../../io/make-bytes.ts";
import { makeVcf, readVcf } from "./read-vcf-text.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { cpuTime } from "../../cpu-time.ts";

const prototypeKeys = Reflect.ownKeys(Object.prototype);

afterAll(() => {
  expect(Reflect.ownKeys(Object.prototype)).toEqual(prototypeKeys);
});

/** Names that objects have already, beside any others. */
const anyName = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "get", "0", "20", "3"),
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
);

/** A name that stands in one column and one line of a VCF; white space is trimmed by no one. */
const columnName = anyName.filter((name) => !/[\t\n\r\0\ud800-\udfff]/.test(name));
const key = columnName.filter((name) => !/[;=:,\s]/.test(name));

describe("of any VCF", () => {
  test("the lines, the counts and the problems are the same however its bytes arrive", async () => {
    const text = makeVcf({
      meta: ['##INFO=<ID=DP,Number=1,Type=Integer,Description="x">', "##SAMPLE=<ID=a b>"],
      samples: ["TUMOR", "NORMAL"],
      records: [
        "chr7 5 a;;b A T -1 q;. DP=x GT 0/1 0/9",
        "chr7 4 . A T,T . PASS DP=1;DP=2 GT:AD 0/1:1,2:3 0/1",
        "chrX 6 . A G[chr1:7] . PASS . GT 0/1 0/1",
        "chr7 7 \u00e9 AT A Inf PASS END=-1 GT 0/1 0/1",
      ],
    });
    const bytes = Buffer.from(text);
    const whole = await readVcf([bytes], { audit: true });
    expect(whole.counts).toEqual({ read: 4, outside: 0, refused: 2 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 12 }), async (places) => {
        const cut = await readVcf(cutAt(bytes, places), { audit: true });
        expect(cut.records).toEqual(whole.records);
        expect(cut.problems).toEqual(whole.problems);
        expect(cut.counts).toEqual(whole.counts);
      }),
      { numRuns: 200 },
    );
  });

  test("every sample name is kept as it is, or refused by name", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(columnName, { minLength: 1, maxLength: 5 }),
        async (samples) => {
          const genotypes = samples.map((_, index) => (index === 0 ? "0/1" : "0/0")).join(" ");
          const record = `chr7 5 . A T . PASS . GT ${genotypes}`;
          const text = makeVcf({ samples, records: [record] });
          for (const [index, tumorSample] of samples.entries()) {
            try {
              const { header, calls } = await readVcf(text, { tumorSample });
              expect(header.samples).toEqual(samples);
              const genotype = index === 0 ? "alt called" : "alt not called";
              expect(calls[0]?.support.genotype).toBe(genotype);
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
              expect(error.problems[0]?.code).toMatch(/^sample-name-(?:empty|control)$/);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("every INFO and FORMAT key can be declared and read, whatever it is called", async () => {
    await fc.assert(
      fc.asyncProperty(key, key, async (infoKey, formatKey) => {
        fc.pre(!["AF", "GT"].includes(infoKey) && !["AF", "GT"].includes(formatKey));
        const id = (name: string): boolean => !/[<>"[\]]/.test(name);
        fc.pre(id(infoKey) && id(formatKey));
        const define = (section: string, name: string): string =>
          `##${section}=<ID=${name},Number=1,Type=Float,Description="x">`;
        const text = makeVcf({
          version: "VCFv4.3",
          meta: [define("INFO", infoKey), define("FORMAT", formatKey)],
          records: [`chr7 5 . A T . PASS ${infoKey}=0.25 GT:${formatKey}:AF 0/1:7:0.5`],
        });
        const tagged = await readVcf(text, { tumorAfTag: infoKey });
        expect(tagged.calls[0]?.support.vaf).toBe(0.25);
        const { calls, problems } = await readVcf(text);
        expect(calls[0]?.support.vaf).toBe(0.5);
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a hostile record", () => {
  const repeat = (text: string, count: number): string => text.repeat(count);

  test.each([
    [
      "many ALTs",
      `chr7 6 . A ${repeat("T,", 50_000)}T 9 PASS . GT:AD 0/1:${repeat("1,", 50_000)}1`,
    ],
    [
      "the most ALTs",
      `chr7 6 . A ${repeat("T,", 999)}T 9 PASS . GT:AD 0/1:${repeat("1,", 1_000)}1`,
    ],
    ["many INFO keys", `chr7 6 . A T 9 PASS ${repeat("DP=1;", 200_000)} GT 0/1`],
    [
      "many FORMAT keys",
      `chr7 6 . A T 9 PASS . GT${repeat(":a-", 50_000)} 0/1${repeat(":1", 50_000)}`,
    ],
    ["a long ALT", `chr7 6 . A ${repeat("<", 1_000_000)} 9 PASS . GT 0/1`],
    ["a long genotype", `chr7 6 . A T 9 PASS . GT ${repeat("0/", 500_000)}1`],
    ["a long CIGAR", `chr7 6 . A T 9 PASS CIGAR=${repeat("1M", 500_000)}z GT 0/1`],
    ["many filters", `chr7 6 . A T 9 ${repeat("q;", 200_000)} . GT 0/1`],
    ["many identifiers", `chr7 6 ${repeat("a;", 200_000)} A T 9 PASS . GT 0/1`],
  ])("of %s is answered within a second", async (_, record) => {
    for (const audit of [false, true]) {
      const start = cpuTime();
      const { counts, problems } = await readVcf(makeVcf({ records: [record] }), { audit });
      expect(cpuTime() - start).toBeLessThan(1_000);
      expect(counts.read).toBe(1);
      expect(problems.reduce((sum, { count }) => sum + count, 0)).toBeLessThan(4_000);
    }
  });
});
