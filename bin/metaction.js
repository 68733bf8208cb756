#!/usr/bin/env node
import { createRequire } from "node:module";

// Before anything is loaded: without this accessor no key read from a file can reach Object.prototype.
delete Object.prototype.__proto__;
// Most of this program runs for less than a second. Node 20 compiles so eagerly what it has seen a few times that a sixth of
// the CPU goes there; later ones do not, and may not know the flag.
if (process.versions.node.startsWith("20.")) {
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--interrupt-budget=600000");
}

// The bundle is CommonJS, which starts faster. This file is a module: one whose promise never settles ends with an exit code.
const { main } = createRequire(import.meta.url)("../dist/cli/main.cjs");
process.exitCode = await main(process.argv.slice(2), process);
