import { describe, expect, test } from "vitest";
import {
  readPublicKey,
  readSecretKey,
  showKeyId,
  signBytes,
  verifyBytes,
} from "../../../../src/knowledgebase/load/minisign.ts";

/** Made with minisign 0.11 (`minisign -G -W`, `minisign -S -t "trusted t"`) over the text "hello" and a line feed. */
const publicText =
  "untrusted comment: minisign public key AF0902BB5FAE8054\nRWRUgK5fuwIJr6lKRb797CQ2ZifYTHWIkJaULArxVNEsdII9bjc1kYSP\n";
const secretText =
  "untrusted comment: minisign encrypted secret key\nRWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAVICuX7sCCa/5Ab9EQiz/4zxpG24HMcmqEe9Z7xWwy9gFN3x9wsYz9KlKRb797CQ2ZifYTHWIkJaULArxVNEsdII9bjc1kYSPAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
const signature =
  "untrusted comment: untrusted c\nRURUgK5fuwIJr0oaDElJX1qD0HGQT8F6gPW/jU767F6djV+YD7StUKvVJtVXPNtJ32Z2Yhz+liw/Yh1XpbWUggFfW3KUVxObggQ=\ntrusted comment: trusted t\n/rf8LN2egNwARSUw60XyDsZoYEP6lwxOtait8fsJD/aXB6rNcTni/jyXGjcGZpf/qhyZS7WD8vPKOvvRls7TBQ==\n";
const data = new TextEncoder().encode("hello\n");

describe("a key and a signature that minisign made", () => {
  test("are read, and the signature holds", () => {
    const key = readPublicKey(publicText, "a.pub");
    expect(showKeyId(key.id)).toBe("AF0902BB5FAE8054");
    expect(verifyBytes(data, signature, key, "x.minisig")).toBe("trusted t");
  });

  test("sign the same bytes as we do: Ed25519 has one signature of a text", () => {
    const made = signBytes(data, readSecretKey(secretText, "a.key"), "trusted t");
    expect(made.split("\n").slice(1)).toEqual(signature.split("\n").slice(1));
  });

  test("are refused with any character of a line changed, so that no two texts are one key", () => {
    const key = readPublicKey(publicText, "a.pub");
    const [, line = ""] = signature.split("\n");
    for (let at = 0; at < line.length; at += 1) {
      const other = line[at] === "A" ? "B" : "A";
      const changed = signature.replace(line, line.slice(0, at) + other + line.slice(at + 1));
      expect(() => verifyBytes(data, changed, key, "x.minisig")).toThrow();
    }
  });
});

test("a secret key with a password is refused with a way out", () => {
  const bytes = Buffer.from(secretText.split("\n")[1] ?? "", "base64");
  bytes.write("Sc", 2, "latin1");
  expect(() => readSecretKey(bytes.toString("base64"), "a.key")).toThrow(/protected by a password/);
});
