/** The knowledgebase as one file: its canonical text in an envelope with the digest of exactly those bytes. */
import { sha256 } from "../io/sha256.ts";
import type { Refusal } from "../model/refusal.ts";
import { refuse } from "../model/refusal.ts";
import type { Content } from "./content.ts";

const formatKey = '{"format":';
const opening = `${formatKey}"metaction-knowledgebase/1","sha256":"`;
const middle = '","payload":';
const closing = "}\n";
const digestLength = 64;
const payloadStart = opening.length + digestLength + middle.length;

/** Wraps a canonical text; equal content gives equal bytes. */
export function writeBuiltFile(payload: string): { text: string; sha256: string } {
  const digest = sha256(payload);
  return { text: `${opening}${digest}${middle}${payload}${closing}`, sha256: digest };
}

/** True for bytes that begin as a built file does, sound or not. */
export function isBuiltFile(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, opening.length)).startsWith(formatKey);
}

/**
 * Reads a built file. Every byte outside the payload is compared and every byte inside is hashed, so that
 * content of this digest is the content that was checked when it was built; its shape is not checked again.
 * Throws a `Refusal` of kind knowledgebase when one bit is not as it was written. `file`: base name.
 */
export function readBuiltFile(
  bytes: Uint8Array,
  file: string,
): { content: Content; sha256: string } {
  const slice = (start: number, end: number) =>
    new TextDecoder("latin1").decode(bytes.subarray(start, end));
  const payloadEnd = bytes.length - closing.length;
  const digest = slice(opening.length, opening.length + digestLength);
  const isEnvelope =
    payloadEnd > payloadStart &&
    slice(0, opening.length) === opening &&
    slice(opening.length + digestLength, payloadStart) === middle &&
    slice(payloadEnd, bytes.length) === closing;
  if (!isEnvelope) throw refuseFile(file, "is no built knowledgebase, or was changed");
  const payload = bytes.subarray(payloadStart, payloadEnd);
  if (sha256(payload) !== digest)
    throw refuseFile(file, "does not have the content that it was built with");
  return { content: JSON.parse(new TextDecoder().decode(payload)), sha256: digest };
}

function refuseFile(file: string, what: string): Refusal {
  return refuse("knowledgebase", "kb-built-file", `The knowledgebase file ${file} ${what}.`, {
    where: { file },
    hint: "Build it again from its folder, or install it again.",
  });
}
