import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildKnowledgebase } from "../../../../src/knowledgebase/load/build-knowledgebase.ts";
import { sampleFolder } from "../../knowledgebase/sample-folder.ts";
import { runKb } from "./run-kb.ts";

async function signed(): Promise<{ folder: string; file: string; args: string[] }> {
  const folder = sampleFolder();
  const file = join(folder, "built.json");
  writeFileSync(file, (await buildKnowledgebase(folder)).text);
  await runKb("keygen", "-s", join(folder, "k.key"), "-p", join(folder, "k.pub"));
  await runKb("sign", file, "-s", join(folder, "k.key"));
  return { folder, file, args: ["verify", file, "-p", join(folder, "k.pub")] };
}

/** The file with the byte at `index` changed. */
function damage(path: string, index: number): void {
  const bytes = readFileSync(path);
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe("metaction kb sign and verify", () => {
  test("a signed file is verified, and its version and digest are told", async () => {
    const { args } = await signed();
    const { code, out } = await runKb(...args);
    expect(code).toBe(0);
    expect(out).toMatch(
      /built\.json: signature by the key [0-9A-F]{16} holds: metaction knowledgebase 2026\.11\.0 sha256 [0-9a-f]{64}\n$/,
    );
  });

  test("the public key may be given as text", async () => {
    const { folder, file } = await signed();
    const key = readFileSync(join(folder, "k.pub"), "utf8").split("\n")[1] ?? "";
    expect((await runKb("verify", file, "-p", key)).code).toBe(0);
  });

  test("one changed byte of the file, the signature or the trusted comment is refused", async () => {
    const { file, args } = await signed();
    const signature = `${file}.minisig`;
    const text = readFileSync(signature, "utf8");
    const comment = text.indexOf("2026");
    for (const change of [
      () => damage(file, 200),
      () => damage(signature, text.indexOf("\n") + 40),
      () => damage(signature, comment),
      () => writeFileSync(signature, text.slice(0, 100)),
    ]) {
      const before = readFileSync(file);
      change();
      expect((await runKb(...args)).code).toBe(4);
      writeFileSync(file, before);
      writeFileSync(signature, text);
    }
    expect((await runKb(...args)).code).toBe(0);
  });

  test("another key is told by its number", async () => {
    const { folder, file } = await signed();
    await runKb("keygen", "-s", join(folder, "o.key"), "-p", join(folder, "o.pub"));
    const { code, err } = await runKb("verify", file, "-p", join(folder, "o.pub"));
    expect(code).toBe(4);
    expect(err).toMatch(/is signed by the key [0-9A-F]{16}, not by [0-9A-F]{16}/);
  });

  test("keys are never replaced, and only the owner may read the secret one", async () => {
    const { folder } = await signed();
    const again = await runKb("keygen", "-s", join(folder, "k.key"), "-p", join(folder, "n.pub"));
    expect(again.code).toBe(2);
    expect(again.err).toContain("k.key exists, and is not to be replaced");
    expect(statSync(join(folder, "k.key")).mode & 0o077).toBe(0);
  });

  test("a file that is no built knowledgebase is not signed, and no other text is a key", async () => {
    const { folder, file } = await signed();
    const manifest = join(folder, "manifest.json");
    expect((await runKb("sign", manifest, "-s", join(folder, "k.key"))).code).toBe(4);
    expect((await runKb("sign", file, "-s", join(folder, "k.pub"))).code).toBe(2);
    expect((await runKb("verify", file, "-p", manifest)).code).toBe(2);
  });
});
