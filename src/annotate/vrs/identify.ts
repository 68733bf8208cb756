/**
 * Computed identifiers of GA4GH VRS 2 objects: sha512t24u over a canonical text of the parts that make an object what it is.
 * https://vrs.ga4gh.org/en/2.0/conventions/computed_identifiers.html
 */
import { createHash } from "node:crypto";
import { compareText } from "../../model/order.ts";

/** A value of a VRS object. */
export type VrsValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly VrsValue[]
  | { readonly [key: string]: VrsValue };

/** Any VRS object: `type` says which parts count. */
export type VrsObject = { readonly type: string } & { readonly [key: string]: VrsValue };

interface Kind {
  /** The parts that are digested, in code point order. */
  readonly keys: readonly string[];
  /** Prefix of the identifier; absent for what is written out inside other objects. */
  readonly prefix?: string;
  /** A list whose order says nothing. */
  readonly unordered?: string;
}

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["SequenceReference", { keys: ["refgetAccession", "type"] }],
  ["LengthExpression", { keys: ["length", "type"] }],
  ["LiteralSequenceExpression", { keys: ["sequence", "type"] }],
  ["ReferenceLengthExpression", { keys: ["length", "repeatSubunitLength", "type"] }],
  ["SequenceLocation", { prefix: "SL", keys: ["end", "sequenceReference", "start", "type"] }],
  ["Allele", { prefix: "VA", keys: ["location", "state", "type"] }],
  ["CisPhasedBlock", { prefix: "CPB", keys: ["members", "type"], unordered: "members" }],
  ["Adjacency", { prefix: "AJ", keys: ["adjoinedSequences", "linker", "type"] }],
  ["Terminus", { prefix: "TM", keys: ["location", "type"] }],
  ["TraversalBlock", { keys: ["component", "orientation", "type"] }],
  ["DerivativeMolecule", { prefix: "DM", keys: ["components", "type"] }],
  ["CopyNumberCount", { prefix: "CN", keys: ["copies", "location", "type"] }],
  ["CopyNumberChange", { prefix: "CX", keys: ["copyChange", "location", "type"] }],
]);

/** The first 24 bytes of SHA-512 in URL-safe base64: 32 letters. Text is taken as UTF-8. */
export function sha512t24u(data: string | Uint8Array): string {
  return createHash("sha512").update(data).digest().subarray(0, 24).toString("base64url");
}

/** The canonical text that is digested; objects inside that have an identifier of their own stand as their digest. */
export function serializeVrs(object: VrsObject): string {
  const kind = kinds.get(object.type);
  if (kind === undefined) throw new TypeError(`no VRS type: ${object.type}`);
  const parts = kind.keys.map((key) => {
    // A part that is absent is written as null.
    const value = object[key] ?? null;
    const isUnordered = kind.unordered === key && Array.isArray(value);
    const text = isUnordered
      ? `[${value.map(serializeValue).toSorted(compareText).join(",")}]`
      : serializeValue(value);
    return `${JSON.stringify(key)}:${text}`;
  });
  return `{${parts.join(",")}}`;
}

/** `ga4gh:VA.0AePZIWZUNsUlQTamyLrjm2HWUw2opLt`; null for a type that has none, such as a sequence expression. */
export function identifyVrs(object: VrsObject): string | null {
  const prefix = kinds.get(object.type)?.prefix;
  return prefix === undefined ? null : `ga4gh:${prefix}.${digestVrs(object)}`;
}

function digestVrs(object: VrsObject): string {
  return sha512t24u(serializeVrs(object));
}

function serializeValue(value: VrsValue): string {
  if (Array.isArray(value)) return `[${value.map(serializeValue).join(",")}]`;
  if (isUntyped(value)) return serializeVrs({ ...value, type: "SequenceReference" });
  if (isVrsObject(value)) {
    const isIdentified = kinds.get(value.type)?.prefix !== undefined;
    return isIdentified ? JSON.stringify(digestVrs(value)) : serializeVrs(value);
  }
  return JSON.stringify(value);
}

function isVrsObject(value: VrsValue): value is VrsObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "type" in value;
}

/** Only a reference to a sequence may stand without its type. */
function isUntyped(value: VrsValue): value is { readonly [key: string]: VrsValue } {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !isVrsObject(value)
  );
}
