import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openIndexedFasta } from "../../../src/io/indexed-fasta.ts";
import { Refusal } from "../../../src/model/refusal.ts";
import { endMarker, makeBlocks } from "./make-bytes.ts";

const folder = mkdtempSync(join(tmpdir(), "fasta-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = ">one first\nACGTAC\nGTTTaa\nCC\n>two\nGGGG\n";
const fai = "one\t14\t11\t6\t7\ntwo\t4\t33\t4\t5\n";

function write(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
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

  /** The text in two BGZF blocks, and the index that says where the second begins. */
  function writePacked(name: string, edit: (bytes: Buffer) => void = () => {}): string {
    const blocks = [...makeBlocks(text.slice(0, 15)), ...makeBlocks(text.slice(15)), endMarker];
    const bytes = Buffer.concat(blocks);
    edit(bytes);
    const path = write(name, bytes);
    write(`${name}.fai`, fai);
    const gzi = Buffer.alloc(24);
    gzi.writeBigUInt64LE(1n, 0);
    gzi.writeBigUInt64LE(BigInt(blocks[0]?.length ?? 0), 8);
    gzi.writeBigUInt64LE(15n, 16);
    write(`${name}.gzi`, gzi);
    return path;
  }

  test("reads a BGZF file by its blocks", () => {
    const fasta = openIndexedFasta(writePacked("packed.fa.gz"));
    expect(fasta.read("one", 1, 14)).toBe("ACGTACGTTTAACC");
    expect(fasta.read("two", 1, 4)).toBe("GGGG");
    fasta.close();
  });

  test("refuses a block whose bases are not those of its checksum", () => {
    const damage = (bytes: Buffer): void => void (bytes[24] = (bytes[24] ?? 0) ^ 1);
    const fasta = openIndexedFasta(writePacked("damaged.fa.gz", damage));
    expect(() => fasta.read("one", 1, 14)).toThrow(Refusal);
    fasta.close();
  });

  test("refuses a file without an index, and an index that is none", () => {
    expect(() => openIndexedFasta(write("bare.fa", text))).toThrow(Refusal);
    write("odd.fa.fai", "one\tmany\n");
    expect(() => openIndexedFasta(write("odd.fa", text))).toThrow(/odd\.fa\.fai:1/);
  });
});
