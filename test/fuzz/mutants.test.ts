import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { ByteSource } from "../../src/io/byte-source.ts";
import { makeRegionTable } from "../../src/io/region-table.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load/load-knowledgebase.ts";
import { Refusal } from "../../src/model/refusal.ts";
import { vcf } from "../../src/read/vcf/vcf.ts";
import { checkFile } from "../../src/run/check/check-input.ts";
import { interpretCase } from "../../src/run/interpret-case.ts";
import { noEvidence } from "../../src/run/case-request.ts";
import { makeRandom, mutate } from "./mutate.ts";

/** Mutants of one run; CI asks for 100,000. */
const wanted = Number(process.env["FUZZ_MUTANTS"] ?? 3_000);
/** Another seed gives other mutants; a failure names the seed and the number of its mutant. */
const firstSeed = Number(process.env["FUZZ_SEED"] ?? 20_261_122);
/** Every such mutant goes through the whole program as a case, which takes longer. */
const wholeCaseEvery = 50;
const longest = 1_000;
const largestSeed = 12_000;

const repository = fileURLToPath(new URL("../../", import.meta.url));

/** The small files of the bundled cases, and the fault and conformance files where they are. */
function collectSeeds(): { name: string; bytes: Buffer }[] {
  const folders = [
    ...readdirSync(`${repository}fixtures/cases`).map((name) => `fixtures/cases/${name}`),
    "../shared/faults/vcf",
    "../shared/faults/csv",
    "../shared/faults/bgzf",
    ...["4.1", "4.2", "4.3", "4.5"].map(
      (version) => `../shared/conformance/vcf/samtools__hts-specs/test/vcf/${version}/passed`,
    ),
  ].filter((folder) => existsSync(`${repository}${folder}/.`));
  return folders.flatMap((folder) =>
    readdirSync(`${repository}${folder}`)
      .filter((name) => /\.(?:vcf|csv|tsv|gz)$/.test(name))
      .map((name) => ({ name, path: `${repository}${folder}/${name}` }))
      .filter(({ path }) => statSync(path).size > 0 && statSync(path).size < largestSeed)
      .map(({ name, path }) => ({ name, bytes: readFileSync(path) })),
  );
}

const seeds = collectSeeds();
const knowledgebase = await loadKnowledgebase(`${repository}knowledgebase`);
const regions = makeRegionTable([
  { contig: "7", start: 140_700_000, end: 140_800_000 },
  { contig: "1", start: 1, end: 500 },
]);
const prototypeKeys = Reflect.ownKeys(Object.prototype).join();

function sourceOf(name: string, bytes: Buffer): ByteSource {
  return {
    name,
    path: name,
    open: null,
    async *chunks() {
      const middle = bytes.length >> 1;
      yield bytes.subarray(0, middle);
      yield bytes.subarray(middle);
    },
  };
}

/** Runs a reading; a refusal is an answer, and anything else that is thrown a crash. */
async function answer<T>(run: () => Promise<T>): Promise<T | "refused"> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) return "refused";
    throw error;
  }
}

async function countRecords(source: ByteSource, isRegional: boolean): Promise<number> {
  const file = await vcf.open(source, {
    tumorSample: undefined,
    allowTruncated: false,
    strict: false,
    audit: true,
    report: () => {},
  });
  let yielded = 0;
  for await (const record of file.records(isRegional ? regions : null)) {
    expect(record.line).toBeGreaterThan(0);
    yielded += 1;
  }
  const { read, outside, refused } = file.counts();
  expect(yielded + outside + refused).toBe(read);
  if (!isRegional) expect(outside).toBe(0);
  return read;
}

async function interpretWhole(source: ByteSource): Promise<void> {
  const report = await interpretCase(
    {
      id: "mutant",
      assembly: "GRCh38",
      variants: source,
      ...noEvidence,
      protein: [],
      includeFiltered: true,
      strict: false,
      allowTruncated: true,
      toolVersion: "0.0.0",
    },
    knowledgebase,
  );
  const counts = report.counts.variants;
  if (counts === null) throw new Error("the case has variants");
  const { read, matched, notMatched, setAside, refused } = counts;
  expect(matched + notMatched + setAside + refused).toBe(read);
  for (const count of Object.values(counts)) expect(count).toBeGreaterThanOrEqual(0);
}

async function tryMutant(source: ByteSource, isWholeCase: boolean): Promise<void> {
  const checked = await checkFile(source, { allowTruncated: false });
  for (const { count, examples } of checked.kinds) expect(count >= examples.length).toBe(true);
  if (checked.counts !== null) expect(checked.counts.refused <= checked.counts.read).toBe(true);
  const all = await answer(async () => await countRecords(source, false));
  const some = await answer(async () => await countRecords(source, true));
  if (all !== "refused" && some !== "refused") expect(some).toBe(all);
  if (isWholeCase) await answer(async () => await interpretWhole(source));
}

/** Fails when three tries in a row take too long: a hang does so each time, a machine that is busy elsewhere does not. */
async function withinTime(run: () => Promise<void>): Promise<void> {
  const times: number[] = [];
  do {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  } while (Math.min(...times) >= longest && times.length < 3);
  expect(Math.min(...times)).toBeLessThan(longest);
}

describe(`${wanted} mutants of ${seeds.length} small files`, () => {
  const parts = 10;

  afterAll(() => {
    expect(Reflect.ownKeys(Object.prototype).join()).toBe(prototypeKeys);
  });

  test.each(Array.from({ length: parts }, (_, part) => part))(
    "do not crash, hang, pollute or miscount: part %i",
    async (part) => {
      for (let mutant = part; mutant < wanted; mutant += parts) {
        const random = makeRandom(firstSeed + mutant);
        const seed = seeds[random(seeds.length)];
        if (seed === undefined) throw new Error("there are no seeds");
        const bytes = mutate(seed.bytes, random);
        const isWholeCase = mutant % wholeCaseEvery === 0;
        try {
          await withinTime(async () => await tryMutant(sourceOf(seed.name, bytes), isWholeCase));
        } catch (error) {
          throw new Error(`mutant ${mutant} of seed ${firstSeed}, from ${seed.name}`, {
            cause: error,
          });
        }
        if (Reflect.ownKeys(Object.prototype).join() !== prototypeKeys) {
          throw new Error(`mutant ${mutant} from ${seed.name} polluted Object.prototype`);
        }
      }
    },
  );
});
