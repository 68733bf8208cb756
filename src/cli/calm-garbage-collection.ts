/** Versions of Node that are known to know the flags: V8 says on stderr which one it does not. */
const known = /^2[0-4]\./u;

/**
 * Lets V8's young generation grow no further, and collects it by the thread that made it. What a scan makes is short-lived, but V8
 * takes its amount for a reason to double that memory again and again; and threads that would help have their own work, so that
 * one waits for the others.
 */
export async function calmGarbageCollection(): Promise<void> {
  if (!known.test(process.versions.node)) return;
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--no-parallel-scavenge");
}
