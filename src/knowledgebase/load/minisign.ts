/**
 * Signatures that minisign reads and writes (https://jedisct1.github.io/minisign/): Ed25519 over the BLAKE2b-512 digest of a
 * file, and over that signature with its trusted comment. Secret keys without a password only.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { refuse } from "../../model/refusal.ts";

export interface SecretKey {
  /** 8 bytes. */
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly seed: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

export interface PublicKey {
  readonly id: Uint8Array;
  readonly key: Uint8Array;
}

const keyAlgorithm = "Ed";
const prehashed = "ED";
const untrusted = "untrusted comment: ";
const trusted = "trusted comment: ";
/** DER around the 32 bytes of an Ed25519 key (RFC 8410). */
const privatePrefix = Buffer.from("302e020100300506032b657004220420", "hex");
const publicPrefix = Buffer.from("302a300506032b6570032100", "hex");
/** `Ed`, key derivation, checksum kind, salt, limits: fixed or zero in a key without a password. */
const secretHead = Buffer.concat([Buffer.from("Ed\0\0B2", "latin1"), Buffer.alloc(48)]);
const secretLength = secretHead.length + 8 + 64 + 32;

/** The text of a `.minisig` file. `comment` is signed too; it may not hold a line break. */
export function signBytes(data: Uint8Array, secret: SecretKey, comment: string): string {
  if (/[\r\n]/.test(comment)) throw new Error("a trusted comment is one line");
  const key = createPrivateKey({
    key: Buffer.concat([privatePrefix, secret.seed]),
    format: "der",
    type: "pkcs8",
  });
  const signature = sign(null, digestOf(data), key);
  const global = sign(null, Buffer.concat([signature, Buffer.from(comment)]), key);
  const line = Buffer.concat([Buffer.from(prehashed), secret.id, signature]).toString("base64");
  return [
    `${untrusted}signature of metaction kb sign`,
    line,
    `${trusted}${comment}`,
    global.toString("base64"),
    "",
  ].join("\n");
}

/**
 * The trusted comment of a signature that is of exactly these bytes and by this key. Throws a `Refusal` of kind
 * knowledgebase that says which of the two is not so. `file`: base name of the signature, for messages.
 */
export function verifyBytes(
  data: Uint8Array,
  signatureText: string,
  { id, key }: PublicKey,
  file: string,
): string {
  const { algorithm, keyId, signature, comment, global } = readSignature(signatureText, file);
  if (!Buffer.from(keyId).equals(id)) {
    const text = `${file} is signed by the key ${showKeyId(keyId)}, not by ${showKeyId(id)}`;
    throw refuse("knowledgebase", "kb-signature-key", text, { where: { file } });
  }
  const by = createPublicKey({
    key: Buffer.concat([publicPrefix, key]),
    format: "der",
    type: "spki",
  });
  const signed = algorithm === prehashed ? digestOf(data) : data;
  if (!verify(null, signed, by, signature)) {
    throw refuse("knowledgebase", "kb-signature", `${file} is no signature of this file`, {
      where: { file },
      hint: "The file was changed after it was signed, or it is another file.",
    });
  }
  if (!verify(null, Buffer.concat([signature, Buffer.from(comment)]), by, global)) {
    const text = `the trusted comment of ${file} was changed after it was signed`;
    throw refuse("knowledgebase", "kb-signature", text, { where: { file, line: 3 } });
  }
  return comment;
}

/** As minisign prints it: 16 hexadecimal digits. */
export function showKeyId(id: Uint8Array): string {
  return Buffer.from(id).reverse().toString("hex").toUpperCase();
}

export function formatPublicKey({ id, key }: PublicKey): string {
  const line = Buffer.concat([Buffer.from(keyAlgorithm), id, key]).toString("base64");
  return `${untrusted}minisign public key ${showKeyId(id)}\n${line}\n`;
}

export function formatSecretKey({ id, seed, publicKey }: SecretKey): string {
  const bytes = Buffer.concat([secretHead, id, seed, publicKey, Buffer.alloc(32)]);
  return `${untrusted}minisign secret key without a password\n${bytes.toString("base64")}\n`;
}

/** Reads a public key file, or its second line alone. Throws a `Refusal` of kind usage. */
export function readPublicKey(text: string, file: string): PublicKey {
  const bytes = decodeLine(text.trim().split(/\r?\n/).at(-1) ?? "");
  if (bytes.length !== 42 || bytes.toString("latin1", 0, 2) !== keyAlgorithm) {
    throw refuse("usage", "public-key", `${file} is no minisign public key`);
  }
  return { id: bytes.subarray(2, 10), key: bytes.subarray(10) };
}

/** Reads a secret key file without a password. Throws a `Refusal` of kind usage. */
export function readSecretKey(text: string, file: string): SecretKey {
  const bytes = decodeLine(text.trim().split(/\r?\n/).at(-1) ?? "");
  if (bytes.length !== secretLength || bytes.toString("latin1", 0, 2) !== keyAlgorithm) {
    throw refuse("usage", "secret-key", `${file} is no minisign secret key`);
  }
  if (bytes.readUInt16LE(2) !== 0) {
    throw refuse("usage", "secret-key", `${file} is protected by a password`, {
      hint: "Sign with minisign itself, or with a key of metaction kb keygen or minisign -G -W.",
    });
  }
  const start = secretHead.length;
  return {
    id: bytes.subarray(start, start + 8),
    seed: bytes.subarray(start + 8, start + 40),
    publicKey: bytes.subarray(start + 40, start + 72),
  };
}

interface SignatureFile {
  readonly algorithm: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
  readonly comment: string;
  readonly global: Uint8Array;
}

function readSignature(text: string, file: string): SignatureFile {
  const [, line = "", third = "", fourth = ""] = text.split(/\r?\n/);
  const [bytes, global] = [decodeLine(line), decodeLine(fourth)];
  const algorithm = bytes.toString("latin1", 0, 2);
  const isSound =
    bytes.length === 74 &&
    (algorithm === prehashed || algorithm === keyAlgorithm) &&
    third.startsWith(trusted) &&
    global.length === 64;
  if (!isSound) {
    throw refuse("knowledgebase", "kb-signature-file", `${file} is no minisign signature`, {
      where: { file },
    });
  }
  return {
    algorithm,
    keyId: bytes.subarray(2, 10),
    signature: bytes.subarray(10),
    comment: third.slice(trusted.length),
    global,
  };
}

/** Empty for text that is not exactly the base64 of some bytes: a decoder that skips characters would accept two texts for one key. */
function decodeLine(line: string): Buffer {
  const bytes = Buffer.from(line, "base64");
  return bytes.toString("base64") === line ? bytes : Buffer.alloc(0);
}

function digestOf(data: Uint8Array): Buffer {
  return createHash("blake2b512").update(data).digest();
}
