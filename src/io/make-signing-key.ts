import { generateKeyPairSync, randomBytes } from "node:crypto";

/** A new Ed25519 key: its seed and public key (32 bytes each), and 8 random bytes to name it by. */
export function makeSigningKey(): { id: Uint8Array; seed: Uint8Array; publicKey: Uint8Array } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  // The key itself is the end of both encodings (RFC 8410).
  const seed = privateKey.export({ format: "der", type: "pkcs8" }).subarray(-32);
  const spki = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
  return { id: randomBytes(8), seed, publicKey: spki };
}
