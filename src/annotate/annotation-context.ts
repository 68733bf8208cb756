import type { Assembly } from "../model/locus.ts";
import type { ReportProblem } from "../model/problem.ts";
import type { GenomeModels } from "./models/transcript.ts";

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
  /** Gene models of the build for our own call; without them only the file and the knowledgebase speak. */
  readonly models?: GenomeModels | undefined;
  /** Prefer our own call to the file's annotation. */
  readonly reannotate?: boolean | undefined;
  /** The current HGNC symbol of a symbol or an unambiguous alias; null when the knowledgebase does not know it. */
  currentSymbol(symbolOrAlias: string): string | null;
  /** Takes `annotation-disagrees`, `annotation-of-other-transcript`, `position-beyond-contig` and the doubts of the annotation's readers, all warnings. */
  readonly report?: ReportProblem | undefined;
}
