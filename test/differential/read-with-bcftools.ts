import { execFileSync, spawnSync } from "node:child_process";

/** One record as `bcftools query` prints it; genotypes in the order of the samples. */
export interface QueriedRecord {
  /** CHROM, POS, ID, REF, ALT and FILTER. */
  readonly columns: readonly string[];
  readonly genotypes: readonly string[];
}

/** True where Debian's bcftools, or another, is on the path. */
export function hasBcftools(): boolean {
  return spawnSync("bcftools", ["--version"]).status === 0;
}

/** The records of a file; null when bcftools refuses it. */
export function readWithBcftools(path: string, hasGenotypes: boolean): QueriedRecord[] | null {
  const genotypes = hasGenotypes ? "[\\t%GT]" : "";
  const format = `%CHROM\\t%POS\\t%ID\\t%REF\\t%ALT\\t%FILTER${genotypes}\\n`;
  try {
    const text = execFileSync("bcftools", ["query", "-f", format, path], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1 << 28,
    });
    return text
      .split("\n")
      .slice(0, -1)
      .map((line) => line.split("\t"))
      .map((fields) => ({ columns: fields.slice(0, 6), genotypes: fields.slice(6) }));
  } catch {
    return null;
  }
}
