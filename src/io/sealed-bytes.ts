/** A line of JSON and bytes behind it, sealed by the digest of both, so that a changed bit is seen before the content is believed. */
import { createHash } from "node:crypto";

const middle = '","content":';
const lineEnd = "}\n";
const digestLength = 64;

function openingOf(format: string): string {
  return `{"format":"${format}${middle}`;
}

/** `format`: name and version, `metaction-cohort/2`; `content`: JSON in one line. Equal content gives equal bytes. */
export function sealBytes(
  format: string,
  content: string,
  body: Uint8Array,
): { readonly bytes: Buffer; readonly sha256: string } {
  const sealed = Buffer.concat([Buffer.from(`${openingOf(format)}${content}${lineEnd}`), body]);
  const sha256 = createHash("sha256").update(sealed).digest("hex");
  return { bytes: Buffer.concat([sealed, Buffer.from(`${sha256}\n`)]), sha256 };
}

export interface OpenedBytes {
  /** The JSON in UTF-8. */
  readonly content: Buffer;
  readonly body: Buffer;
  /** Of the whole file, seal and all. */
  readonly sha256: string;
}

/**
 * The content and the bytes behind it, as views. Every byte before the digest is hashed once. `not sealed`: no such file of this format and
 * version; `changed`: not the content that it was written with.
 */
export function openSealedBytes(
  bytes: Buffer,
  format: string,
): OpenedBytes | "not sealed" | "changed" {
  const opening = openingOf(format);
  const sealAt = bytes.length - digestLength - 1;
  const lineAt = bytes.indexOf(lineEnd);
  const isWhole =
    bytes.toString("latin1", 0, opening.length) === opening &&
    lineAt >= opening.length &&
    lineAt + lineEnd.length <= sealAt;
  if (!isWhole) return "not sealed";
  const hash = createHash("sha256").update(bytes.subarray(0, sealAt));
  const seal = `${hash.copy().digest("hex")}\n`;
  if (bytes.toString("latin1", sealAt) !== seal) return "changed";
  return {
    content: bytes.subarray(opening.length, lineAt),
    body: bytes.subarray(lineAt + lineEnd.length, sealAt),
    sha256: hash.update(seal).digest("hex"),
  };
}
