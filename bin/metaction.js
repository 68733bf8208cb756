#!/usr/bin/env node
import { openBundle } from "./bundle.js";

// Before anything is loaded: without this accessor no key read from a file can reach Object.prototype.
delete Object.prototype.__proto__;
// Most of this program runs for less than a second. Node compiles so eagerly what it has seen a few times that a sixth of the
// CPU goes there. The flag that makes it wait is another one in each version, and one that is not known is complained about.
const [major] = process.versions.node.split(".");
const laterCompiling = {
  20: "--interrupt-budget=600000",
  24: "--invocation-count-for-maglev=4000",
};
if (laterCompiling[major] !== undefined) {
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString(laterCompiling[major]);
}

// This file is a module: one whose promise never settles ends with an exit code.
const bundle = openBundle();
const { main } = bundle.load("main.cjs");
let isPrepared = false;
process.exitCode = await main(process.argv.slice(2), process, () => {
  isPrepared = true;
});
if (isPrepared) keepCode();

function keepCode() {
  try {
    bundle.keep();
    process.stderr.write(
      `compiled code of Node ${process.versions.node} is kept beside the program\n`,
    );
  } catch (error) {
    process.stderr.write(`error: nothing is kept beside the program: ${error.message}\n`);
    // As for every output that cannot be written.
    process.exitCode = 5;
  }
}
