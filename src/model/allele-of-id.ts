/** An allele as the id of its observation holds it: `small-variant:GRCh38:7:140753336:A:T`; 1-based, trimmed. */
export interface NamedAllele {
  readonly assembly: string;
  readonly contig: string;
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
}

const idOfAllele = /^small-variant:(GRCh3[78]):([^:]+):([1-9]\d{0,9}):([ACGTN]+):([ACGTN]+)$/;

/** Null for an observation whose allele is not known, or that is no small variant. */
export function alleleOfId(observation: string): NamedAllele | null {
  const [, assembly = "", contig = "", position = "", ref = "", alt = ""] =
    idOfAllele.exec(observation) ?? [];
  return assembly === "" ? null : { assembly, contig, position: Number(position), ref, alt };
}
