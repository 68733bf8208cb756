/** Versions of Node that are known to know the flag: V8 says on stderr which one it does not. */
const known = /^2[0-4]\./u;

/**
 * Lets V8's young generation grow no further. What a scan makes is short-lived, but V8 takes its amount for a reason to double that
 * memory again and again.
 */
export async function keepYoungGeneration(): Promise<void> {
  if (!known.test(process.versions.node)) return;
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--semi-space-growth-factor=1");
}
