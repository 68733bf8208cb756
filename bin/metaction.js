#!/usr/bin/env node
import { openBundle } from "./bundle.js";
import { loading, scanning } from "./v8-flags.js";

// Before anything is loaded: without this accessor no key read from a file can reach Object.prototype.
delete Object.prototype.__proto__;

// This file is a module: one whose promise never settles ends with an exit code.
const bundle = openBundle();
const { main } = bundle.load("main.cjs");
let isPrepared = false;
const prepared = () => {
  isPrepared = true;
};
process.exitCode = await main(process.argv.slice(2), process, { prepared, loading, scanning });
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
