/** `check` says of a genome build, and of REF on it, what `annotate` says, given what is known of sites. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fileSource } from "../../../../src/io/byte-source.ts";
import type { Assembly } from "../../../../src/model/locus.ts";
import { checkFile, type CheckOptions } from "../../../../src/run/check/check-input.ts";
import type { KnownGenomes } from "../../../../src/run/check/check-reference.ts";

const folder = mkdtempSync(join(tmpdir(), "metaction-check-build-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** KRAS on GRCh37, BRAF on GRCh38. */
const krasPlaces = [25398281, 25398284, 25398285];
const index: KnownGenomes["index"] = {
  knownSites: (assembly) =>
    assembly === "GRCh37"
      ? new Map(krasPlaces.map((place) => [`12:${place}`, { ref: "C" }]))
      : new Map([["7:140753336", { ref: "A" }]]),
  knownAllele: (key) => (/^GRCh37:12:.*:C:T$|^GRCh38:7:.*:A:T$/u.test(key) ? {} : undefined),
  // A gene on each build, and the place of an allele.
  loci: (assembly) => [{ assembly, ...(assembly === "GRCh38" ? gene38 : gene37) }],
  siteLoci: (assembly) =>
    assembly === "GRCh38" ? [{ assembly, contig: "7", start: 140753336, end: 140753336 }] : [],
};
const gene38 = { contig: "7", start: 140753301, end: 140753400 } as const;
const gene37 = { contig: "7", start: 5001, end: 5100 } as const;
/** Every base of GRCh38 is an A, and every one of GRCh37 a C. */
const models = (assembly: Assembly) => ({
  bases: (_contig: string, start: number, end: number) =>
    (assembly === "GRCh38" ? "A" : "C").repeat(end - start + 1),
});
const on38 = "##contig=<ID=chr7,length=159345973>\n##contig=<ID=chr12,length=133275309>\n";
const [first, second, third] = krasPlaces.map((place) => `chr12\t${place}\t.\tC\tT\t9\tPASS\t.\n`);
const ofKras = `${first}${second}${third}`;
const ofBraf = "chr7\t140753336\t.\tA\tT\t9\tPASS\t.\n";

async function check(header: string, records: string, options: Partial<CheckOptions> = {}) {
  const path = join(folder, "a.vcf");
  const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
  writeFileSync(path, `##fileformat=VCFv4.2\n${header}${columns}${records}`);
  const how = {
    allowTruncated: false,
    openGenomes: async () => ({ index, models: undefined }),
    ...options,
  };
  const { isRefused, counts, kinds } = await checkFile(fileSource(path), how);
  const said = kinds.map(({ code, severity }) => `${severity} ${code}`);
  return { isRefused, counts, said, kinds };
}

const sound = { isRefused: false, said: [] };

test("a file of one build is sound, and so is one of which no site is known", async () => {
  expect(await check(on38, ofBraf)).toMatchObject(sound);
  expect(await check("", ofKras)).toMatchObject(sound);
  const openGenomes = async () => undefined;
  expect(await check(on38, `${first}${ofBraf}`, { openGenomes })).toMatchObject(sound);
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

describe("REF beside the bases of the genome", () => {
  const withBases = { openGenomes: async () => ({ index, models }) };
  /** A record in the gene of GRCh38, or elsewhere. */
  const at = (position: number, ref: string, filter = "PASS"): string =>
    `chr7\t${position}\t.\t${ref}\tG\t9\t${filter}\t.\n`;
  const good = [1, 2, 3, 4, 5, 6, 7].map((place) => at(140753300 + place, "A")).join("");

  test("agrees, or lies where annotate does not look", async () => {
    const elsewhere = [1, 2, 3, 4, 5].map((place) => at(place, "T")).join("");
    expect(await check(on38, `${elsewhere}${good}`, withBases)).toMatchObject(sound);
  });

  test("that differs is a warning for each record, with its line, also where a filter failed", async () => {
    const places = [11, 12, 13, 14, 15, 16];
    const wrong = places.map((place) => at(140753300 + place, "T", "q10")).join("");
    const { kinds, ...found } = await check(on38, `${good}${wrong}`, withBases);
    expect(found).toMatchObject({ isRefused: false, said: ["warning reference-mismatch"] });
    expect(kinds[0]).toMatchObject({ count: 6, fix: expect.stringContaining("this genome") });
    expect(kinds[0]?.examples.map(({ where }) => where?.line)).toEqual([12, 13, 14, 15, 16]);
    expect(kinds[0]?.examples.map(({ message }) => message).slice(0, 2)).toEqual([
      "6 of 13 REF in known sequence are not those of GRCh38, the first at 7:140753311; records that disagree are not used.",
      "REF at 7:140753312 is not that of GRCh38",
    ]);
  });

  test("that mostly differs refuses the file, whose build the header, or the case, decides", async () => {
    const wrong = [1, 2, 3, 4, 5].map((place) => at(140753300 + place, "T")).join("");
    const refused = { isRefused: true, counts: { read: 5 }, said: ["error reference-mismatch"] };
    expect(await check(on38, wrong, withBases)).toMatchObject(refused);
    expect(await check("", wrong, { ...withBases, assembly: "GRCh38" })).toMatchObject(refused);
  });

  test("is held to the build that the calls decide, where the header says nothing", async () => {
    const wrong = at(5011, "T");
    // Known on GRCh37 as C>T, three times; those places lie in no gene.
    expect(await check("", `${ofKras}${at(5001, "C")}${wrong}`, withBases)).toMatchObject({
      isRefused: false,
      said: ["warning reference-mismatch"],
      kinds: [{ examples: [{ where: { line: 7 } }] }],
    });
  });
});
