import { fstatSync, writeSync } from "node:fs";

/**
 * The descriptor of a standard stream that is a file or a device; null for all others. Node hands a text to such a one once and
 * takes what the system took of it for all: a full disk or a limit of the file's size cut it without an error. To pipes, sockets
 * and terminals it writes until all is taken. What went through the stream before is written by then, for it does not wait.
 */
export function fileDescriptor(stream: NodeJS.WritableStream): number | null {
  if (!("fd" in stream) || typeof stream.fd !== "number") return null;
  if ("isTTY" in stream && stream.isTTY === true) return null;
  const target = fstatSync(stream.fd);
  return target.isFIFO() || target.isSocket() ? null : stream.fd;
}

/** Writes until the system has taken the last byte, or throws its error, which comes with the write after a short one. */
export function writeWhole(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  let written = 0;
  while (written < bytes.length) {
    const taken = writeSync(descriptor, bytes, written);
    // A device that is full may say so only in this way.
    if (taken === 0) throw Object.assign(new Error("nothing was taken"), { code: "ENOSPC" });
    written += taken;
  }
}
