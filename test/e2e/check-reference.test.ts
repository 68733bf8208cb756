import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runBin } from "./run-bin.ts";

const folder = mkdtempSync(join(tmpdir(), "metaction-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Not one of these is the base of GRCh38 from 7:140753330 on, GATTT. */
const wrongBases = ["C", "T", "A", "A", "A"];

/** BRAF V600E, behind so many records whose REF is not the base of the genome. */
function writeVcf(wrong: number): string {
  const path = join(folder, `${wrong}.vcf`);
  const records = wrongBases
    .slice(0, wrong)
    .map((ref, index) => `chr7\t${140753330 + index}\t.\t${ref}\tG\t.\tPASS\t.\n`);
  const header = "##fileformat=VCFv4.2\n##contig=<ID=chr7,length=159345973>\n";
  const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
  const v600e = "chr7\t140753336\t.\tA\tT\t.\tPASS\t.\n";
  writeFileSync(path, [header, columns, ...records, v600e].join(""));
  return path;
}

test("a file that annotate refuses for its REF is refused by check", () => {
  const path = writeVcf(5);
  const annotated = runBin(["annotate", path, "--format", "json"]);
  expect(annotated.status).toBe(6);
  expect(annotated.stderr).toContain("[reference-mismatch]");
  const { status, stdout } = runBin(["check", path]);
  expect(status).toBe(3);
  const [, said = ""] =
    /error (5\.vcf:\d+: .*) \[reference-mismatch\]/u.exec(annotated.stderr) ?? [];
  expect(stdout).toContain(said);
  expect(stdout).toMatch(/REFUSED.*\n {2}error \[reference-mismatch\]/u);
});

test("records that annotate passes over for their REF are warned about by check", () => {
  const { status, stdout } = runBin(["check", writeVcf(2), "--format", "json"]);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).files[0]).toMatchObject({
    state: "accepted",
    problems: [
      {
        code: "reference-mismatch",
        severity: "warning",
        count: 2,
        examples: [{ line: 4 }, { line: 5, message: "REF at 7:140753331 is not that of GRCh38" }],
      },
    ],
  });
});
