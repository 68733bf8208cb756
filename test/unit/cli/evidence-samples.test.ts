import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { main } from "../../../src/cli/main.ts";
import { buildShipped } from "./build-shipped.ts";
import { makeTestTerminal } from "./test-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "metaction-samples-"));
const kb = ["--kb", await buildShipped(folder), "--no-models"];
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const variants = write(
  "m.vcf",
  '##fileformat=VCFv4.2\n##contig=<ID=chr7,length=159345973>\n##FORMAT=<ID=GT,Number=1,Type=String,Description="g">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tM\nchr7\t140753336\t.\tA\tT\t.\tPASS\t.\tGT\t0/1\n',
);
const segments = write(
  "q.seg",
  "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\nOTHER\t17\t39000000\t41000000\t100\t3.5\n",
);

async function run(...args: string[]) {
  const terminal = makeTestTerminal();
  const code = await main(["annotate", variants, ...kb, "--format", "json", ...args], terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

test("segments of another patient end with 6, unless the command line says whose they are", async () => {
  const other = await run("--cnv", segments);
  expect(other.code).toBe(6);
  expect(other.err).toContain('has no sample "M"; it has "OTHER" [copy-number-sample-missing]');
  const named = await run("--cnv", segments, "--cnv-sample", "OTHER");
  expect(named.code).toBe(0);
  expect(named.out).toContain("ERBB2 amplification");
  const byId = await run("--cnv", segments, "--case-id", "OTHER");
  expect(byId.code).toBe(0);
  expect((await run("--cnv", segments, "--cnv-sample", "NOPE")).code).toBe(6);
}, 60_000);

test("fusions of another patient end with 6, and beside those of the case they are set aside", async () => {
  const head = "sample,five_prime,three_prime,in_frame,reads\n";
  const other = write("q.csv", `${head}OTHER,EML4,ALK,true,20\n`);
  const refused = await run("--fusion", other);
  expect(refused.code).toBe(6);
  expect(refused.err).toContain('has no sample "M"; it has "OTHER" [fusion-sample-missing]');
  expect((await run("--fusion", other, "--fusion-sample", "M")).code).toBe(6);
  const both = write("b.csv", `${head}OTHER,EML4,ALK,true,20\nM,CD74,ROS1,true,20\n`);
  const own = await run("--fusion", both);
  expect(own.code).toBe(0);
  expect(own.out).toContain("ROS1");
  expect(own.out).not.toContain("EML4");
}, 60_000);

test("a sample of a kind of file that is not given is refused", async () => {
  const { code, err } = await run("--fusion-sample", "M");
  expect([code, err]).toEqual([2, expect.stringContaining("--fusion FILE")]);
}, 60_000);
