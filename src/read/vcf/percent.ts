/** The characters that VCF 4.3 and later write as `%XX` (section 1.2), without the control characters. */
const encoded = new Map([
  ["%3A", ":"],
  ["%3B", ";"],
  ["%3D", "="],
  ["%25", "%"],
  ["%2C", ","],
]);

/**
 * Decodes one value. Before VCF 4.3 a percent sign is itself. An encoded line break or tab stays as it is written, so
 * that no decoded value can break a line of an output; so does every other code, `%7C` among them, which
 * keeps the fields of an annotation apart.
 */
export function decodePercent(text: string, minorVersion: number): string {
  if (minorVersion < 3 || !text.includes("%")) return text;
  return text.replace(/%(?:3A|3B|3D|25|2C)/gi, (code) => encoded.get(code.toUpperCase()) ?? code);
}
