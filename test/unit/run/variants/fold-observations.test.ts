import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { streamSource } from "../../../../src/io/byte-source.ts";
import { buildIndex } from "../../../../src/knowledgebase/index/build-index.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import { findMatches } from "../../../../src/match/find-matches.ts";
import type { Observation } from "../../../../src/model/observation.ts";
import { vcf } from "../../../../src/read/vcf/vcf.ts";
import { makeSetAsideTally } from "../../../../src/run/set-aside-tally.ts";
import { makeRecordTaker, type RecordTaker } from "../../../../src/run/variants/take-records.ts";
import { noEvidence } from "../../../../src/run/case-request.ts";
import { interpretCase } from "../../../../src/run/interpret-case.ts";
import { openPackedModels } from "../../../../src/annotate/models/packed-models.ts";

const knowledgebase = await loadKnowledgebase(
  join(import.meta.dirname, "../../../../knowledgebase"),
);
const index = buildIndex(knowledgebase);

interface Call {
  readonly contig: string;
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
  readonly depth: number;
}

/** In and around the places that rules test, and at known alleles, so that verdicts hang on where a call lies. */
const places = [...index.testedPlaces("GRCh38"), ...index.siteLoci("GRCh38").slice(0, 100)].filter(
  ({ contig }) => ["7", "17", "12"].includes(contig),
);

const call: fc.Arbitrary<Call> = fc
  .record({
    place: fc.constantFrom(...places),
    edge: fc.constantFrom("start", "end" as const),
    offset: fc.integer({ min: -3, max: 3 }),
    ref: fc.constantFrom("A", "C", "AC", "A".repeat(400)),
    alt: fc.constantFrom("T", "G"),
    depth: fc.integer({ min: 10, max: 12 }),
  })
  .map(({ place, edge, offset, ref, alt, depth }) => {
    return { contig: place.contig, position: place[edge as "start"] + offset, ref, alt, depth };
  });

async function take(calls: readonly Call[], isAnnotated: boolean) {
  const lines = calls.map(({ contig, position, ref, alt, depth }) =>
    [contig, position, ".", ref, alt, ".", "PASS", ".", "GT:DP", `0/1:${depth}`].join("\t"),
  );
  const text = `##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR\n${lines.join("\n")}\n`;
  const request = {
    id: "fold",
    ...noEvidence,
    protein: [],
    includeFiltered: false,
    strict: false,
    allowTruncated: false,
    toolVersion: "0.0.0",
  };
  const tally = makeSetAsideTally();
  const report = (): void => {};
  const source = streamSource("calls.vcf", toBytes(text));
  const file = await vcf.open(source, { allowTruncated: false, strict: false, report });
  const taker = makeRecordTaker({ request, index, tally, report }, { isAnnotated });
  for await (const record of file.records(null)) taker.take(record, "GRCh38");
  return { taker, tally: tally.entries() };
}

async function* toBytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function decide(observations: readonly Observation[]) {
  const matches = findMatches(
    { observations, available: new Set(["small-variants"]), caseDisease: null, assembly: "GRCh38" },
    knowledgebase,
    index,
  );
  const open = matches.undetermined.map(({ statement, missing, reason }) => {
    return { statement: statement.id, missing, code: reason.code };
  });
  return { met: matches.met, open };
}

/** The variants that are not in the knowledgebase, kept or folded: how many, and the first five. */
function listUnknown({ observations, folded }: RecordTaker) {
  const kept = observations().filter(({ alteration }) => alteration.consequences.length === 0);
  const { count, examples } = folded()[0] ?? { count: 0, examples: [] };
  const ids = [...kept, ...examples].toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, 5);
  return {
    count: kept.length + count,
    first: ids.map(({ id, provenance }) => ({ id, provenance })),
  };
}

describe("folding variants that nothing is known about", () => {
  test("changes no verdict, no count and no example", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 80 }), async (calls) => {
        const [all, few] = [await take(calls, true), await take(calls, false)];
        expect(decide(few.taker.observations())).toEqual(decide(all.taker.observations()));
        expect(listUnknown(few.taker)).toEqual(listUnknown(all.taker));
        expect(few.tally).toEqual(all.tally);
      }),
      { numRuns: 12 },
    );
  });

  test("changes no reason where the one that is kept stands behind a known allele in the order of ids", async () => {
    const sites = index
      .siteLoci("GRCh38")
      .filter(({ contig, start, end }) => contig === "7" && start === end)
      .slice(0, 20);
    const bases = ["A", "C", "G", "T"];
    for (const { contig, start } of sites) {
      const known = bases.flatMap((ref) =>
        bases.filter((alt) => alt !== ref).map((alt) => ({ ref, alt, position: start })),
      );
      const around = [start + 1, start - 1].map((position) => ({ ref: "A", alt: "T", position }));
      const calls = [...around, ...known].map((each) => ({ ...each, contig, depth: 10 }));
      const [all, few] = [await take(calls, true), await take(calls, false)];
      expect(decide(few.taker.observations())).toEqual(decide(all.taker.observations()));
    }
  });

  test("keeps one of many that touch the same gene and no region of it", async () => {
    const [egfr] = index
      .testedPlaces("GRCh38")
      .filter(({ contig, start, end }) => contig === "7" && end - start > 100_000);
    const start = egfr?.start ?? 0;
    const calls = Array.from({ length: 500 }, (_, offset) => ({
      contig: "7",
      position: start + 1 + offset,
      ref: "A",
      alt: "T",
      depth: 30,
    }));
    const { taker } = await take(calls, false);
    expect(taker.observations().length).toBeLessThan(5);
    expect((taker.folded()[0]?.count ?? 0) + taker.observations().length).toBe(500);
    expect(taker.setAside() + taker.records.length).toBe(500);
  });
});

describe("the bases beside MET exon 14", () => {
  const root = join(import.meta.dirname, "../../../..");
  const models = openPackedModels(
    readFileSync(join(root, "knowledgebase/gene-models.txt")),
    "gene-models.txt",
  );
  const header =
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL|Feature|HGVSc|MANE_SELECT">';

  /** Exon 14 is 116771849 to 116771989. */
  const lines = (annotated: boolean) =>
    ["116771838", "116771839", "116771999", "116772000"].map((position) => {
      const ref = models.of("GRCh38").bases("7", Number(position), Number(position));
      const alt = ref === "G" ? "A" : "G";
      const effect = `${alt}|intron_variant&splice_polypyrimidine_tract_variant|MET|ENST00000397752.8||NM_000245.4`;
      const plain = effect.replace("&splice_polypyrimidine_tract_variant", "");
      const isDonor = Number(position) > 116771989;
      const info = annotated ? `CSQ=${isDonor ? plain : effect}` : ".";
      return ["7", position, ".", ref, alt, ".", "PASS", info, "GT", "0/1"].join("\t");
    });

  test.each([true, false])(
    "are ten, of an annotated file (%s) and of others",
    async (annotated) => {
      const text = `##fileformat=VCFv4.2\n${annotated ? `${header}\n` : ""}##contig=<ID=7,length=159345973>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR\n${lines(annotated).join("\n")}\n`;
      const report = await interpretCase(
        {
          id: "met",
          tumorType: "NSCLC",
          assembly: "GRCh38",
          variants: streamSource("calls.vcf", toBytes(text)),
          ...noEvidence,
          protein: [],
          models: models.of,
          includeFiltered: false,
          strict: false,
          allowTruncated: false,
          toolVersion: "0.0.0",
        },
        knowledgebase,
      );
      const met = report.findings.filter(({ statements }) =>
        statements.some((id) => id.includes("met-exon-14")),
      );
      const found = new Set(met.map(({ observation }) => observation.split(":")[3]));
      expect(found).toEqual(new Set(["116771839", "116771999"]));
      expect(report.counts.variants).toMatchObject({ matched: 2, setAside: 2 });
    },
  );
});
