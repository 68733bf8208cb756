import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { sha256 } from "../../../src/io/sha256.ts";
import { main } from "../../../src/cli/main.ts";
import { sampleFolder } from "../knowledgebase/sample-folder.ts";
import { makeTestTerminal } from "./test-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "refget-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vcf = join(
  import.meta.dirname,
  "../../../fixtures/cases/colorectal-liver-braf/metastasis.vcf",
);
/** Of a chromosome that the program knows no accession of. */
const accession = `SQ.${"a".repeat(32)}`;

function write(text: string): string {
  const path = join(folder, `refget-${text.length}.tsv`);
  writeFileSync(path, text);
  return path;
}

async function run(...args: string[]) {
  const terminal = makeTestTerminal();
  const code = await main(args, terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

async function annotate(...more: string[]) {
  const common = ["--tumor-sample", "TUMOR", "--kb", sampleFolder(), "--quiet"];
  return await run("annotate", vcf, ...common, "--format", "json", ...more);
}

describe("a table of kb refget", () => {
  test("gives VRS ids on its chromosomes, and is named in the report", async () => {
    const idsOf = async (...more: string[]) => {
      const { findings, settings } = JSON.parse((await annotate(...more)).out);
      const ids = findings.map(({ label, vrs }: { label: string; vrs?: string }) => [label, vrs]);
      return { ids: new Map<string, string | undefined>(ids), settings };
    };
    const without = await idsOf();
    const withTable = await idsOf("--refget", write(`GRCh38\t7\t${accession}\n`));
    expect(without.ids.get("BRAF V600E")).toBe("ga4gh:VA.Otc5ovrw906Ack087o1fhegB4jDRqCAe");
    expect(withTable.ids.get("BRAF V600E")).toMatch(/^ga4gh:VA\./);
    expect(withTable.ids.get("BRAF V600E")).not.toBe(without.ids.get("BRAF V600E"));
    expect(withTable.settings.refget).toMatch(/^refget-\d+\.tsv, SHA-256 [0-9a-f]{64}$/);
    expect(without.settings.refget).toBeUndefined();
  });

  test("that is none is refused with its line", async () => {
    const { code, err } = await annotate("--refget", write(`GRCh38\t7\t${accession}\nchr7 x\n`));
    expect(code).toBe(3);
    expect(err).toMatch(/refget-\d+\.tsv:2: .*\[refget-malformed\]/);
  });

  test("is for the export of VRS alleles only", async () => {
    const { code } = await run("kb", "export", "--format", "tsv", "--refget", write(""));
    expect(code).toBe(2);
  });
});

test("the report names the genome that was used: its size, and its index by a digest", async () => {
  const path = join(folder, "genome.fa");
  const index = "decoy\t4\t7\t4\t5\n";
  writeFileSync(path, ">decoy\nACGT\n");
  writeFileSync(`${path}.fai`, index);
  const { settings } = JSON.parse((await annotate("--fasta", path)).out);
  expect(settings.fasta).toBe(
    `genome.fa, 12 bytes; genome.fa.fai, SHA-256 ${sha256(Buffer.from(index))}`,
  );
});
