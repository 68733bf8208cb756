/**
 * The command line in a few files: hundreds of small modules and their packages cost more time to start than
 * most cases cost to interpret. Lazily imported commands stay chunks of their own. Node loads CommonJS faster than
 * modules. The library entry is not bundled: `tsc` emits it, and its packages stay dependencies.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const inPackage = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/u;

/** The licence of every package whose code is in the bundle goes with it, as their licences ask. */
const licences = {
  name: "licences",
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules ?? {}));
    const folders = new Set(modules.flatMap((id) => inPackage.exec(id)?.[1] ?? []));
    const texts = [...folders].toSorted().map((folder) => {
      const { name, version, license } = JSON.parse(
        readFileSync(join(folder, "package.json"), "utf8"),
      );
      const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/iu.test(entry));
      if (!file) throw new Error(`${name} has no licence file`);
      return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
    });
    const source = texts.join(`\n${"-".repeat(80)}\n\n`);
    this.emitFile({ type: "asset", fileName: "THIRD-PARTY-LICENSES.txt", source });
  },
};

/** Commander starts processes for commands that are files of their own; ours are not, and loading what that takes is 2 ms. */
const noProcesses = {
  name: "no-processes",
  resolveId: (id, importer) =>
    id === "node:child_process" && importer?.includes("/commander/") ? "\0no-processes" : null,
  load: (id) => (id === "\0no-processes" ? "export default {};" : null),
};

/** What was compiled of one build is no good for another (`bin/bundle.js`). */
const buildId = {
  name: "build-id",
  generateBundle(_, bundle) {
    const hash = createHash("sha256");
    for (const name of Object.keys(bundle).toSorted()) hash.update(bundle[name].code ?? "");
    this.emitFile({
      type: "asset",
      fileName: "build-id.txt",
      source: hash.digest("hex").slice(0, 16),
    });
  },
};

await build({
  cwd: fileURLToPath(new URL("../", import.meta.url)),
  // Beside `dist/knowledgebase.json` at the same depth as in `src/`: paths from `import.meta.url` hold in both.
  // A thread starts from a file of its own.
  input: {
    main: "src/cli/main.ts",
    worker: "src/cli/worker.ts",
    "batch-worker": "src/cli/batch/worker.ts",
  },
  output: {
    dir: "dist/cli",
    format: "cjs",
    // What is written as modules is strict.
    strict: true,
    comments: false,
    // Names stay: they stand in the stack of a bug report.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    // `bin/bundle.js` runs the files as scripts, which cannot import.
    dynamicImportInCjs: false,
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
  },
  platform: "node",
  // jsonc-parser's "main" requires its parts by computed names, which no bundler can follow.
  resolve: { mainFields: ["module", "main"] },
  plugins: [licences, noProcesses, buildId],
});
