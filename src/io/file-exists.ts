import { access } from "node:fs/promises";

/** True for what can be opened by that path. */
export async function fileExists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
