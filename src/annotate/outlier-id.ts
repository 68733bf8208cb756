import type { Measured } from "../model/alteration.ts";

/** The gene and, of a phosphosite, its residues: `ERBB2`, `ERBB2 Y1248`. */
export function nameRow({
  gene,
  site,
}: {
  readonly gene: string;
  readonly site?: string | undefined;
}): string {
  return site === undefined ? gene : `${gene} ${site}`;
}

/** The id of an outlier's observation, stable and unique in a case: `expression:protein:ERBB2:up`, `expression:phosphosite:ERBB2 Y1248:up`. */
export function outlierId(outlier: {
  readonly molecule: Measured;
  readonly gene: string;
  readonly site?: string | undefined;
  readonly call: string;
}): string {
  return `expression:${outlier.molecule}:${nameRow(outlier)}:${outlier.call}`;
}
