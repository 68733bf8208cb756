import type { Assembly } from "../model/locus.ts";
import type { ReportProblem } from "../model/problem.ts";

/** What the knowledgebase knows of one allele, for files that carry no annotation of their own. */
export interface KnownAllele {
  /** Current HGNC symbol. */
  readonly gene: string;
  /** Any writing that `parseProteinChange` reads. */
  readonly proteinChange: string | null;
  /** HGVS coding change: `c.1799T>A`. */
  readonly codingChange: string | null;
  /** The transcript that both changes are numbered by. */
  readonly transcript: string | null;
  /** Sequence Ontology terms. */
  readonly terms: readonly string[];
}

/** What annotation needs to know beside the call. */
export interface AnnotationContext {
  readonly assembly: Assembly;
  /** By `alleleKey` of the normalized allele. */
  knownAllele(key: string): KnownAllele | undefined;
  /** The current HGNC symbol of a symbol or an unambiguous alias; null when the knowledgebase does not know it. */
  currentSymbol(symbolOrAlias: string): string | null;
  readonly report?: ReportProblem | undefined;
}
