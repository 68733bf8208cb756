const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const opening: ReadonlySet<number> = new Set([0x7b, 0x5b]);
const closing: ReadonlySet<number> = new Set([0x7d, 0x5d]);

/**
 * The bytes of one member of a JSON object, so that the others need not be read; null where it has none of this name. For sound JSON as
 * `JSON.stringify` writes it, without spaces. `name`: nothing in it is escaped.
 */
export function findJsonMember(json: Uint8Array, name: string): Uint8Array | null {
  const key = Buffer.from(`"${name}":`);
  let depth = 0;
  let start = -1;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (byte === quote) {
      if (depth === 1 && start === -1 && key.equals(json.subarray(at, at + key.length))) {
        start = at + key.length;
        at = start - 1;
      } else at = endOfString(json, at);
    } else if (opening.has(byte)) depth += 1;
    else if (closing.has(byte)) {
      depth -= 1;
      if (depth === 0) return start === -1 ? null : json.subarray(start, at);
    } else if (byte === comma && depth === 1 && start !== -1) return json.subarray(start, at);
  }
  return null;
}

/** The place of the quote that ends the string that begins at `start`. */
function endOfString(json: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== quote) at += json[at] === backslash ? 2 : 1;
  return at;
}
