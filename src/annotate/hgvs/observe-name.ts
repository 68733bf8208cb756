import type { SmallVariant, TranscriptConsequence } from "../../model/alteration.ts";
import type { Locus } from "../../model/locus.ts";
import type { NamedCall, Observation } from "../../model/observation.ts";
import { rankTerms } from "../consequences/rank-terms.ts";

/** What a name says by itself. */
export interface NamedEffect extends Pick<
  TranscriptConsequence,
  "gene" | "terms" | "proteinChange" | "codingChange" | "flags"
> {
  /** What the variant is called beside its gene. */
  readonly name: string;
  /** As of the variant: `SmallVariant`. */
  readonly place?: Locus;
}

/** The variant as it is named, on the row's transcript, without an allele. */
export function observeName(
  { named, support, provenance }: NamedCall,
  { name, terms, place, ...effect }: NamedEffect,
): Observation<SmallVariant> {
  const consequence: TranscriptConsequence = {
    ...effect,
    terms: rankTerms(terms),
    transcript: named.transcript,
    exon: null,
    preferred: true,
    source: "HGVS",
  };
  return {
    id: `small-variant:named:${effect.gene}:${name}`,
    label: `${effect.gene} ${name}`,
    gene: effect.gene,
    alteration: {
      kind: "small-variant",
      allele: null,
      ...(place === undefined ? {} : { place }),
      consequences: [consequence],
      populationFrequency: null,
    },
    support,
    provenance,
  };
}
