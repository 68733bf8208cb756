import { sha256 } from "../io/sha256.ts";
import type { ResponseEntry } from "../model/response-event.ts";

const seal = /^(.*),"sha256":"([0-9a-f]{64})"\}$/su;

/** The text of a new line, with its line feed. `previous` is the digest of the line before it, `recordedAt` the time in UTC. */
export function makeLine(
  { seq, previous }: { seq: number; previous: string },
  recordedAt: string,
  entry: ResponseEntry,
): string {
  const open = JSON.stringify({ seq, previous, recordedAt, entry }).slice(0, -1);
  return `${open},"sha256":"${sha256(open)}"}\n`;
}

/** True when a line, without its line feed, is what was written: its own digest stands at its end. */
export function isUnchanged(line: string): boolean {
  const [, open, digest] = seal.exec(line) ?? [];
  return open !== undefined && sha256(open) === digest;
}
