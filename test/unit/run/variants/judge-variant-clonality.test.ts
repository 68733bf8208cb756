import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileSource } from "../../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import { type CaseRequest, noEvidence } from "../../../../src/run/case-request.ts";
import { interpretCase } from "../../../../src/run/interpret-case.ts";
import { shared } from "../../../contract/check-shared-file.ts";

const knowledgebase = await loadKnowledgebase(
  join(import.meta.dirname, "../../../../knowledgebase"),
);
const folder = mkdtempSync(join(tmpdir(), "metaction-clonality-"));

function written(name: string, text: string): ReturnType<typeof fileSource> {
  const path = join(folder, name);
  writeFileSync(path, text);
  return fileSource(path);
}

/** BRAF V600E on GRCh37, in 45 of 100 reads. */
const variants = written(
  "metastasis.vcf",
  `##fileformat=VCFv4.3
##reference=GRCh37
##contig=<ID=7,length=159138663>
##FORMAT=<ID=AD,Number=R,Type=Integer,Description="reads">
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR
7\t140453136\t.\tA\tT\t.\tPASS\t.\tAD\t55,45
`,
);
const segments = written(
  "segments.tsv",
  "Chromosome\tStart\tEnd\tnMajor\tnMinor\n7\t1\t100000000\t4\t1\n7\t100000001\t159138663\t2\t1\n",
);
const summary = written(
  "purple.purity.tsv",
  "purity\tstatus\tmsIndelsPerMb\tmsStatus\ttmbPerMb\ttmbStatus\n0.6\tNORMAL\t0.1\tMSS\t3\tLOW\n",
);

async function interpret(more: Partial<CaseRequest>) {
  const { findings, targets } = await interpretCase(
    {
      ...noEvidence,
      id: "case",
      tumorType: "MEL",
      variants,
      protein: [],
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0",
      ...more,
    },
    knowledgebase,
  );
  const finding = findings.find(({ label }) => label === "BRAF V600E");
  return { clonality: finding?.clonality, target: targets[0] };
}

const copyNumber = [{ source: segments }];

describe("the clonality of a variant of a case", () => {
  test("is judged by the segment over it, and the target says so", async () => {
    const { clonality, target } = await interpret({ copyNumber, purity: 0.5 });
    expect(clonality?.fraction).toMatchObject({ copies: 3, purity: 0.5, mutatedCopies: 2 });
    expect(clonality?.fraction?.uncapped).toBeCloseTo((0.45 * 2.5) / (0.5 * 2), 6);
    expect(target?.clonality).toEqual({
      state: clonality?.state,
      reason: clonality?.reason,
    });
    const part = target?.sortKey.find(({ name }) => name === "clonality");
    expect(part?.value).toBe(clonality?.state);
  });

  test("takes the purity of PURPLE's summary only where the case states none", async () => {
    const status = [{ source: summary }];
    const read = await interpret({ copyNumber, status });
    expect(read.clonality?.fraction?.purity).toBe(0.6);
    expect(read.clonality?.reason.text).toContain("purity 60% (of purple.purity.tsv)");
    const stated = await interpret({ copyNumber, status, purity: 0.9 });
    expect(stated.clonality?.fraction?.purity).toBe(0.9);
  });

  test("is not assessable without a purity or without copy numbers, and nothing is assumed", async () => {
    const codeOf = async (more: Partial<CaseRequest>) => {
      const { clonality, target } = await interpret(more);
      return [clonality?.state, clonality?.reason.code, target?.clonality.state];
    };
    const open = "not assessable";
    expect(await codeOf({ copyNumber })).toEqual([open, "clonality-no-purity", open]);
    expect(await codeOf({ purity: 0.6 })).toEqual([open, "clonality-no-copy-numbers", open]);
  });

  const hartwig = `${shared}data/hartwig_orange_run/tumor_sample.purple`;
  test.skipIf(!existsSync(`${hartwig}.purity.tsv`))(
    "is judged with the public files of a PURPLE run",
    async () => {
      const { clonality } = await interpret({
        copyNumber: [{ source: fileSource(`${hartwig}.cnv.somatic.tsv`) }],
        status: [{ source: fileSource(`${hartwig}.purity.tsv`) }],
      });
      expect(clonality?.fraction).toMatchObject({ purity: 0.99, normalCopies: 2 });
      expect(clonality?.fraction?.copies).toBeGreaterThan(2);
    },
  );
});
