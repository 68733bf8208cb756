/**
 * Leaves the declarations that the library's own lead to, and removes those of every other module: a user's compiler never
 * reads them.
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../dist/", import.meta.url));
const relative = /(?:from |import\()"(\.[^"]+)\.tsx?"/gu;

const kept = new Set();
const open = [join(folder, "index.d.ts")];
for (let file = open.pop(); file !== undefined; file = open.pop()) {
  if (kept.has(file)) continue;
  kept.add(file);
  for (const [, name] of readFileSync(file, "utf8").matchAll(relative)) {
    open.push(join(dirname(file), `${name}.d.ts`));
  }
}

for (const name of readdirSync(folder, { recursive: true })) {
  const file = join(folder, name);
  if (file.endsWith(".d.ts") && !kept.has(file)) rmSync(file);
}
