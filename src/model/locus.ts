/**
 * Genome coordinates with the assembly and the counting convention in the type, so that two builds,
 * or a 1-based and a 0-based number, cannot be mixed without the compiler saying so.
 */

/** The two genome builds that metaction serves. */
export const assemblies = ["GRCh37", "GRCh38"] as const;
export type Assembly = (typeof assemblies)[number];

declare const convention: unique symbol;
/** A 1-based position, as in VCF, HGVS and GFF; a number of another convention does not pass for one. */
export type OneBased = number & { readonly [convention]?: "one-based" };

/** A chromosome under its short name: `1` to `22`, `X`, `Y`, `MT`. See `model/contig-name.ts`. */
export type Contig = string;

/** A closed interval of 1-based positions: `start` and `end` both belong to it. */
export interface Locus<A extends Assembly = Assembly> {
  readonly assembly: A;
  readonly contig: Contig;
  readonly start: OneBased;
  readonly end: OneBased;
}

/** A sequence change on one assembly; `position` is that of the first base of `ref`, as in VCF. */
export interface Allele<A extends Assembly = Assembly> {
  readonly assembly: A;
  readonly contig: Contig;
  readonly position: OneBased;
  readonly ref: string;
  readonly alt: string;
}
