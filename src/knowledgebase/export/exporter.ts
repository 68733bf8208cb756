/** What every export format offers. A new one is a file here and a line in `exporters.ts`. */
import type { RefgetAccessions } from "../../annotate/vrs/refget-accessions.ts";
import type { Assembly } from "../../model/locus.ts";
import type { GeneModels } from "../folder/knowledgebase-folder.ts";
import type { Knowledgebase } from "../knowledgebase.ts";

export interface ExportOptions {
  /** Of formats that are about one build. */
  readonly assembly: Assembly | null;
  /** `chr7` instead of `7`, and `chrM`. */
  readonly chr: boolean;
  /** Bases of the genome where they are known; null for none. */
  readonly models: GeneModels | null;
  /** Accessions of chromosomes, for GA4GH identifiers. */
  readonly accessions: RefgetAccessions;
  /** Also the genes that statements speak of as a whole. */
  readonly genes: boolean;
}

export interface Exporter {
  /** As in `--format vcf`. */
  readonly id: string;
  readonly title: string;
  /** True when a file of it is about one build. */
  readonly needsAssembly: boolean;
  render(knowledgebase: Knowledgebase, options: ExportOptions): string;
}

/** In the order of sorted files. */
export const contigs: readonly string[] = [
  ...Array.from({ length: 22 }, (_, at) => String(at + 1)),
  "X",
  "Y",
  "MT",
];

/** Place of a contig in sorted files. */
export function contigRank(contig: string): number {
  return contigs.indexOf(contig);
}

/** A contig as the file names it. */
export function nameContig(contig: string, chr: boolean): string {
  if (!chr) return contig;
  return contig === "MT" ? "chrM" : `chr${contig}`;
}
