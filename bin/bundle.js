/**
 * Loads the files of `dist/cli` as CommonJS, with what V8 has compiled of them before where `metaction prepare` kept that: a
 * short run spends a quarter of its time on compiling. Node's own cache (`module.enableCompileCache`) keeps a file as it is
 * when it is loaded, before its functions are compiled, and gains nothing here.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import { loading } from "./v8-flags.js";

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

/**
 * Compiled code and its checksum (`checksumOf`) by the name of its file; empty where there is none that can be read. The codes stand one after the
 * other, behind them as JSON where each is, and in the last 4 bytes how long that is.
 */
function readCache() {
  try {
    const path = cachePath();
    // A pipe would be waited for, and a device may have no end.
    if (!statSync(path).isFile()) return new Map();
    const bytes = readFileSync(path);
    const listEnd = bytes.length - 4;
    const list = bytes.toString("utf8", listEnd - bytes.readUInt32LE(listEnd), listEnd);
    return new Map(
      JSON.parse(list).map(([name, from, size, sum]) => [
        name,
        { data: bytes.subarray(from, from + size), sum },
      ]),
    );
  } catch {
    return new Map();
  }
}

/**
 * CRC-32 of compiled code and what it was compiled of. V8 holds code to its checksum in debug builds alone: a release runs what
 * is damaged, and dies of it. Of the source it knows the length.
 */
function checksumOf(data, source) {
  return crc32(source, crc32(data));
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
    const loaded = loading();
    try {
      run(name, module);
    } finally {
      loaded();
    }
    return module.exports;
  }

  function run(name, module) {
    const filename = join(folder, name);
    const source = readFileSync(filename);
    const kept = cache.get(name);
    const isSound = kept !== undefined && checksumOf(kept.data, source) === kept.sum;
    const script = new Script(`${beginning}${source.toString("utf8")}\n})`, {
      filename,
      columnOffset: -beginning.length,
      cachedData: isSound ? kept.data : undefined,
    });
    scripts.set(name, { script, source });
    script
      .runInThisContext()
      .call(module.exports, module.exports, requireAny, module, filename, folder);
  }

  function requireAny(id) {
    return id.startsWith("./") ? load(id.slice(2)) : requireOther(id);
  }

  function keep() {
    // Until the end: code fits the flags that it is kept under.
    loading();
    const isKept = [...scripts.values()].every(({ script }) => script.cachedDataRejected === false);
    if (!isKept) writeCache(scripts);
  }

  return { load, keep };
}

/** Replaces the file in one step, because another process may be starting. */
function writeCache(scripts) {
  const path = cachePath();
  const entries = [];
  const parts = [];
  let size = 0;
  for (const [name, { script, source }] of scripts) {
    const data = script.createCachedData();
    const padding = (alignment - (data.length % alignment)) % alignment;
    entries.push([name, size, data.length, checksumOf(data, source)]);
    parts.push(data, Buffer.alloc(padding));
    size += data.length + padding;
  }
  const list = Buffer.from(JSON.stringify(entries));
  const listSize = Buffer.alloc(4);
  listSize.writeUInt32LE(list.length);
  const bytes = Buffer.concat([...parts, list, listSize]);
  mkdirSync(join(folder, "code-cache"), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
