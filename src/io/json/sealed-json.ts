/** JSON in an envelope with the digest of exactly its bytes, so that a changed bit is seen before the content is believed. */
import { sha256 } from "../sha256.ts";

const formatKey = '{"format":';
const middle = '","payload":';
const closing = "}\n";
const digestLength = 64;

/** Wraps JSON text; equal content gives equal bytes. `format`: name and version, `metaction-knowledgebase/1`. */
export function sealJson(format: string, payload: string): { text: string; sha256: string } {
  const digest = sha256(payload);
  return { text: `${openingOf(format)}${digest}${middle}${payload}${closing}`, sha256: digest };
}

function openingOf(format: string): string {
  return `${formatKey}"${format}","sha256":"`;
}

/** True for bytes that begin as an envelope of any format does, sound or not. */
export function isSealed(bytes: Uint8Array): boolean {
  return decode(bytes.subarray(0, formatKey.length)) === formatKey;
}

/**
 * The bytes inside. Every byte outside the payload is compared and every byte inside is hashed. `not sealed`: no envelope
 * of this format and version; `changed`: not the content that it was written with.
 */
export function openSealed(
  bytes: Uint8Array,
  format: string,
): { readonly payload: Uint8Array; readonly sha256: string } | "not sealed" | "changed" {
  const opening = openingOf(format);
  const digestEnd = opening.length + digestLength;
  const payloadStart = digestEnd + middle.length;
  const payloadEnd = bytes.length - closing.length;
  const slice = (start: number, end: number): string => decode(bytes.subarray(start, end));
  const isEnvelope =
    payloadEnd > payloadStart &&
    slice(0, opening.length) === opening &&
    slice(digestEnd, payloadStart) === middle &&
    slice(payloadEnd, bytes.length) === closing;
  if (!isEnvelope) return "not sealed";
  const payload = bytes.subarray(payloadStart, payloadEnd);
  const digest = slice(opening.length, digestEnd);
  return sha256(payload) === digest ? { payload, sha256: digest } : "changed";
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
