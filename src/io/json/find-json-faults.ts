/** What `JSON.parse` lets pass or cannot place: every fault of a text with its offset. */
import { visit } from "jsonc-parser";
import { positionOf } from "./json-position.ts";
import { describeSyntaxError } from "./json-syntax-error.ts";

export interface JsonFault {
  /** In UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly code: string;
  /** A sentence without its capital and full stop. */
  readonly message: string;
  readonly hint?: string;
}

/** Nesting of honest files is below 12; deeper ones could only exhaust the stack. */
const maxDepth = 64;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);
/** Control characters and the marks that turn the direction of text. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** All faults of a text in order; empty when it is strict JSON. Safe for text of any depth. */
export function findJsonFaults(text: string): JsonFault[] {
  const tooDeep = findTooDeep(text);
  if (tooDeep === null) return dropRepeats(visitFaults(text));
  const message = `nested deeper than ${maxDepth} levels`;
  return [{ offset: tooDeep, code: "json-too-deep", message }];
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

function visitFaults(text: string): JsonFault[] {
  const faults: JsonFault[] = [];
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
        } else if (first !== undefined && !unprintable.test(key)) {
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
  return faults;
}

function losesDigits(value: number): boolean {
  return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}

/** A parser that recovers tells the same fault again at the next token: of syntax faults the first is kept. */
function dropRepeats(faults: readonly JsonFault[]): JsonFault[] {
  const syntax = faults.find((fault) => fault.code === "json-syntax");
  return faults.filter((fault) => fault.code !== "json-syntax" || fault === syntax);
}
