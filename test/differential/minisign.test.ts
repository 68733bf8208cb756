/** Reads and writes signatures beside minisign itself, where it is installed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  formatPublicKey,
  formatSecretKey,
  readPublicKey,
  readSecretKey,
  signBytes,
  verifyBytes,
} from "../../src/knowledgebase/load/minisign.ts";
import { makeSigningKey } from "../../src/io/make-signing-key.ts";

const isInstalled = spawnSync("minisign", ["-v"]).error === undefined;
let folder = "";
const path = (name: string) => join(folder, name);
const minisign = (...args: string[]) => spawnSync("minisign", args, { encoding: "utf8" });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "minisign-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!isInstalled)("beside minisign", () => {
  test.each([0, 1, 64, 100_000])("what we sign of %i bytes, it verifies", (length) => {
    const data = Buffer.alloc(length, "ab");
    const key = makeSigningKey();
    writeFileSync(path("data"), data);
    writeFileSync(path("our.pub"), formatPublicKey({ id: key.id, key: key.publicKey }));
    writeFileSync(path("data.minisig"), signBytes(data, key, "metaction knowledgebase 1"));
    const run = minisign("-V", "-m", path("data"), "-p", path("our.pub"));
    expect(run.stdout).toContain("Trusted comment: metaction knowledgebase 1");
    expect(run.status).toBe(0);
  });

  test("what it signs with our key or its own, hashed or not, we verify", () => {
    const key = makeSigningKey();
    const data = Buffer.from("some knowledge");
    writeFileSync(path("data"), data);
    writeFileSync(path("our.key"), formatSecretKey(key), { mode: 0o600 });
    writeFileSync(path("our.pub"), formatPublicKey({ id: key.id, key: key.publicKey }));
    expect(minisign("-G", "-W", "-p", path("its.pub"), "-s", path("its.key")).status).toBe(0);
    for (const name of ["our", "its"]) {
      for (const mode of [["-H"], ["-l"]]) {
        const args = [...mode, "-s", path(`${name}.key`), "-m", path("data"), "-t", "c"];
        expect(minisign("-S", ...args).status).toBe(0);
        const publicKey = readPublicKey(readFileSync(path(`${name}.pub`), "utf8"), name);
        const text = readFileSync(path("data.minisig"), "utf8");
        expect(verifyBytes(data, text, publicKey, "data.minisig")).toBe("c");
      }
    }
    const secret = readSecretKey(readFileSync(path("its.key"), "utf8"), "its.key");
    const publicKey = readPublicKey(readFileSync(path("its.pub"), "utf8"), "its.pub");
    expect(verifyBytes(data, signBytes(data, secret, "d"), publicKey, "x")).toBe("d");
  });
});
