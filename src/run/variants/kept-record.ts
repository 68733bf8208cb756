/** A record and the ids of its kept observations, at least one. */
export interface KeptRecord {
  /** 1-based; null when an index led to it. */
  readonly line: number | null;
  readonly ids: readonly string[];
}
