import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { streamSource } from "../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../../src/model/report.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";
import { noEvidence } from "../../../src/run/case-request.ts";

const repository = join(import.meta.dirname, "../../..");
const folder = join(repository, "fixtures/cases/breast-bone-pik3ca-her2");
const knowledgebase = await loadKnowledgebase(join(repository, "knowledgebase"));

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

interface Order {
  readonly records: number[];
  readonly proteins: number[];
  readonly statements: number[];
}

const vcfLines = readFileSync(join(folder, "metastasis.vcf"), "utf8").trimEnd().split("\n");
const header = vcfLines.filter((line) => line.startsWith("#"));
const records = vcfLines.filter((line) => !line.startsWith("#"));
const [columns = "", ...proteins] = readFileSync(join(folder, "proteome.csv"), "utf8")
  .trimEnd()
  .split("\n");

function arrange<T>(items: readonly T[], order: readonly number[]): T[] {
  return order.flatMap((index) => items[index] ?? []);
}

async function interpret(order: Order): Promise<Report> {
  const vcf = `${[...header, ...arrange(records, order.records)].join("\n")}\n`;
  const table = `${[columns, ...arrange(proteins, order.proteins)].join("\n")}\n`;
  return await interpretCase(
    {
      id: "order",
      tumorType: "BRCA",
      tumorSample: "TUMOR",
      variants: streamSource("metastasis.vcf", bytesOf(vcf)),
      ...noEvidence,
      protein: [{ source: rereadable("proteome.csv", table) }],
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
    },
    { ...knowledgebase, statements: arrange(knowledgebase.statements, order.statements) },
  );
}

function rereadable(name: string, text: string) {
  return { name, path: null, open: null, chunks: () => bytesOf(text) };
}

const indices = (length: number): number[] => Array.from({ length }, (_, index) => index);
const shuffled = (length: number): fc.Arbitrary<number[]> =>
  fc.shuffledSubarray(indices(length), { minLength: length, maxLength: length });

describe("the order of what is read", () => {
  test("does not show in targets, blocked therapies or findings", async () => {
    const sorted = await interpret({
      records: indices(records.length),
      proteins: indices(proteins.length),
      statements: indices(knowledgebase.statements.length),
    });
    expect(sorted.targets.length).toBeGreaterThan(5);
    await fc.assert(
      fc.asyncProperty(
        shuffled(records.length),
        shuffled(proteins.length),
        shuffled(knowledgebase.statements.length),
        async (...[recordOrder, proteinOrder, statementOrder]) => {
          const report = await interpret({
            records: recordOrder,
            proteins: proteinOrder,
            statements: statementOrder,
          });
          expect(report.targets.map(withoutPlaces)).toEqual(sorted.targets.map(withoutPlaces));
          expect(report.blocked).toEqual(sorted.blocked);
          expect(report.findings.map(withoutPlace)).toEqual(sorted.findings.map(withoutPlace));
          expect(report.counts).toEqual(sorted.counts);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  test("leaves no two targets with one sort key", async () => {
    const report = await interpret({
      records: indices(records.length),
      proteins: indices(proteins.length),
      statements: indices(knowledgebase.statements.length),
    });
    const keys = report.targets.map((target) => JSON.stringify(target.sortKey));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

/** A target whose measurements do not say where they were read. */
function withoutPlaces({ verification, ...target }: Report["targets"][number]): object {
  const measurements = verification.measurements.map(
    ({ provenance: _, strip: __, ...measurement }) => measurement,
  );
  return { ...target, verification: { ...verification, measurements } };
}

function withoutPlace({ provenance: _, ...finding }: Report["findings"][number]): object {
  return finding;
}
