import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stripTags } from "../differential/strip-tags.ts";
import { caseFile, runBin, runShell } from "./run-bin.ts";

const source = join(dirname(caseFile("colorectal-liver-braf")), "metastasis.vcf");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-tag-"));
  copyFileSync(source, join(folder, "a.vcf"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function annotate(...args: readonly string[]): ReturnType<typeof runBin> {
  return runBin(["annotate", ...args, "--tumor-type", "COAD", "--tumor-sample", "TUMOR", "-q"], {
    cwd: folder,
  });
}

test("the copy holds the ranks, plain or packed, and the report is that of a run without it", () => {
  const alone = annotate("a.vcf", "--format", "json");
  const plain = annotate("a.vcf", "--tag-vcf", "t.vcf", "--format", "json");
  const packed = annotate("a.vcf", "--tag-vcf", "t.vcf.gz", "--format", "json");
  expect([alone.status, plain.status, packed.status]).toEqual([0, 0, 0]);
  expect(plain.stdout).toBe(alone.stdout);
  const text = readFileSync(join(folder, "t.vcf"), "utf8");
  expect(text).toMatch(/^chr7\t140753336\t.*;METACTION_LABEL=BRAF%20V600E;.*;METACTION_RANK=1;/m);
  expect(stripTags(text)).toBe(readFileSync(source, "utf8"));
  expect(gunzipSync(readFileSync(join(folder, "t.vcf.gz"))).toString()).toBe(text);
});

test.each([
  ["standard input", "$NODE $BIN annotate - --tag-vcf t.vcf < a.vcf", /can be read twice/],
  ["a name that is no VCF", "$NODE $BIN annotate a.vcf --tag-vcf t.txt", /End the name in \.vcf/],
  ["the input itself", "$NODE $BIN annotate a.vcf --tag-vcf ./a.vcf", /would replace the input/],
  ["another output", "$NODE $BIN annotate a.vcf -o t.vcf --tag-vcf ./t.vcf", /are one file/],
  [
    "a list of changes",
    "printf 'gene,change\\nBRAF,V600E\\n' > l.txt; $NODE $BIN annotate l.txt --tag-vcf t.vcf",
    /l\.txt is hgvs-list/,
  ],
])("%s is refused before any work", (_, line, message) => {
  const { status, stderr } = runShell(`${line} --tumor-sample TUMOR`, { cwd: folder });
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
  expect(existsSync(join(folder, "t.vcf"))).toBe(false);
});

test("a file that was tagged is refused, and nothing is written", () => {
  annotate("a.vcf", "--tag-vcf", "t.vcf");
  const { status, stderr } = annotate("t.vcf", "--tag-vcf", "u.vcf", "-o", "u.json");
  expect(status).toBe(3);
  expect(stderr).toMatch(/bcftools annotate -x INFO\/METACTION_LABEL/);
  expect(existsSync(join(folder, "u.vcf"))).toBe(false);
  expect(existsSync(join(folder, "u.json"))).toBe(false);
});
