import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { endMarker, makeBlocks } from "../unit/io/make-bytes.ts";
import { runBin, runShell, type Outcome } from "./run-bin.ts";

const folder = mkdtempSync(join(tmpdir(), "metaction-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filters = ["PASS", "germline", "weak_evidence;strand_bias", "strand_bias;weak_evidence"];

/**
 * Somatic calls along chromosome 7 of GRCh38 with an identifier that hardly compresses, so that the stored file is larger
 * than what one thread is left with. BRAF V600E stands among them.
 */
function makeText(): string {
  const header = [
    "##fileformat=VCFv4.2",
    "##contig=<ID=chr7,length=159345973>",
    "##contig=<ID=chr12,length=133275309>",
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
    '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depths">',
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR",
  ];
  let state = 1;
  const records = Array.from({ length: 110_000 }, (_, index) => {
    const name = Array.from({ length: 8 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state.toString(36);
    }).join("");
    const filter = filters[(state >>> 8) % filters.length];
    // Reference bases at alleles of the knowledgebase would tell the genome build: no record stands at one.
    return `chr7\t${20_001 + index * 1_447}\t${name}\tN\tT\t.\t${filter}\t.\tGT:AD\t0/1:30,20`;
  });
  records.splice(60_000, 0, "chr7\t140753336\t.\tA\tT\t.\tPASS\t.\tGT:AD\t0/1:30,20");
  return `${[...header, ...records].join("\n")}\n`;
}

const blocks = makeBlocks(makeText(), 65_000);
const path = join(folder, "large.vcf.gz");
writeFileSync(path, Buffer.concat([...blocks, endMarker]));

function annotate(file: string, threads: number, ...options: string[]): Outcome {
  const args = ["annotate", file, "-q", "--assembly", "GRCh38", "--threads", String(threads)];
  return runBin([...args, "--format", "json", ...options]);
}

/** What is wrong with a file of these bytes is said in the same words, however many threads read it. */
function expectSameRefusal(name: string, bytes: Buffer, code: string): void {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const [one, three] = [1, 3].map((threads) => annotate(file, threads));
  expect(three?.stderr).toContain(code);
  expect(one?.stderr).toBe(three?.stderr);
  expect(one?.stdout).toBe("");
  expect(three?.status).toBe(3);
  expect(one?.status).toBe(3);
  expect(three?.stdout).toBe("");
}

describe("a file that is large enough for several threads", () => {
  test("is that large", () => {
    expect(readFileSync(path).length).toBeGreaterThan(4 << 20);
  });

  test.each([2, 3])("gives the same bytes with one thread and with %i", (threads) => {
    const options = ["--filter-counts"];
    const one = annotate(path, 1, ...options);
    const report = JSON.parse(one.stdout);
    expect(one.status).toBe(0);
    expect(report.counts.variants.read).toBe(110_001);
    expect(report.findings.map(({ label }: { label: string }) => label)).toContain("BRAF V600E");
    expect(annotate(path, threads, ...options).stdout).toBe(one.stdout);
  });

  test("has its filters counted as they stand in the file", () => {
    const expected = new Map<string, number>();
    for (const line of makeText().split("\n")) {
      const filter = line.startsWith("chr7") ? line.split("\t")[6] : undefined;
      if (filter !== undefined) expected.set(filter, (expected.get(filter) ?? 0) + 1);
    }
    const { counts } = JSON.parse(annotate(path, 3, "--filter-counts").stdout);
    const counted = counts.filters.map((row: { filter: string; records: number }) => [
      row.filter,
      row.records,
    ]);
    expect(new Map(counted)).toEqual(expected);
    expect(JSON.parse(annotate(path, 3).stdout).counts.filters).toBeUndefined();
  });

  test("is refused when a block is damaged", () => {
    const damaged = Buffer.concat([...blocks, endMarker]);
    damaged[3_000_000] = (damaged[3_000_000] ?? 0) ^ 0x10;
    expectSameRefusal("damaged.vcf.gz", damaged, "corrupt");
  });

  test("is refused when it is cut, between two blocks or in one", () => {
    const whole = Buffer.concat(blocks);
    expectSameRefusal("between.vcf.gz", whole, "end marker is missing");
    expectSameRefusal("within.vcf.gz", whole.subarray(0, -1_000), "truncated");
  });

  test("is refused when it holds a NUL byte or a second header", () => {
    const insert = (text: string): Buffer =>
      Buffer.concat([...blocks.slice(0, -2), ...makeBlocks(text), ...blocks.slice(-2), endMarker]);
    expectSameRefusal("nul.vcf.gz", insert("\0"), "NUL byte");
    expectSameRefusal("two.vcf.gz", insert("\n##fileformat=VCFv4.2\n"), "header line");
  });

  test("is refused by the first of two faults, also where they lie side by side", () => {
    const [line = endMarker] = makeBlocks("chr7\t1\n");
    const damaged = Buffer.from(endMarker);
    damaged.writeUInt8(1, damaged.length - 5);
    const write = (...faults: readonly Buffer[]): Buffer =>
      Buffer.concat([...blocks, ...faults, endMarker]);
    expectSameRefusal("line-damaged.vcf.gz", write(line, damaged), "has 2 columns");
    expectSameRefusal("line-none.vcf.gz", write(line, Buffer.alloc(40)), "has 2 columns");
    expectSameRefusal("damaged-line.vcf.gz", write(damaged, line), "is damaged");
  });

  test("is refused where the system gives no thread, and read where none is asked for", () => {
    const flags = process.version.startsWith("v20.") ? "--experimental-permission" : "--permission";
    const run = (threads: number): Outcome =>
      runShell(
        `"$NODE" --no-warnings ${flags} --allow-fs-read='*' "$BIN" annotate ${path} -q --assembly GRCh38 --threads ${threads} --format json`,
      );
    const denied = run(3);
    expect(denied.stderr).toContain("[no-thread]");
    expect(denied.stderr).toContain("--threads 1");
    expect(denied.status).toBe(3);
    expect(run(1).stdout).toBe(annotate(path, 1).stdout);
  });

  test("ends with a refusal, not with a stack, where few files may be open", () => {
    for (const limit of [22, 25, 28, 29, 30, 31, 32, 34]) {
      const { status, stderr } = runShell(
        `ulimit -n ${limit}; "$NODE" "$BIN" annotate ${path} -q --assembly GRCh38 --threads 3 --format json`,
      );
      expect([0, 3, 4]).toContain(status);
      expect(stderr).not.toContain("Unhandled");
    }
  });
});
