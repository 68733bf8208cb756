import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { openIndexedFasta } from "../../../src/io/indexed-fasta.ts";
import { Refusal } from "../../../src/model/refusal.ts";

const folder = mkdtempSync(join(tmpdir(), "fasta-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = ">one first\nACGTAC\nGTTTaa\nCC\n>two\nGGGG\n";
const fai = "one\t14\t11\t6\t7\ntwo\t4\t33\t4\t5\n";

function write(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** One BGZF block of some text. */
function block(part: string): Buffer {
  const body = deflateRawSync(Buffer.from(part));
  const head = Buffer.from([31, 139, 8, 4, 0, 0, 0, 0, 0, 255, 6, 0, 66, 67, 2, 0, 0, 0]);
  head.writeUInt16LE(head.length + body.length + 8 - 1, 16);
  return Buffer.concat([head, body, Buffer.alloc(8)]);
}

describe("openIndexedFasta", () => {
  test("reads over the ends of lines in capitals, and stops at the end of a sequence", () => {
    const path = write("plain.fa", text);
    write("plain.fa.fai", fai);
    const fasta = openIndexedFasta(path);
    expect(fasta.sequences).toEqual([
      { name: "one", length: 14 },
      { name: "two", length: 4 },
    ]);
    expect(fasta.read("one", 5, 13)).toBe("ACGTTTAAC");
    expect(fasta.read("one", -3, 2)).toBe("AC");
    expect(fasta.read("two", 3, 99)).toBe("GG");
    expect(fasta.read("three", 1, 2)).toBe("");
    fasta.close();
  });

  test("reads a BGZF file by its blocks", () => {
    const [first, second] = [block(text.slice(0, 15)), block(text.slice(15))];
    const path = write("packed.fa.gz", Buffer.concat([first, second, block("")]));
    write("packed.fa.gz.fai", fai);
    const gzi = Buffer.alloc(24);
    gzi.writeBigUInt64LE(1n, 0);
    gzi.writeBigUInt64LE(BigInt(first.length), 8);
    gzi.writeBigUInt64LE(15n, 16);
    write("packed.fa.gz.gzi", gzi);
    const fasta = openIndexedFasta(path);
    expect(fasta.read("one", 1, 14)).toBe("ACGTACGTTTAACC");
    expect(fasta.read("two", 1, 4)).toBe("GGGG");
    fasta.close();
  });

  test("refuses a file without an index, and an index that is none", () => {
    expect(() => openIndexedFasta(write("bare.fa", text))).toThrow(Refusal);
    write("odd.fa.fai", "one\tmany\n");
    expect(() => openIndexedFasta(write("odd.fa", text))).toThrow(/odd\.fa\.fai:1/);
  });
});
