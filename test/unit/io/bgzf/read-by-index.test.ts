import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileSource } from "../../../../src/io/byte-source.ts";
import { openByIndex } from "../../../../src/io/bgzf/read-by-index.ts";
import { makeRegionTable } from "../../../../src/io/region-table.ts";
import { sha256 } from "../../../../src/io/sha256.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { vcf } from "../../../../src/read/vcf/vcf.ts";

/** 24 records of chr7 and chr12, 40,000 bases apart, and their indexes, as bgzip and tabix 1.16 wrote them. */
const tiny = {
  vcf: "H4sIBAAAAAAA/wYAQkMCAN0AfdBBC4JAEIbh8/g39hqyzu5mQgZSSYJlqXWPKBVMQaTfHyV4Kb+9PrPMywjxqOr7o+2e196/rMOXttkS4tY2fVX4y2jj38rOndX3puhL3zGe0sZz1epnxuFxSCl2jZLeyhLrXZrs6ZhkFG0o3YYUxDmdzkFMYRTn25SiQ5hYnxVkjPw+simgnGw6BllG9oga4QKgwwjnAFki1AhRkGKEKEhLhFNBDhNPH3dQ/HeBdPK+g86RsoSqocIqxVBhlZZQ/1a9AWMDRqdJAwAAH4sIBAAAAAAA/wYAQkMCABsAAwAAAAAAAAAAAA==",
  tbi: "H4sIBAAAAAAA/wYAQkMCAKQB7d0/ahVxFAXgmwg2+gobsRELy1SaQkEQVBD/IAYJSOogBCEIQXiIIDY2KYVsIE0WkAWkyQbSB8EVpE4VwXcuwR9MZ/lNMR/nMHeYmX64609fLi1X1XJVLcWqqrvxWlVtbu08qM2tnXv3a1ZV3+8sLj1eWlzyO35I/yOj+3Erfeej+DF959P46ufiMfo+ff/r9e+xnfmeO4+f0ne+mfmd9J1X4+f0ndfiPH3n7fglfefd+DV954P4LX3n/m4PZ5fvSJIkSZIkSZIkSZIkSZIkSZIkSZIkSZIkSZIkSZIkSZIkSZIkSZIkObo/4dHg6YTng73DaXR1cG3C7cHdwYMJjwdnVfXk1mK/00W629mh9Sx950fxefrOG/FF+s7z2Puweg9W1a+/53Ef1uvM99xefJO+82F8m77zSXyXvvNZXE/feXZl4fv0nVfiRvrO/dyP0/f79He7cfWyI0mSJEmSJEmSJEmSJEmSJEmS/8+LCfufh/Hfh9GNwfmEe4OHgycTng32PwqjK4N9/AFdOKgtH50AAB+LCAQAAAAAAP8GAEJDAgAbAAMAAAAAAAAAAAA=",
  csi: "H4sIBAAAAAAA/wYAQkMCADgBXZG9SgNREIXPiWKjsbSzsrCwUgsLQZCA+IMoKkhqEYIQhCAEEcTGxlIQphuw8QF8ABtfwF4En8DaKrLZuc5JbrHfx7e7d9k7reMdzgKYArAIoAGAwWotBKcBnHV6a9VleWV4uwngzoF31o9UKP4dPHfgHnm/+HOw4+mU/ha88HRK/wzuPk6irIbsX74/g9HV9XyXss9v8NLTKX0u9ut5OqWvBq88ndIPg31Pp/Ru8NrTKf0heOPplP4SvPV0Si9zqWa2acBAnik+HzNvWTqlrwe3LJ3S28FtS6f0fnB8ZmVWwNfwOj6zPct3Kfs8BfctndJfgweWTukfwSNLp/Sf4ImlU3pzouappVP6UrBt6ZRe/nfD8gwo5zH4P5d6/QFqXyFfqwMAAB+LCAQAAAAAAP8GAEJDAgAbAAMAAAAAAAAAAAA=",
};

const folder = mkdtempSync(join(tmpdir(), "index-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Region {
  readonly contig: string;
  readonly start: number;
  readonly end: number;
}

async function read(path: string, regions: readonly Region[], useIndex: boolean) {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const file = await vcf.open(fileSource(path), { allowTruncated: false, strict: false, report });
  const places: string[] = [];
  for await (const { calls } of file.records(makeRegionTable(regions), { useIndex })) {
    for (const { given, provenance } of calls) {
      places.push(`${given.contig}:${given.position}:${given.ref}:${given.alt}`);
      expect(provenance.line === null).toBe(file.reading() === "by index");
    }
  }
  const codes = problems.map(({ code }) => code);
  return {
    places,
    codes,
    reading: file.reading(),
    digest: file.digest(),
    read: file.counts().read,
  };
}

const bytesOf = (base64: string): Buffer => Buffer.from(base64, "base64");
let copies = 0;

/** A copy of the small file in the test's folder, with an index that is newer. */
function writeTiny(index: Buffer, suffix = "tbi"): string {
  copies += 1;
  const path = join(folder, `tiny-${copies}.vcf.gz`);
  writeFileSync(path, bytesOf(tiny.vcf));
  writeFileSync(`${path}.${suffix}`, index);
  utimesSync(path, 1_700_000_000, 1_700_000_000);
  return path;
}

const ofChr7 = [{ contig: "7", start: 55_040_000, end: 55_080_000 }];
const found = ["7:55040000:A:T", "7:55080000:A:T"];

describe("reading by an index", () => {
  test("of a file that is gone meanwhile is refused by its name", async () => {
    const path = writeTiny(bytesOf(tiny.tbi));
    rmSync(path);
    const options = { name: "tiny.vcf.gz", report: () => {} };
    await expect(openByIndex(path, makeRegionTable(ofChr7), options)).rejects.toMatchObject({
      kind: "input",
      problems: [{ code: "file-missing" }],
    });
  });

  test.each(["tbi", "csi"] as const)(
    "finds by .%s what reading the whole file finds",
    async (suffix) => {
      const path = writeTiny(bytesOf(tiny[suffix]), suffix);
      const jump = await read(path, ofChr7, true);
      expect(jump).toMatchObject({ places: found, reading: "by index", codes: [] });
      expect(jump.digest).toEqual({ sha256: sha256(bytesOf(tiny.vcf)), bytes: 250 });
      expect(await read(path, ofChr7, false)).toMatchObject({
        places: found,
        reading: "whole file",
      });
    },
  );

  test("reads no line where no region lies", async () => {
    const path = writeTiny(bytesOf(tiny.tbi));
    const jump = await read(path, [{ contig: "3", start: 1, end: 1000 }], true);
    expect(jump).toMatchObject({ places: [], reading: "by index", read: 0, codes: [] });
  });

  test("is not tried without an index, nor where it is not asked for", async () => {
    const path = writeTiny(bytesOf(tiny.tbi));
    rmSync(`${path}.tbi`);
    expect(await read(path, ofChr7, true)).toMatchObject({
      places: found,
      reading: "whole file",
      codes: [],
    });
  });
});

describe("an index that does not fit its file is said, and the file is read whole:", () => {
  const sound = gunzipSync(bytesOf(tiny.tbi));
  const altered = (change: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(sound);
    change(bytes);
    return gzipSync(bytes);
  };
  /** Where the windows of the first contig are counted. */
  const windowsAt = (): number => {
    let at = 51;
    for (let bin = sound.readInt32LE(47); bin > 0; bin--) at += 8 + 16 * sound.readInt32LE(at + 4);
    return at;
  };
  const expectWhole = async (path: string): Promise<void> => {
    expect(await read(path, ofChr7, true)).toMatchObject({
      places: found,
      reading: "whole file",
      codes: ["index-stale"],
    });
  };

  test("older than the file", async () => {
    const path = writeTiny(bytesOf(tiny.tbi));
    utimesSync(`${path}.tbi`, 1_600_000_000, 1_600_000_000);
    await expectWhole(path);
  });

  test.each([
    ["empty", Buffer.alloc(0)],
    ["no gzip", Buffer.from("garbage")],
    ["cut", bytesOf(tiny.tbi).subarray(0, 90)],
    ["of another kind", gzipSync(Buffer.from("BAI\u0001 and more bytes than a header has"))],
    ["cut before it was compressed", gzipSync(sound.subarray(0, 80))],
    ["of other columns", altered((bytes) => bytes.writeInt32LE(4, 12))],
    ["with counts beyond its end", altered((bytes) => bytes.writeInt32LE(1_000_000, 47))],
    ["with a bin that no place lies in", altered((bytes) => bytes.writeUInt32LE(40_000, 51))],
    [
      "with windows that begin behind their lines",
      altered((bytes) => {
        const at = windowsAt();
        for (let window = 0; window < sound.readInt32LE(at); window++) {
          bytes.writeUInt32LE(0xffff, at + 4 + 8 * window);
        }
      }),
    ],
    ["with contigs named otherwise", altered((bytes) => bytes.write("chr8", 36, "latin1"))],
  ])("%s", async (_, index) => {
    await expectWhole(writeTiny(index));
  });

  test.skipIf(process.platform === "win32")("a pipe, which nobody may ever write to", async () => {
    const path = writeTiny(bytesOf(tiny.tbi));
    rmSync(`${path}.tbi`);
    execFileSync("mkfifo", [`${path}.tbi`]);
    await expectWhole(path);
  });

  test.runIf(process.platform === "linux")("one that cannot be read", async () => {
    const path = writeTiny(bytesOf(tiny.tbi));
    rmSync(`${path}.tbi`);
    // A regular file whose first byte nobody may read, not even root.
    symlinkSync("/proc/self/mem", `${path}.tbi`);
    await expectWhole(path);
  });

  test("of a file that was longer", async () => {
    const path = writeTiny(bytesOf(tiny.tbi));
    const text = gunzipSync(bytesOf(tiny.vcf)).toString().split("\n").slice(0, 20).join("\n");
    writeFileSync(path, Buffer.concat([makeBlock(`${text}\n`), bytesOf(tiny.vcf).subarray(-28)]));
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    await expectWhole(path);
  });

  test("with any one of its stored bytes flipped, unless that changes nothing", async () => {
    const stored = bytesOf(tiny.tbi);
    const path = writeTiny(stored);
    let stale = 0;
    for (let at = 0; at < stored.length; at += 1) {
      const flipped = Buffer.from(stored);
      flipped.writeUInt8((stored[at] ?? 0) ^ (1 << (at % 8)), at);
      writeFileSync(`${path}.tbi`, flipped);
      const outcome = await read(path, ofChr7, true);
      expect(outcome.places, `byte ${at}`).toEqual(found);
      if (outcome.codes.includes("index-stale")) stale += 1;
    }
    expect(stale).toBeGreaterThan(stored.length / 2);
  });
});

/** One BGZF block. */
function makeBlock(text: string): Buffer {
  const deflated = gzipSync(text);
  const header = Buffer.from("1f8b08040000000000ff060042430200", "hex");
  const size = Buffer.alloc(2);
  const body = deflated.subarray(10);
  size.writeUInt16LE(header.length + 2 + body.length - 1);
  return Buffer.concat([header, size, body]);
}

const isInstalled = ["bgzip", "tabix"].every((tool) => {
  return spawnSync(tool, ["--version"], { stdio: "ignore" }).error === undefined;
});

describe.skipIf(!isInstalled)("on a file of many blocks, indexed by tabix", () => {
  const path = join(folder, "many.vcf.gz");
  const asCsi = join(folder, "csi.vcf.gz");

  beforeAll(() => {
    const lines = ["chr1", "chr7", "chrX", "chrUn_1"].flatMap((contig) =>
      Array.from({ length: 4000 }, (_, index) => {
        const ref = index % 50 === 0 ? "ACGT".repeat(300) : "A";
        return `${contig}\t${1 + index * 35_000}\t.\t${ref}\tC\t.\tPASS\tN=${(index * 7919) % 10_007}`;
      }),
    );
    const header = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
    const plain = join(folder, "many.vcf");
    writeFileSync(plain, `${header}${lines.join("\n")}\n`);
    execFileSync("bgzip", [plain]);
    copyFileSync(path, asCsi);
    execFileSync("tabix", ["-p", "vcf", path]);
    execFileSync("tabix", ["-C", "-p", "vcf", asCsi]);
    expect(readFileSync(path).length).toBeGreaterThan(65_536);
  });

  const region = fc
    .record({
      contig: fc.constantFrom("1", "7", "X", "2"),
      start: fc.integer({ min: 1, max: 141_000_000 }),
      length: fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 30_000_000 })),
    })
    .map(({ contig, start, length }) => ({ contig, start, end: start + length }));

  test("of files that were joined, each with its end marker, the index is used", async () => {
    const joined = join(folder, "joined.vcf.gz");
    const header = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
    const texts = ["1", "7", "X"].map((contig) =>
      Array.from({ length: 50 }, (_, index) => {
        return `${contig}\t${55_000_000 + index}\t.\tA\tC\t.\tPASS\t.\n`;
      }).join(""),
    );
    const parts = [header, ...texts].map((text) => execFileSync("bgzip", ["-c"], { input: text }));
    writeFileSync(joined, Buffer.concat(parts));
    execFileSync("tabix", ["-p", "vcf", joined]);
    const regions = ["1", "7", "X"].map((contig) => ({
      contig,
      start: 55_000_000,
      end: 55_000_001,
    }));
    const jump = await read(joined, regions, true);
    expect(jump).toMatchObject({ reading: "by index", codes: [] });
    expect(jump.places).toHaveLength(6);
    expect(jump.places).toEqual((await read(joined, regions, false)).places);
  });

  test("the index and the whole file give the same records for any regions", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(region, { maxLength: 12 }), async (regions) => {
        const whole = await read(path, regions, false);
        for (const file of [path, asCsi]) {
          const jump = await read(file, regions, true);
          expect(jump.reading).toBe("by index");
          expect(jump.places).toEqual(whole.places);
          expect(jump.digest).toEqual(whole.digest);
          expect(jump.read).toBeLessThanOrEqual(whole.read);
        }
      }),
      { numRuns: 40 },
    );
    // Some hundred whole reads: slow where the machine is busy.
  }, 120_000);
});
