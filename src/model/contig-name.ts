import type { Assembly, Contig } from "./locus.ts";

/** NCBI RefSeq versions of chromosome 1 to 22, X, Y in GRCh37.p13; GRCh38 has the next version of each. */
const grch37Versions = [
  10, 11, 11, 11, 9, 11, 13, 10, 11, 10, 9, 11, 10, 8, 9, 9, 10, 9, 9, 10, 8, 10, 10, 9,
];

/**
 * The short name of a chromosome (`1` to `22`, `X`, `Y`, `MT`) from any name that callers write: with or
 * without `chr` in any case, `M` or `MT`, or the accession of RefSeq or GenBank of GRCh37 or GRCh38 (`NC_000007.13`, `CM000669.1`).
 * Null for everything else: patches, decoys, other builds.
 */
export function normalizeContig(raw: string): Contig | null {
  const name = raw.toUpperCase();
  if (name.startsWith("NC_")) return fromAccession(name);
  if (name.startsWith("CM")) return fromGenBank(name);
  if (name === "J01415.2") return "MT";
  const short = name.startsWith("CHR") ? name.slice(3) : name;
  if (short === "M" || short === "MT") return "MT";
  if (short === "X" || short === "Y") return short;
  return /^[1-9]\d?$/.test(short) && Number(short) <= 22 ? short : null;
}

function fromAccession(name: string): Contig | null {
  const found = /^NC_(\d{6})\.(\d+)$/.exec(name);
  if (!found) return null;
  // The revised Cambridge reference; both builds use it, except UCSC hg19's chrM, which has no NC_ name.
  if (found[1] === "012920") return "MT";
  const number = Number(found[1]);
  const version = grch37Versions[number - 1];
  if (version === undefined || ![version, version + 1].includes(Number(found[2]))) return null;
  return chromosomeOf(number);
}

/** GenBank numbers the chromosomes in a row; GRCh37 is the first version of each, GRCh38 the second. */
function fromGenBank(name: string): Contig | null {
  const found = /^CM(\d{6})\.[12]$/.exec(name);
  const number = found ? Number(found[1]) - beforeChromosome1 : 0;
  return number >= 1 && number <= 24 ? chromosomeOf(number) : null;
}

/** CM000663 is chromosome 1. */
const beforeChromosome1 = 662;

function chromosomeOf(number: number): Contig {
  if (number === 23) return "X";
  return number === 24 ? "Y" : String(number);
}

/** RefSeq accession of a chromosome under its short name: `NC_000007.14`. Null for any other name. */
export function accessionOf(contig: Contig, assembly: Assembly): string | null {
  if (contig === "MT") return "NC_012920.1";
  const number = contig === "X" ? 23 : contig === "Y" ? 24 : Number(contig);
  const version = grch37Versions[number - 1];
  if (version === undefined) return null;
  const own = assembly === "GRCh37" ? version : version + 1;
  return `NC_${String(number).padStart(6, "0")}.${own}`;
}
