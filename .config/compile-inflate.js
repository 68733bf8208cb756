/**
 * Compiles `src/io/assembly/` into the text of `src/io/bgzf/inflate-module.ts`, which is committed: so tests, the bundle, the
 * library and worker threads import it like any module. `test/contract/inflate-module.test.ts` holds it to its source.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The text that `src/io/bgzf/inflate-module.ts` should have. */
async function compileInflate() {
  let binary = null;
  let messages = "";
  const args = ["src/io/assembly/inflate.ts", "--baseDir", root, "--outFile", "inflate.wasm"];
  const options = ["-O3", "--converge", "--runtime", "stub", "--noAssert", "--use", "abort="];
  const { error } = await asc.main(
    [...args, ...options, "--enable", "simd", "--enable", "bulk-memory"],
    {
      stderr: {
        write(text) {
          messages += text;
        },
      },
      writeFile(_, content) {
        binary = content;
      },
    },
  );
  if (error || binary === null) throw new Error(messages || "the compiler wrote nothing");
  const lines =
    Buffer.from(binary)
      .toString("base64")
      .match(/.{1,90}/gu) ?? [];
  const head = "/** `io/assembly/inflate.ts`, compiled by `npm run build:inflate`, in base64. */\n";
  return `${head}export const inflateModule = \`\n${lines.join("\n")}\n\`;\n`;
}

const text = await compileInflate();
if (process.argv.includes("--print")) process.stdout.write(text);
else writeFileSync(`${root}src/io/bgzf/inflate-module.ts`, text);
