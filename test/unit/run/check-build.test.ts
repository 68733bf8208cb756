/** `check` says of a genome build what `annotate` says, given what is known of sites. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { KnownSites } from "../../../src/annotate/site-evidence.ts";
import { fileSource } from "../../../src/io/byte-source.ts";
import { checkFile, type CheckOptions } from "../../../src/run/check-input.ts";

const folder = mkdtempSync(join(tmpdir(), "metaction-check-build-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** KRAS on GRCh37, BRAF on GRCh38. */
const krasPlaces = [25398281, 25398284, 25398285];
const sites: KnownSites = {
  knownSites: (assembly) =>
    assembly === "GRCh37"
      ? new Map(krasPlaces.map((place) => [`12:${place}`, { ref: "C" }]))
      : new Map([["7:140753336", { ref: "A" }]]),
  knownAllele: (key) => (/^GRCh37:12:.*:C:T$|^GRCh38:7:.*:A:T$/u.test(key) ? {} : undefined),
};
const on38 = "##contig=<ID=chr7,length=159345973>\n##contig=<ID=chr12,length=133275309>\n";
const [first, second, third] = krasPlaces.map((place) => `chr12\t${place}\t.\tC\tT\t9\tPASS\t.\n`);
const ofKras = `${first}${second}${third}`;
const ofBraf = "chr7\t140753336\t.\tA\tT\t9\tPASS\t.\n";

async function check(header: string, records: string, options: Partial<CheckOptions> = {}) {
  const path = join(folder, "a.vcf");
  const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
  writeFileSync(path, `##fileformat=VCFv4.2\n${header}${columns}${records}`);
  const how = { allowTruncated: false, openSites: async () => sites, ...options };
  const { isRefused, counts, kinds } = await checkFile(fileSource(path), how);
  return { isRefused, counts, said: kinds.map(({ code, severity }) => `${severity} ${code}`) };
}

const sound = { isRefused: false, said: [] };

test("a file of one build is sound, and so is one of which no site is known", async () => {
  expect(await check(on38, ofBraf)).toMatchObject(sound);
  expect(await check("", ofKras)).toMatchObject(sound);
  const openSites = async () => undefined;
  expect(await check(on38, `${first}${ofBraf}`, { openSites })).toMatchObject(sound);
});

test("calls of two builds are a warning", async () => {
  expect(await check(on38, `${first}${ofBraf}`)).toMatchObject({
    isRefused: false,
    said: ["warning assembly-doubtful"],
  });
});

test("calls of another build than the header, or the case, names refuse the file, which is read to its end", async () => {
  const refused = { isRefused: true, counts: { read: 3 }, said: ["error assembly-mismatch"] };
  expect(await check(on38, ofKras)).toMatchObject(refused);
  expect(await check("", ofKras, { assembly: "GRCh38" })).toMatchObject(refused);
});

test("a build that nothing decides is a notice, unless the case names it", async () => {
  const elsewhere = "chr1\t5\t.\tC\tT\t9\tPASS\t.\n";
  expect(await check("", elsewhere)).toMatchObject({
    isRefused: false,
    said: ["notice assembly-unknown"],
  });
  expect(await check("", elsewhere, { assembly: "GRCh37" })).toMatchObject(sound);
});
