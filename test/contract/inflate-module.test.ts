import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readBgzfBlock } from "../../src/io/bgzf/bgzf-block.ts";
import { makeBlockInflater } from "../../src/io/bgzf/inflate-block.ts";
import { shared } from "./check-shared-file.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Compressed files of a neighbor folder that are small enough to be inflated twice. */
function findFiles(folder: string): string[] {
  if (!existsSync(`${shared}${folder}`)) return [];
  return readdirSync(`${shared}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:gz|bgz|vcf)$/u.test(path))
    .map((path) => `${folder}/${path}`)
    .filter((path) => statSync(`${shared}${path}`).isFile())
    .filter((path) => statSync(`${shared}${path}`).size < 4e6);
}

const files = [...findFiles("faults/bgzf"), ...findFiles("conformance")];

function outcome(inflate: () => Buffer): Buffer | string {
  try {
    return inflate();
  } catch (error) {
    return error instanceof Error ? error.message : "?";
  }
}

describe("src/io/bgzf/inflate-module.ts", () => {
  test("is what src/io/assembly compiles to", () => {
    const compiled = execFileSync(process.execPath, [".config/compile-inflate.js", "--print"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(readFileSync(`${root}src/io/bgzf/inflate-module.ts`, "utf8")).toBe(compiled);
  }, 60_000);

  test.skipIf(files.length === 0)(
    "says of every block of the shared files what node:zlib says",
    () => {
      const inflater = makeBlockInflater();
      let blocks = 0;
      let refused = 0;
      for (const file of files) {
        const bytes = readFileSync(`${shared}${file}`);
        for (let offset = 0; offset < bytes.length;) {
          const block = readBgzfBlock(bytes, offset);
          if (block === "corrupt" || block === "incomplete") break;
          const { size, inflatedSize } = block;
          const stored = bytes.subarray(offset, offset + size);
          const ours = outcome(() =>
            inflater.inflate({ stored: bytes, offset, size, inflatedSize }, 0),
          );
          const theirs = outcome(() => gunzipSync(stored));
          if (typeof theirs === "string") refused++;
          if (typeof ours === "string" || typeof theirs === "string") expect(ours).toBe(theirs);
          else expect(ours.equals(theirs)).toBe(true);
          blocks++;
          offset += size;
        }
      }
      expect(blocks).toBeGreaterThan(100);
      expect(refused).toBeGreaterThan(1);
    },
    60_000,
  );
});
