/** The knowledgebase as one file: its canonical text in an envelope with the digest of exactly those bytes. */
import { findJsonMember } from "../../io/json/json-member.ts";
import { isSealed, openSealed, sealJson } from "../../io/json/sealed-json.ts";
import type { Refusal } from "../../model/refusal.ts";
import { refuse } from "../../model/refusal.ts";
import type { Content } from "../content.ts";

const format = "metaction-knowledgebase/1";

/** Wraps a canonical text; equal content gives equal bytes. */
export function writeBuiltFile(payload: string): { text: string; sha256: string } {
  return sealJson(format, payload);
}

/** True for bytes that begin as a built file does, sound or not. */
export function isBuiltFile(bytes: Uint8Array): boolean {
  return isSealed(bytes);
}

/**
 * Reads a built file. Content of the digest that it states is the content that was checked when it was built; its shape is
 * not checked again. Throws a `Refusal` of kind knowledgebase when one bit is not as it was written. `file`: base name.
 */
export function readBuiltFile(
  bytes: Uint8Array,
  file: string,
): { content: Content; sha256: string } {
  const { payload, sha256 } = openBuiltFile(bytes, file);
  return { content: JSON.parse(new TextDecoder().decode(payload)), sha256 };
}

/** One part of the content, for who asks nothing else: the genes are a sixteenth of it. Throws as `readBuiltFile` does. */
export function readBuiltPart<Name extends "genes" | "manifest">(
  bytes: Uint8Array,
  file: string,
  name: Name,
): { part: Content[Name]; sha256: string } {
  const { payload, sha256 } = openBuiltFile(bytes, file);
  const part = findJsonMember(payload, name);
  if (part === null) throw refuseFile(file, `has no ${name}`);
  return { part: JSON.parse(new TextDecoder().decode(part)), sha256 };
}

function openBuiltFile(
  bytes: Uint8Array,
  file: string,
): { readonly payload: Uint8Array; readonly sha256: string } {
  const opened = openSealed(bytes, format);
  if (opened === "not sealed") throw refuseFile(file, "is no built knowledgebase, or was changed");
  if (opened === "changed") {
    throw refuseFile(file, "does not have the content that it was built with");
  }
  return opened;
}

function refuseFile(file: string, what: string): Refusal {
  return refuse("knowledgebase", "kb-built-file", `The knowledgebase file ${file} ${what}.`, {
    where: { file },
    hint: "Build it again from its folder, or install it again.",
  });
}
