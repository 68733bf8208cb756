import { parseGenotype } from "./genotype.ts";
import { readCount, readFloat } from "./number.ts";

/** One ALT of a record, as the rules need it. */
export interface AlleleInRecord {
  readonly ref: string;
  readonly alt: string;
  /** 1-based. */
  readonly altIndex: number;
  readonly altCount: number;
}

/** What a rule reads for one ALT; null where the fields do not tell. */
interface Reading {
  readonly vaf: number | null;
  readonly altReads: number | null;
  /** Reads that the rule itself counts. */
  readonly depth: number | null;
}

/** Items of one FORMAT field of the tumor sample, split at commas; null when the field is absent or `.`. */
export type FieldItems = (key: string) => readonly string[] | null;

/** A way in which callers write VAF and depth. */
export interface SupportRule {
  /** As printed in the report. */
  readonly title: string;
  /** FORMAT keys that must be declared or present. */
  readonly keys: readonly string[];
  /** The key that the depth comes from before FORMAT/DP, where the rule has its own. */
  readonly depthKey?: string;
  /** Null when the fields are absent, or not of the form that this rule reads. */
  read(items: FieldItems, allele: AlleleInRecord): Reading | null;
}

/** Depths of all alleles, reference first. A lone number is not of this form: VarScan's AD is one. */
function readAlleleDepths(
  depths: readonly string[] | null,
  total: number | null,
  { altIndex, altCount }: AlleleInRecord,
): Reading | null {
  if (depths === null || depths.length !== altCount + 1) return null;
  const counts = depths.map((depth) => readCount(depth));
  const altReads = counts[altIndex] ?? null;
  if (altReads === null) return null;
  const known = counts.filter((count) => count !== null);
  const sum = known.length === counts.length ? addUp(known) : null;
  return fraction(altReads, sum ?? total, sum);
}

/** Counts of the ALTs in one field and of the reference in another. */
function readSeparateCounts(
  alts: readonly string[] | null,
  refReads: number | null,
  { altIndex, altCount }: AlleleInRecord,
): Reading | null {
  if (alts === null || alts.length !== altCount || refReads === null) return null;
  const counts = alts.map((count) => readCount(count)).filter((count) => count !== null);
  if (counts.length !== altCount) return null;
  const total = refReads + addUp(counts);
  return fraction(counts[altIndex - 1] ?? 0, total, total);
}

/** Counts by allele on both strands, added up; null where either field is absent or of another length. */
function addStrands(
  forward: readonly string[] | null,
  reverse: readonly string[] | null,
): readonly string[] | null {
  if (forward === null || reverse === null || forward.length !== reverse.length) return null;
  return forward.map((count, index) => {
    const [one, other] = [readCount(count), readCount(reverse[index])];
    return one === null || other === null ? "." : String(one + other);
  });
}

/** Null where a strand is not counted. */
function sumOfStrands(forward: number | null, reverse: number | null): number | null {
  return forward === null || reverse === null ? null : forward + reverse;
}

/** Fractions of the ALTs, with or without that of the reference before them. */
function readFractions(
  fractions: readonly string[] | null,
  { altIndex, altCount }: AlleleInRecord,
): Reading | null {
  if (fractions === null) return null;
  const extra = fractions.length - altCount;
  if (extra !== 0 && extra !== 1) return null;
  const vaf = readFloat(fractions[altIndex - 1 + extra]);
  return vaf === null ? null : { vaf, altReads: null, depth: null };
}

/** Octopus gives a frequency for each haplotype of the genotype; the last ones are the somatic ones. */
function readHaplotypes(items: FieldItems, altIndex: number): Reading | null {
  const genotype = parseGenotype(items("GT")?.join() ?? "");
  const frequencies = (items("MAP_HF") ?? []).map((frequency) => readFloat(frequency));
  if (genotype === null || frequencies.length !== genotype.length) return null;
  const held = frequencies.filter((_, index) => genotype[index] === altIndex);
  const known = held.filter((frequency) => frequency !== null);
  if (known.length < held.length) return null;
  // Each is rounded to two digits.
  return { vaf: Math.min(1, addUp(known)), altReads: null, depth: null };
}

/** One frequency, of what is somatic: that of the ALT where only the last haplotype holds it. */
function readSomaticHaplotype(items: FieldItems, { altCount }: AlleleInRecord): Reading | null {
  const genotype = parseGenotype(items("GT")?.join() ?? "") ?? [];
  if (altCount !== 1 || genotype.indexOf(1) !== genotype.length - 1) return null;
  const vaf = readFloat(items("MAP_VAF")?.[0]);
  return vaf === null ? null : { vaf, altReads: null, depth: null };
}

function fraction(altReads: number, total: number | null, depth: number | null): Reading {
  return { vaf: total === null || total === 0 ? null : altReads / total, altReads, depth };
}

function addUp(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Strelka's first tier: the count that its documentation takes the allele fraction from. */
function firstTier(items: FieldItems, key: string): number | null {
  return readCount(items(key)?.[0]);
}

function single(items: FieldItems, key: string): number | null {
  const values = items(key);
  return values?.length === 1 ? readCount(values[0]) : null;
}

/**
 * The rules in the order in which they are tried: counts before fractions, one caller's own fields before those
 * that several share.
 */
export const supportRules: readonly SupportRule[] = [
  {
    title: "FORMAT/AD",
    keys: ["AD"],
    read: (items, allele) => readAlleleDepths(items("AD"), single(items, "DP"), allele),
  },
  {
    title: "FORMAT/FREQ, RD and AD of VarScan",
    keys: ["FREQ", "RD", "AD"],
    read: (items, { altCount }) => {
      const percent = /^([\d.]{1,20})%$/.exec(items("FREQ")?.[0] ?? "")?.[1];
      const altReads = single(items, "AD");
      const refReads = single(items, "RD");
      // The exponent, and no division, keeps 48.7 % at 0.487.
      const vaf = readFloat(percent === undefined ? undefined : `${percent}e-2`);
      if (altCount !== 1 || vaf === null) return null;
      const depth = refReads === null || altReads === null ? null : refReads + altReads;
      return { vaf, altReads, depth };
    },
  },
  {
    title: "FORMAT/RD and AD of one ALT",
    keys: ["RD", "AD"],
    read: (items, { altCount }) => {
      const altReads = single(items, "AD");
      const refReads = single(items, "RD");
      if (altCount !== 1 || altReads === null || refReads === null) return null;
      return fraction(altReads, refReads + altReads, refReads + altReads);
    },
  },
  {
    title: "FORMAT/ADF and ADR",
    keys: ["ADF", "ADR"],
    read: (items, allele) =>
      readAlleleDepths(addStrands(items("ADF"), items("ADR")), single(items, "DP"), allele),
  },
  {
    title: "FORMAT/AU, CU, GU and TU of Strelka, tier 1",
    keys: ["AU", "CU", "GU", "TU"],
    read: (items, { ref, alt }) => {
      if (ref.length !== 1 || alt.length !== 1) return null;
      const refReads = firstTier(items, `${ref.toUpperCase()}U`);
      const altReads = firstTier(items, `${alt.toUpperCase()}U`);
      if (refReads === null || altReads === null) return null;
      return fraction(altReads, refReads + altReads, refReads + altReads);
    },
  },
  {
    title: "FORMAT/TAR and TIR of Strelka, tier 1",
    keys: ["TAR", "TIR"],
    read: (items, { altCount }) => {
      const refReads = firstTier(items, "TAR");
      const altReads = firstTier(items, "TIR");
      if (altCount !== 1 || refReads === null || altReads === null) return null;
      return fraction(altReads, refReads + altReads, refReads + altReads);
    },
  },
  {
    title: "FORMAT/PU and NU of PR and NR of cgpPindel",
    keys: ["PU", "NU", "PR", "NR"],
    read: (items, { altCount }) => {
      const [forward, reverse] = [single(items, "PU"), single(items, "NU")];
      const [total, others] = [single(items, "PR"), single(items, "NR")];
      if (altCount !== 1 || forward === null || reverse === null) return null;
      if (total === null || others === null) return null;
      return fraction(forward + reverse, total + others, total + others);
    },
  },
  {
    title: "FORMAT/FAZ to RTZ of CaVEMan",
    keys: ["FAZ", "FCZ", "FGZ", "FTZ", "RAZ", "RCZ", "RGZ", "RTZ"],
    read: (items, { ref, alt, altCount }) => {
      if (altCount !== 1 || ref.length !== 1 || alt.length !== 1) return null;
      const counts = new Map(
        ["A", "C", "G", "T"].map((base) => [
          base,
          sumOfStrands(single(items, `F${base}Z`), single(items, `R${base}Z`)),
        ]),
      );
      const known = [...counts.values()].filter((count) => count !== null);
      const altReads = counts.get(alt.toUpperCase()) ?? null;
      if (altReads === null || known.length < counts.size) return null;
      return fraction(altReads, addUp(known), addUp(known));
    },
  },
  {
    title: "FORMAT/ADT",
    keys: ["ADT"],
    depthKey: "DPT",
    read: (items, allele) => readAlleleDepths(items("ADT"), single(items, "DPT"), allele),
  },
  {
    title: "FORMAT/FAO and FDP of Ion Torrent",
    keys: ["FAO", "FDP"],
    depthKey: "FDP",
    read: (items, { altIndex, altCount }) => {
      const counts = items("FAO");
      const depth = single(items, "FDP");
      const altReads = readCount(counts?.[altIndex - 1]);
      if (counts?.length !== altCount || depth === null || altReads === null) return null;
      return fraction(altReads, depth, depth);
    },
  },
  {
    title: "FORMAT/NV and NR of Platypus",
    keys: ["NV", "NR"],
    read: (items, { altIndex, altCount }) => {
      const counts = items("NV");
      const depths = items("NR");
      const altReads = readCount(counts?.[altIndex - 1]);
      const depth = readCount(depths?.[altIndex - 1]);
      if (counts?.length !== altCount || depths?.length !== altCount) return null;
      return altReads === null || depth === null ? null : fraction(altReads, depth, depth);
    },
  },
  {
    title: "FORMAT/AO and RO",
    keys: ["AO", "RO"],
    read: (items, allele) => readSeparateCounts(items("AO"), single(items, "RO"), allele),
  },
  {
    title: "FORMAT/DP4",
    keys: ["DP4"],
    read: (items, { altCount }) => {
      const counts = (items("DP4") ?? []).map((count) => readCount(count));
      const known = counts.filter((count) => count !== null);
      if (altCount !== 1 || known.length !== 4 || counts.length !== 4) return null;
      return fraction(addUp(known.slice(2)), addUp(known), addUp(known));
    },
  },
  ...["AF", "VAF", "FA"].map((key) => ({
    title: `FORMAT/${key}`,
    keys: [key],
    read: (items: FieldItems, allele: AlleleInRecord) => readFractions(items(key), allele),
  })),
  {
    title: "FORMAT/VF of Illumina",
    keys: ["VF"],
    // Callers of structural variants count fragments under this key.
    read: (items, allele) =>
      items("VF")?.every((item) => item.includes(".")) === true
        ? readFractions(items("VF"), allele)
        : null,
  },
  {
    title: "FORMAT/CLCAD2 of CLC Genomics Workbench",
    keys: ["CLCAD2"],
    // The reference is counted where the genotype holds it alone, so that the counts do not add up to the coverage (manual, VCF export).
    read: (items, allele) => {
      const { altReads = null, depth = null } =
        readAlleleDepths(items("CLCAD2"), null, allele) ?? {};
      return altReads === null ? null : fraction(altReads, single(items, "DP") ?? depth, null);
    },
  },
  {
    title: "FORMAT/MAP_HF of Octopus",
    keys: ["MAP_HF"],
    read: (items, { altIndex }) => readHaplotypes(items, altIndex),
  },
  {
    title: "FORMAT/MAP_VAF of Octopus",
    keys: ["MAP_VAF"],
    read: (items, allele) => readSomaticHaplotype(items, allele),
  },
];
