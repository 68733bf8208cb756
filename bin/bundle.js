/**
 * Loads the files of `dist/cli` as CommonJS, with what V8 has compiled of them before where `metaction prepare` kept that: a
 * short run spends a quarter of its time on compiling. Node's own cache (`module.enableCompileCache`) keeps a file as it is
 * when it is loaded, before its functions are compiled, and gains nothing here.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

const folder = fileURLToPath(new URL("../dist/cli/", import.meta.url));
const beginning = "(function (exports, require, module, __filename, __dirname) {";
/** V8 copies what does not begin at such an address. */
const alignment = 16;

/**
 * What V8 compiled fits one version of it on one kind of machine; of other sources it says nothing but their length, so
 * that the build has to be named.
 */
function cachePath() {
  const { version, platform, arch } = process;
  const build = readFileSync(join(folder, "build-id.txt"), "latin1").trim();
  return join(folder, "code-cache", `${build}-${version}-${platform}-${arch}.bin`);
}

/** Compiled code and its checksum by the name of its file; empty where there is none that can be read. */
function readCache() {
  try {
    const bytes = readFileSync(cachePath());
    const start = 4 + bytes.readUInt32LE(0);
    const entries = JSON.parse(bytes.toString("utf8", 4, start));
    return new Map(
      entries.map(([name, from, size, sum]) => [
        name,
        { data: bytes.subarray(from, from + size), sum },
      ]),
    );
  } catch {
    return new Map();
  }
}

/** V8 holds code to its checksum in debug builds alone: a release runs what is damaged, and dies of it. */
function soundCode(kept) {
  return kept !== undefined && crc32(kept.data) === kept.sum ? kept.data : undefined;
}

/**
 * The program: `load` gives what a file exports; `keep` writes down what of all loaded files is compiled by now, unless all of
 * them began with kept code.
 */
export function openBundle() {
  const cache = readCache();
  const requireOther = createRequire(join(folder, "main.cjs"));
  const modules = new Map();
  const scripts = new Map();

  function load(name) {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const filename = join(folder, name);
    const script = new Script(`${beginning}${readFileSync(filename, "utf8")}\n})`, {
      filename,
      columnOffset: -beginning.length,
      cachedData: soundCode(cache.get(name)),
    });
    scripts.set(name, script);
    script
      .runInThisContext()
      .call(module.exports, module.exports, requireAny, module, filename, folder);
    return module.exports;
  }

  function requireAny(id) {
    return id.startsWith("./") ? load(id.slice(2)) : requireOther(id);
  }

  function keep() {
    const isKept = [...scripts.values()].every((script) => script.cachedDataRejected === false);
    if (!isKept) writeCache(scripts);
  }

  return { load, keep };
}

/** Replaces the file in one step, because another process may be starting. */
function writeCache(scripts) {
  const path = cachePath();
  const parts = [...scripts].map(([name, script]) => {
    const data = script.createCachedData();
    return { name, data, sum: crc32(data) };
  });
  const place = (from) => {
    let at = from;
    return parts.map(({ name, data, sum }) => {
      const start = Math.ceil(at / alignment) * alignment;
      at = start + data.length;
      return [name, start, data.length, sum];
    });
  };
  // The list of places is itself before them: with room for its longest form, in which every place is as long as the last.
  const room = 4 + JSON.stringify(place(1e9)).length;
  const entries = place(room);
  const head = JSON.stringify(entries).padEnd(room - 4);
  const [, lastStart = room, lastSize = 0] = entries.at(-1) ?? [];
  const bytes = Buffer.alloc(lastStart + lastSize);
  bytes.writeUInt32LE(room - 4);
  bytes.write(head, 4);
  for (const [index, { data }] of parts.entries()) data.copy(bytes, entries[index][1]);
  mkdirSync(join(folder, "code-cache"), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
