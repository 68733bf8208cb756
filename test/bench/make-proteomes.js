/** Protein tables of a size that laboratories have, from a fixed seed: a cohort as a matrix and as a built file, and one case. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeRandom } from "./make-inputs.js";

/**
 * Writes `case.csv` (sample TUMOR), `cohort.csv` and, by `program`, `cohort.built`: log2 ratios of `genes` symbols that the program knows. A third of the genes lack up
 * to 40 % of their values; one gene in fifty of the case lies six deviations off.
 */
export function makeProteomes(folder, { program, identifiers, genes, samples }) {
  const random = makeRandom(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const known = readFileSync(identifiers, "utf8").trimEnd().split("\n").slice(1);
  const symbols = [...new Set(known.map((line) => line.split("\t", 1)[0]))].filter((name) => name);
  const step = symbols.length / genes;
  const names = Array.from({ length: samples }, (_, index) => `S${index + 1}`);
  const cohort = [`gene,${names.join(",")}\n`];
  const own = ["gene,TUMOR\n"];
  for (let index = 0; index < genes; index++) {
    const symbol = symbols[Math.floor(index * step)];
    const spread = 0.3 + random();
    const missing = random() < 1 / 3 ? 0.4 * random() : 0;
    const draw = () => (random() < missing ? "" : (spread * normal()).toFixed(4));
    cohort.push(`${symbol},${names.map(draw).join(",")}\n`);
    const shift = random() < 0.02 ? (random() < 0.5 ? -6 : 6) * spread : 0;
    own.push(`${symbol},${(spread * normal() + shift).toFixed(4)}\n`);
  }
  writeFileSync(join(folder, "cohort.csv"), cohort.join(""));
  writeFileSync(join(folder, "case.csv"), own.join(""));
  const output = join(folder, "cohort.built");
  const args = [program, "cohort", "build", join(folder, "cohort.csv"), "-o", output];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`cohort build ended with ${status}: ${stderr}`);
}
