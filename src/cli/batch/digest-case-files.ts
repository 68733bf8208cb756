import { basename, resolve } from "node:path";
import { fileSource } from "../../io/byte-source.ts";
import { digestWhole } from "../../io/threads/digest-source.ts";
import { Refusal } from "../../model/refusal.ts";
import type { ReportInput } from "../../model/report.ts";
import { caseFiles } from "./case-files.ts";
import type { PlannedSample } from "./plan-samples.ts";

/**
 * SHA-256 of each file that a case names, in its order, as its report was made of it. A report names its inputs by base names: files of one
 * name in several folders are read again, for two that were exchanged have the same names and the same digests. A file that no reader asked for is
 * read for its digest alone. Null: what was read is not there any more.
 */
export async function digestsOf(
  { caseFile, folder }: Pick<PlannedSample, "caseFile" | "folder">,
  inputs: readonly Pick<ReportInput, "name" | "sha256">[],
): Promise<(string | null)[]> {
  const digests: (string | null)[] = [];
  for (const { file } of caseFiles(caseFile)) {
    const path = resolve(folder, file);
    const named = inputs.filter(({ name }) => name === basename(path));
    const known = new Set(named.map(({ sha256 }) => sha256));
    const [only] = known;
    const digest = only !== undefined && known.size === 1 ? only : await digestFile(path);
    const isRead = digest !== null && (known.size === 0 || known.has(digest));
    digests.push(isRead ? digest : null);
  }
  return digests;
}

/** SHA-256 of a file; null for one that cannot be read, which is said when its sample is made. */
export async function digestFile(path: string): Promise<string | null> {
  try {
    return (await digestWhole(fileSource(path), null)).sha256;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
