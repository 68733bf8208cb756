/** Lengths in bases of the chromosomes of both builds, as in UCSC's hg19 and hg38 chromosome size files. */
import type { Assembly, Contig, OneBased } from "../../model/locus.ts";

const names = [...Array.from({ length: 22 }, (_, index) => String(index + 1)), "X", "Y"];

// Chromosomes 1 to 22, X, Y.
const GRCh37 = [
  249250621, 243199373, 198022430, 191154276, 180915260, 171115067, 159138663, 146364022, 141213431,
  135534747, 135006516, 133851895, 115169878, 107349540, 102531392, 90354753, 81195210, 78077248,
  59128983, 63025520, 48129895, 51304566, 155270560, 59373566,
];
const GRCh38 = [
  248956422, 242193529, 198295559, 190214555, 181538259, 170805979, 159345973, 145138636, 138394717,
  133797422, 135086622, 133275309, 114364328, 107043718, 101991189, 90338345, 83257441, 80373285,
  58617616, 64444167, 46709983, 50818468, 156040895, 57227415,
];

/** Both builds use the revised Cambridge sequence; UCSC's hg19 kept an older one. */
const mitochondrion = 16569;
const mitochondrionOfHg19 = 16571;

const lengths: Readonly<Record<Assembly, ReadonlyMap<Contig, number>>> = {
  GRCh37: new Map(names.map((name, index) => [name, GRCh37[index] ?? 0])),
  GRCh38: new Map(names.map((name, index) => [name, GRCh38[index] ?? 0])),
};

/** Length in bases of a chromosome under its short name; undefined for a name that is none. That of `MT` is of the revised Cambridge sequence. */
export function contigLength(contig: Contig, assembly: Assembly): number | undefined {
  return contig === "MT" ? mitochondrion : lengths[assembly].get(contig);
}

/** True when a contig of this length is that of the build. `MT` of 16,569 bases is of both. */
export function hasContigLength(contig: Contig, length: number, assembly: Assembly): boolean {
  if (contig === "MT" && assembly === "GRCh37" && length === mitochondrionOfHg19) return true;
  return contigLength(contig, assembly) === length;
}

/** True when a 1-based position lies behind the last base of its chromosome. */
export function isBeyondContig(contig: Contig, position: OneBased, assembly: Assembly): boolean {
  const length = contigLength(contig, assembly);
  const slack = contig === "MT" ? mitochondrionOfHg19 - mitochondrion : 0;
  return length !== undefined && position > length + slack;
}
