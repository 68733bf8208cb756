import type { CopyNumberRow } from "../../read/copy-number/copy-numbers.ts";

/** Bases that segments have to cover before their mean is that of the genome: half of it (3.1 billion, GRCh37 and GRCh38). */
const leastBases = 1_550_000_000;

/** Mean copies of the genome over segments that state copies, weighted by length; null where they cover less than half of it. */
export function meanPloidy(rows: readonly CopyNumberRow[]): number | null {
  let bases = 0;
  let sum = 0;
  for (const { place, copies } of rows) {
    if (place === null || copies === null || !isAutosome(place.contig)) continue;
    const size = place.end - place.start + 1;
    bases += size;
    sum += size * copies;
  }
  return bases < leastBases ? null : sum / bases;
}

function isAutosome(contig: string): boolean {
  return contig !== "X" && contig !== "Y" && contig !== "MT";
}
