import type { Phase } from "../../model/observation.ts";
import type { SampleFields } from "./record-context.ts";

/** FORMAT keys that tell the phase, beside GT. */
export const phaseKeys: readonly string[] = ["PS", "PGT", "PID"];

/**
 * The molecule that an allele (1-based among the ALTs) lies on: by GT and PS (VCF 4.5, 1.6.2; phased genotypes without PS are of one
 * set), else by GATK's PGT and PID. Null for a genotype that is not phased.
 */
export function readPhase(sample: SampleFields | null, altIndex: number): Phase | null {
  if (sample === null) return null;
  const genotype = valueOf(sample, "GT");
  const set = valueOf(sample, "PS");
  if (genotype?.includes("|")) {
    return phaseOf(genotype, altIndex, set === undefined ? "GT" : `PS ${set}`);
  }
  const physical = valueOf(sample, "PGT");
  const id = valueOf(sample, "PID");
  if (id === undefined || !physical?.includes("|")) return null;
  // PGT tells the reference from whatever ALT the record has.
  return phaseOf(physical, altIndex === 1 ? 1 : null, `PID ${id}`);
}

function phaseOf(genotype: string, altIndex: number | null, set: string): Phase | null {
  const alleles = genotype.replace(/^\|/, "").split("|");
  const haplotypes = alleles.flatMap((allele, at) =>
    altIndex !== null && allele === String(altIndex) ? [at] : [],
  );
  return haplotypes.length === 0 ? null : { set, haplotypes };
}

function valueOf(sample: SampleFields, key: string): string | undefined {
  const value = sample.value(key);
  return value === "" || value === "." ? undefined : value;
}
