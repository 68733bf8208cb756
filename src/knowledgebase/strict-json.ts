/**
 * JSON as a curator must write it. `JSON.parse` keeps the last of two equal keys, rounds big integers
 * and gives no line; here each of these is a problem with its place.
 */
import type { Node } from "jsonc-parser";
import { findNodeAtLocation, parseTree, visit } from "jsonc-parser";
import type { Problem, ProblemWhere } from "../model/problem.ts";
import { makeProblem } from "../model/problem.ts";
import { describeSyntaxError } from "./json-syntax-error.ts";

export type JsonPath = readonly (string | number)[];

export interface ParsedJson {
  readonly file: string;
  /** Undefined when there are problems. */
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** Line, column and JSON pointer of the value at a path, or of the nearest value around it. */
  readonly where: (path: JsonPath, at?: "value" | "key") => ProblemWhere;
}

/** Nesting of honest files is below 12; deeper ones could only exhaust the stack. */
const maxDepth = 64;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);
/** Control characters and the marks that turn the direction of text. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Reads strict UTF-8 JSON. `file` is the base name that problems print. Never throws on any bytes. */
export function parseStrictJson(bytes: Uint8Array, file: string): ParsedJson {
  const decoded = decode(bytes, file);
  if (typeof decoded !== "string")
    return { file, data: undefined, problems: [decoded], where: () => ({ file }) };
  const tooDeep = findTooDeep(decoded);
  const problems =
    tooDeep === null
      ? findFaults(decoded, file)
      : [faultAt(decoded, file, { offset: tooDeep, ...depthFault })];
  return {
    file,
    data: problems.length === 0 ? JSON.parse(decoded) : undefined,
    problems,
    where: makeLocator(decoded, file),
  };
}

interface Fault {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

const depthFault = { code: "json-too-deep", message: `nested deeper than ${maxDepth} levels` };

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

/** The offset of the first bracket that nests too deep; the parser's own recursion is not safe before this. */
function findTooDeep(text: string): number | null {
  let depth = 0;
  let inString = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (inString) {
      if (character === "\\") offset += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth > maxDepth) return offset;
  }
  return null;
}

function findFaults(text: string, file: string): Problem[] {
  const faults: Fault[] = [];
  const keysOfOpenObjects: Map<string, number>[] = [];
  const checkText = (value: string, offset: number): void => {
    if (unprintable.test(value)) {
      faults.push({
        offset,
        code: "json-control-character",
        message: "a text holds a control character",
      });
    }
  };
  visit(
    text,
    {
      onObjectBegin: () => void keysOfOpenObjects.push(new Map()),
      onObjectEnd: () => void keysOfOpenObjects.pop(),
      onObjectProperty(key, offset) {
        const seen = keysOfOpenObjects.at(-1);
        const first = seen?.get(key);
        checkText(key, offset);
        if (forbiddenKeys.has(key)) {
          faults.push({
            offset,
            code: "json-forbidden-key",
            message: `the key "${key}" is not allowed`,
          });
        } else if (first !== undefined) {
          const { line, column } = positionOf(text, first);
          const message = `the key "${key}" is already at ${line}:${column}`;
          faults.push({ offset, code: "json-duplicate-key", message });
        }
        seen?.set(key, first ?? offset);
      },
      onLiteralValue(value: unknown, offset, length) {
        if (typeof value === "string") checkText(value, offset);
        if (typeof value === "number" && losesDigits(value)) {
          const message = `the number ${text.slice(offset, offset + Math.min(length, 40))} loses digits`;
          faults.push({
            offset,
            code: "json-number-loses-digits",
            message,
            hint: "Write it as text.",
          });
        }
      },
      onError: (error, offset) =>
        void faults.push({
          offset,
          code: "json-syntax",
          ...describeSyntaxError(text, error, offset),
        }),
    },
    { disallowComments: true },
  );
  return dropRepeats(faults).map((fault) => faultAt(text, file, fault));
}

function losesDigits(value: number): boolean {
  return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}

/** A parser that recovers tells the same fault again at the next token: of syntax faults the first is kept. */
function dropRepeats(faults: readonly Fault[]): Fault[] {
  const syntax = faults.find((fault) => fault.code === "json-syntax");
  return faults.filter((fault) => fault.code !== "json-syntax" || fault === syntax);
}

function faultAt(text: string, file: string, fault: Fault): Problem {
  const message = `${fault.message[0]?.toUpperCase()}${fault.message.slice(1)}.`;
  return makeProblem(fault.code, "error", message, {
    where: { file, ...positionOf(text, fault.offset) },
    ...(fault.hint === undefined ? {} : { hint: fault.hint }),
  });
}

/** 1-based line and column (in UTF-16 units, as editors count) of an offset. */
function positionOf(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (
    let end = text.indexOf("\n");
    end !== -1 && end < offset;
    end = text.indexOf("\n", end + 1)
  ) {
    line += 1;
    lineStart = end + 1;
  }
  return { line, column: offset - lineStart + 1 };
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
