import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openPackedModels } from "../../src/annotate/models/packed-models.ts";
import { fileSource } from "../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Assembly } from "../../src/model/locus.ts";
import type { Report } from "../../src/model/report.ts";
import { noEvidence } from "../../src/run/case-request.ts";
import { interpretCase } from "../../src/run/interpret-case.ts";
import { shared } from "./check-shared-file.ts";

const root = join(import.meta.dirname, "../..");
const data = `${shared}data`;
const packed = openPackedModels(
  readFileSync(join(root, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);

/** The variants and the copy numbers of one public sample on one build. */
async function report(tumorType: "BRCA" | "COAD", assembly: Assembly): Promise<Report> {
  const name = `pcgr_T001/T001-${tumorType}.${assembly.toLowerCase()}`;
  return await interpretCase(
    {
      id: "T001",
      tumorType,
      assembly,
      variants: fileSource(`${data}/vcf/${name}.vcf.gz`),
      ...noEvidence,
      copyNumber: [{ source: fileSource(`${data}/cnv/${name}.cna.tsv`) }],
      protein: [],
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      models: packed.of,
      toolVersion: "0.0.0",
    },
    await loadKnowledgebase(join(root, "knowledgebase")),
  );
}

/** Therapies in their order, with the genes that they are for. */
function targetsOf({ targets }: Report): string[] {
  return targets.map(({ therapy, alterations }) => {
    const genes = [...new Set(alterations.map(({ gene, label }) => gene ?? label))];
    return `${therapy.label} for ${genes.filter((gene) => !gene.includes(":")).join(" + ")}`;
  });
}

/** Changes that are findings on any ground, with their copies. */
function largeChanges({ findings }: Report): string[] {
  return findings
    .filter(({ label }) => /amplification|homozygous deletion/.test(label))
    .map(({ label, support }) => `${label}: ${support.kind === "copies" ? support.copies : ""}`)
    .toSorted();
}

// Where the folder is absent these tests are skipped, and the run says so.
describe.skipIf(!existsSync(`${data}/cnv`))(
  "a sample whose copy numbers lie on both builds",
  () => {
    test.each(["BRCA", "COAD"] as const)(
      "as %s has the same targets in the same order",
      async (tumorType) => {
        const [first, second] = [
          await report(tumorType, "GRCh37"),
          await report(tumorType, "GRCh38"),
        ];
        expect(targetsOf(first)).toEqual(targetsOf(second));
        expect(targetsOf(first).length).toBeGreaterThan(40);
        const [before, after] = [largeChanges(first), largeChanges(second)];
        expect(after).toContain("ERBB2 amplification: 9");
        // The builds differ behind the centromere of chromosome 1: the lifted segments place this gene in another one.
        expect(before.filter((label) => !label.startsWith("PDE4DIP"))).toEqual(after);
        for (const { counts } of [first, second]) {
          const { read, matched, notMatched, setAside, refused } = counts.copyNumber ?? {};
          expect(read).toBe((matched ?? 0) + (notMatched ?? 0) + (setAside ?? 0) + (refused ?? 0));
        }
      },
      60_000,
    );
  },
);
