import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { openPackedModels } from "../../src/annotate/models/packed-models.ts";
import { fileSource } from "../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load/load-knowledgebase.ts";
import { assemblies } from "../../src/model/locus.ts";
import { Refusal } from "../../src/model/refusal.ts";
import type { Report } from "../../src/model/report.ts";
import { noEvidence } from "../../src/run/case-request.ts";
import { interpretCase } from "../../src/run/interpret-case.ts";
import { tagVariantFile } from "../../src/run/tag-variant-file.ts";
import { hasBcftools } from "./read-with-bcftools.ts";
import { stripTags } from "./strip-tags.ts";
import type { KeptRecord } from "../../src/run/variants/kept-record.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "../shared/data/vcf");
const knowledgebase = await loadKnowledgebase(join(root, "knowledgebase"));
const packed = openPackedModels(
  readFileSync(join(root, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);
const scratch = mkdtempSync(join(tmpdir(), "metaction-tagged-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const paths = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.vcf(\.gz)?$/.test(path))
      .toSorted()
  : [];

function textOf(path: string): Buffer {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
}

interface Read {
  readonly report: Report;
  readonly records: readonly KeptRecord[];
}

/** The first sample of the file is the tumor where nothing else says which; null for a file that is refused. */
async function readCase(path: string): Promise<Read | null> {
  const columns = /^#CHROM.*$/m.exec(textOf(path).toString("latin1"))?.[0].split("\t") ?? [];
  for (const tumorSample of [undefined, columns[9]]) {
    for (const assembly of [undefined, ...assemblies]) {
      let records: readonly KeptRecord[] = [];
      try {
        const report = await interpretCase(
          {
            ...noEvidence,
            id: "case",
            variants: fileSource(path),
            protein: [],
            includeFiltered: true,
            strict: false,
            allowTruncated: false,
            noIndex: true,
            toolVersion: "0.0.0",
            models: packed.of,
            onVariantRecords: (kept) => {
              records = kept;
            },
            ...(tumorSample === undefined ? {} : { tumorSample }),
            ...(assembly === undefined ? {} : { assembly }),
          },
          knowledgebase,
        );
        return { report, records };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }
  return null;
}

/** The report as if an invented finding stood on each line from `first` on. */
function onEveryLine(report: Report, first: number, last: number): Read {
  const records = Array.from({ length: last - first + 1 }, (_, index) => ({
    line: first + index,
    ids: [`invented:${first + index}`],
  }));
  const findings = records.flatMap(({ ids }) =>
    ids.map((observation) => ({ ...inventedFinding, observation })),
  );
  return { report: { ...report, findings }, records };
}

const inventedFinding: Report["findings"][number] = {
  observation: "",
  kind: "small-variant",
  label: "X = 1; Y,Z",
  gene: null,
  description: "",
  consequences: [],
  transcript: null,
  amp: { level: null, tier: null, reason: { code: "none", text: "none" } },
  support: {
    kind: "reads",
    vaf: 0.25,
    depth: null,
    altReads: null,
    rule: null,
    genotype: "absent",
  },
  statements: ["a:1", "b;2"],
  caveats: [],
  provenance: { file: "", line: null, sample: null },
};

async function tag(path: string, { report, records }: Read): Promise<string> {
  const pieces: Buffer[] = [];
  const tagged = tagVariantFile(fileSource(path), report, { records, allowTruncated: false });
  for await (const piece of tagged) pieces.push(piece);
  return Buffer.concat(pieces).toString("latin1");
}

function countWithBcftools(path: string): number | null {
  const { status, stdout } = spawnSync("bcftools", ["view", "-H", path], {
    encoding: "latin1",
    maxBuffer: 1 << 28,
  });
  return status === 0 ? stdout.split("\n").length - 1 : null;
}

describe.skipIf(paths.length === 0)("a tagged VCF is the user's own but for the tags", () => {
  const read = new Set<string>();

  test.each(paths)("%s", async (name) => {
    const path = join(folder, name);
    const found = await readCase(path);
    if (found === null) return;
    read.add(name);
    const original = textOf(path).toString("latin1");
    const lines = original.replace(/\n$/, "").split("\n");
    const first = lines.findIndex((line) => line.startsWith("#CHROM")) + 2;
    const once = await tag(path, found);
    const all = await tag(path, onEveryLine(found.report, first, lines.length));
    expect(stripTags(once)).toBe(original);
    expect(stripTags(all)).toBe(original);
    expect(all.match(/METACTION_LABEL=/g) ?? []).toHaveLength(lines.length - first + 1);
    if (!hasBcftools()) return;
    const count = countWithBcftools(path);
    if (count === null) return;
    for (const text of [once, all]) {
      const copy = join(scratch, "tagged.vcf");
      writeFileSync(copy, text, "latin1");
      expect(countWithBcftools(copy)).toBe(count);
    }
  });

  test("most of the files are read", () => {
    expect(read.size).toBeGreaterThan(35);
  });
});
