import type { VariantCall } from "../../model/observation.ts";

/** `7:140453136 A>T`, as a name of a variant that has no other; long alleles by their start and length. */
export function nameAllele({ contig, position, ref, alt }: VariantCall["given"]): string {
  return `${contig}:${position} ${shorten(ref)}>${shorten(alt)}`;
}

function shorten(bases: string): string {
  return bases.length <= 30 ? bases : `${bases.slice(0, 10)}...(${bases.length} bases)`;
}
