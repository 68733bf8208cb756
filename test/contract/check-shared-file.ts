import { fileURLToPath } from "node:url";
import { fileSource } from "../../src/io/byte-source.ts";
import type { Problem } from "../../src/model/problem.ts";
import { checkFile, type CheckedFile, type CheckOptions } from "../../src/run/check/check-input.ts";

/** Public conformance files and fault files, used in place where they are. */
export const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));

/** Checks a file of the neighbor folder as `metaction check` does. */
export async function checkSharedFile(
  path: string,
  options: Partial<CheckOptions> = {},
): Promise<CheckedFile> {
  return await checkFile(fileSource(`${shared}${path}`), { allowTruncated: false, ...options });
}

/** What speaks about the file: naming the tumor is left to the user, and says nothing about the file. */
export function problemsOf(checked: CheckedFile): Problem[] {
  return checked.kinds
    .filter(({ code }) => code !== "tumor-sample-undecided")
    .flatMap(({ examples }) => examples);
}
