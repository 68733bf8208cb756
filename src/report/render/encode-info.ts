import { showUnseen } from "./visible-text.ts";

/**
 * Text as one value of INFO: what has a meaning there (VCF 4.3, section 1.2) and spaces, which older readers refuse, in percent
 * encoding; what cannot be seen is made visible first. Empty text is `.`, the missing value.
 */
export function encodeInfo(text: string): string {
  const encoded = showUnseen(text).replace(
    /[\n %,:;="<>]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return encoded || ".";
}
