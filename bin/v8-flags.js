/**
 * What V8 is told of a program that mostly runs for less than a second. What was compiled before, of our files and of Node's own
 * modules, V8 takes under the flags alone that it was compiled under: so the usual ones hold while something is loaded. (With
 * others a thread takes 50 ms to start and not 33.)
 */
import { setFlagsFromString } from "node:v8";

/**
 * Node compiles so eagerly what it has seen a few times that a sixth of the CPU of a short run goes there. The flag that makes it wait
 * is another one in each version, and one that is not known is complained about: its usual value, ours, and that for a scan,
 * where each thread would compile the same again.
 */
const compiling = {
  20: { flag: "--interrupt-budget", usual: 67_584, early: 600_000, scan: 2_500_000 },
  24: { flag: "--invocation-count-for-maglev", usual: 400, early: 4_000, scan: 16_000 },
};

/**
 * For a scan: the young generation grows no further, and is collected by the thread that made it. What a scan makes is short-lived, but V8
 * takes its amount for a reason to double that memory again and again; and threads that would help have their own work, so
 * that one waits for the others.
 */
const collecting = {
  usual: ["--semi-space-growth-factor=2", "--parallel-scavenge"],
  scan: ["--semi-space-growth-factor=1", "--no-parallel-scavenge"],
};
const [major] = process.versions.node.split(".");
const isKnown = Number(major) >= 20 && Number(major) <= 24;
const own = compiling[major];
const compile = (value) => (own === undefined ? [] : [`${own.flag}=${own[value]}`]);

let ours = compile("early");
let theirs = compile("usual");
let held = 0;

function set(flags) {
  for (const flag of flags) setFlagsFromString(flag);
}

/** From here on the usual flags hold, until the function is called that it gives. */
export function loading() {
  held += 1;
  if (held === 1) set(theirs);
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    held -= 1;
    if (held === 0) set(ours);
  };
}

/** Several threads begin to scan. */
export function scanning() {
  if (!isKnown) return;
  ours = [...compile("scan"), ...collecting.scan];
  theirs = [...compile("usual"), ...collecting.usual];
  if (held === 0) set(ours);
}
