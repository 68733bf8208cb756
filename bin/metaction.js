#!/usr/bin/env node
// Before anything is loaded: without this accessor no key read from a file can reach Object.prototype.
delete Object.prototype.__proto__;

const { main } = await import("../dist/cli/main.js");
process.exitCode = await main(process.argv.slice(2), process);
