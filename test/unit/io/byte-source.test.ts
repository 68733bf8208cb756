import { mkdtemp, rm, writeFile, appendFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fileSource, streamSource } from "../../../src/io/byte-source.ts";
import { digestSource } from "../../../src/io/threads/digest-source.ts";
import { listFiles, readBytes, readStream, readText } from "../../../src/io/read-files.ts";
import { sha256 } from "../../../src/io/sha256.ts";
import { collect, streamOf } from "./make-bytes.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "metaction-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe("fileSource", () => {
  test("can be read more than once and is named without its folder", async () => {
    const path = join(folder, "a.vcf");
    await writeFile(path, "text");
    const source = fileSource(path);
    expect(source.name).toBe("a.vcf");
    expect(await collect(source.chunks())).toBe("text");
    expect(await collect(source.chunks())).toBe("text");
  });

  test("refuses a missing file and names the nearest one", async () => {
    await writeFile(join(folder, "tumor.vcf"), "");
    await expect(readBytes(join(folder, "tumour.vcf"))).rejects.toMatchObject({
      kind: "input",
      problems: [{ code: "file-missing", hint: "Did you mean tumor.vcf?" }],
    });
  });

  test("refuses a folder", async () => {
    await expect(readBytes(folder)).rejects.toMatchObject({
      problems: [{ code: "file-is-folder" }],
    });
  });

  test("refuses a file that grows while it is read", async () => {
    const path = join(folder, "a.vcf");
    await writeFile(path, Buffer.alloc(1 << 20, "a"));
    const read = async (): Promise<void> => {
      for await (const _ of fileSource(path).chunks()) await appendFile(path, "b");
    };
    await expect(read()).rejects.toMatchObject({ problems: [{ code: "file-changed" }] });
  });
});

describe("digestSource", () => {
  test("hashes what passed, and again from the start at a second reading", async () => {
    const path = join(folder, "a.vcf");
    await writeFile(path, "text");
    const source = digestSource(fileSource(path));
    for (let time = 0; time < 2; time++) {
      await collect(source.chunks());
      expect(source.digest()).toEqual({ sha256: sha256("text"), bytes: 4 });
    }
  });
});

describe("readText", () => {
  test("refuses bytes that are not UTF-8 instead of replacing them", async () => {
    const path = join(folder, "a.json");
    await writeFile(path, Buffer.from([0x63, 0xe9]));
    await expect(readText(path)).rejects.toMatchObject({ problems: [{ code: "not-utf8" }] });
  });

  test("reads a stream that hands out text", async () => {
    const stream = async function* (): AsyncGenerator<string> {
      yield "sm\u00f8r";
      yield "br\u00f8d";
    };
    expect(await readStream(stream(), "-")).toBe("sm\u00f8rbr\u00f8d");
    expect(await collect(streamSource("-", streamOf("a", "b")).chunks())).toBe("ab");
  });
});

describe("listFiles", () => {
  test("lists names of one kind by code point, without folders", async () => {
    for (const name of ["b.json", "B.json", "a.txt"]) await writeFile(join(folder, name), "");
    expect(await listFiles(folder, ".json")).toEqual(["B.json", "b.json"]);
    await expect(listFiles(join(folder, "none"), "")).rejects.toMatchObject({ kind: "input" });
  });
});
