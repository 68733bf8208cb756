import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openPackedModels } from "../../src/annotate/models/packed-models.ts";
import { streamSource } from "../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load-knowledgebase.ts";
import type { Report } from "../../src/model/report.ts";
import { interpretCase } from "../../src/run/interpret-case.ts";
import { noEvidence } from "../../src/run/case-request.ts";
import { shared } from "./check-shared-file.ts";

const root = join(import.meta.dirname, "../..");
const packed = openPackedModels(
  readFileSync(join(root, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);

/** Annotated files, and the genes of statements that only the annotation reaches: their coding sequence does not ship. */
const files: Readonly<Record<string, readonly string[]>> = {
  "data/vcf/vatools/vep_annotation_reporter__input.vcf.gz": [],
  "data/vcf/ctat/variants.HC_hard_cutoffs_applied.cancer.vcf": ["NFE2L2"],
};

/** The text without its annotation and without the frequencies that come with it. */
function strip(text: string): string {
  const annotation = /^(?:CSQ|ANN|BCSQ)(?:=|$)/;
  return text
    .split("\n")
    .filter((line) => !/^##INFO=<ID=(?:CSQ|ANN|BCSQ),/.test(line))
    .map((line) => {
      if (line.startsWith("#") || line === "") return line;
      const cells = line.split("\t");
      const info = (cells[7] ?? "").split(";").filter((entry) => !annotation.test(entry));
      cells[7] = info.join(";") || ".";
      return cells.join("\t");
    })
    .join("\n");
}

function statementsOf({ targets }: Report): string[] {
  return [...new Set(targets.flatMap(({ amp }) => amp.statements))];
}

describe.skipIf(!existsSync(shared))("an annotated file, stripped of its annotation,", () => {
  test.each(Object.entries(files))("%s meets the same statements", async (path, missing) => {
    const knowledgebase = await loadKnowledgebase(join(root, "knowledgebase"));
    const bytes = readFileSync(`${shared}${path}`);
    const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    const run = async (own: string): Promise<Report> =>
      await interpretCase(
        {
          id: "case",
          tumorType: "LUAD",
          variants: streamSource(
            "case.vcf",
            (async function* () {
              yield own;
            })(),
          ),
          ...noEvidence,
          protein: [],
          includeFiltered: false,
          strict: false,
          allowTruncated: false,
          models: packed.of,
          toolVersion: "0",
        },
        knowledgebase,
      );
    const annotated = statementsOf(await run(text));
    const stripped = statementsOf(await run(strip(text)));
    expect(annotated.length).toBeGreaterThan(10);
    expect(stripped.filter((id) => !annotated.includes(id))).toEqual([]);
    const lost = annotated.filter((id) => !stripped.includes(id));
    const genes = knowledgebase.statements.flatMap(({ id, gene }) =>
      lost.includes(id) ? [gene] : [],
    );
    expect([...new Set(genes)].toSorted()).toEqual(missing);
  });
});
