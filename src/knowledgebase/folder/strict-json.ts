/**
 * JSON as a curator must write it. `JSON.parse` keeps the last of two equal keys, rounds big integers
 * and gives no line; here each of these is a problem with its place.
 */
import type { Node } from "jsonc-parser";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import type { Problem, ProblemWhere } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { JsonFault } from "../../io/json/find-json-faults.ts";
import { findJsonFaults } from "../../io/json/find-json-faults.ts";
import { positionOf } from "../../io/json/json-position.ts";

export type JsonPath = readonly (string | number)[];

export interface ParsedJson {
  readonly file: string;
  /** Undefined when there are problems. */
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** Line, column and JSON pointer of the value at a path, or of the nearest value around it. */
  readonly where: (path: JsonPath, at?: "value" | "key") => ProblemWhere;
}

/** Reads strict UTF-8 JSON. `file` is the name that problems print. Never throws on any bytes. */
export function parseStrictJson(bytes: Uint8Array, file: string): ParsedJson {
  const text = decode(bytes, file);
  if (typeof text !== "string") {
    return { file, data: undefined, problems: [text], where: () => ({ file }) };
  }
  const problems = findJsonFaults(text).map((fault) => faultAt(text, file, fault));
  return {
    file,
    data: problems.length === 0 ? JSON.parse(text) : undefined,
    problems,
    where: makeLocator(text, file),
  };
}

function decode(bytes: Uint8Array, file: string): string | Problem {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return makeProblem("json-byte-order-mark", "error", "The file starts with a byte order mark.", {
      where: { file, line: 1, column: 1 },
      hint: "Save it as UTF-8 without a byte order mark.",
    });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return makeProblem("json-not-utf8", "error", "The file is not UTF-8 text.", {
      where: { file },
    });
  }
}

function faultAt(text: string, file: string, fault: JsonFault): Problem {
  const message = `${fault.message[0]?.toUpperCase()}${fault.message.slice(1)}.`;
  return makeProblem(fault.code, "error", message, {
    where: { file, ...positionOf(text, fault.offset) },
    ...(fault.hint === undefined ? {} : { hint: fault.hint }),
  });
}

function makeLocator(text: string, file: string): ParsedJson["where"] {
  let root: Node | undefined;
  return (path, at = "value") => {
    root ??= parseTree(text);
    const node = root && nearestNode(root, path);
    const key =
      at === "key" && node?.parent?.type === "property" ? node.parent.children?.[0] : node;
    return { file, ...positionOf(text, key?.offset ?? 0), pointer: pointerOf(path) };
  };
}

function nearestNode(root: Node, path: JsonPath): Node | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return undefined;
}

/** RFC 6901. */
function pointerOf(path: JsonPath): string {
  return path
    .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}
