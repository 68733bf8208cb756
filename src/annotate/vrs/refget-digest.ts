import { createHash } from "node:crypto";

/** Bases read at a time. */
const pieceSize = 1 << 22;

/**
 * Refget accession of a sequence: `SQ.` and the first 24 bytes of the SHA-512 of its bases in capitals, in URL-safe base64
 * (https://samtools.github.io/hts-specs/refget.html). `read` gives the bases of a closed 1-based interval.
 */
export function refgetAccession(
  length: number,
  read: (start: number, end: number) => string,
): string {
  const hash = createHash("sha512");
  for (let start = 1; start <= length; start += pieceSize) {
    hash.update(read(start, Math.min(length, start + pieceSize - 1)).toUpperCase());
  }
  return `SQ.${hash.digest().subarray(0, 24).toString("base64url")}`;
}
