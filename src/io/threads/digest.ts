/** Size and SHA-256 of the stored bytes, before any inflating. */
export interface Digest {
  readonly sha256: string;
  readonly bytes: number;
}

/** A digest, and when the file was last changed as its reading began: who reads it besides compares that with what was read. */
export interface FileDigest extends Digest {
  readonly mtimeMs: number;
}
