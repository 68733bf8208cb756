import type { RawAnnotation } from "../model/observation.ts";
import { readInfoBytes } from "./vcf-line-bytes.ts";

/** Terms of a transcript that a place inside its intron, or beside it, may have (Sequence Ontology). */
const besideExons: ReadonlySet<string> = new Set([
  "intron_variant",
  "non_coding_transcript_variant",
  "NMD_transcript_variant",
  "upstream_gene_variant",
  "downstream_gene_variant",
  "intergenic_variant",
  "intergenic_region",
]);

/** Columns of the terms and of the gene as VEP and as SnpEff name them. */
const columnsOfTerms = ["CONSEQUENCE", "ANNOTATION"];
const columnsOfGene = ["SYMBOL", "GENE_NAME"];

/**
 * A test that is true for a line whose annotation by VEP or SnpEff puts it into an intron of a gene that is asked about, and nowhere else than into
 * introns or beside genes. It reads the bytes of the line and decodes nothing. Null for files with another annotation, or
 * with several: what these say is heard in full.
 */
export function makeIntronAnnotationTest(
  annotations: readonly Omit<RawAnnotation, "entries">[],
  isAskedAbout: (gene: string) => boolean,
): ((line: Buffer) => boolean) | null {
  const [annotation, ...others] = annotations;
  if (annotation === undefined || others.length > 0) return null;
  const names = annotation.fields.map((field) => field.trim().toUpperCase());
  const [terms, symbol] = [columnsOfTerms, columnsOfGene].map((words) =>
    names.findIndex((name) => words.includes(name)),
  );
  if (terms === undefined || symbol === undefined || terms < 0 || symbol < 0) return null;
  const key = `${annotation.dialect}=`;
  const saysOnlyIntron = (entries: string): boolean => {
    let isInIntron = false;
    for (const entry of entries.split(",")) {
      const columns = entry.split("|", Math.max(terms, symbol) + 1);
      const stated = columns[terms]?.split("&") ?? [];
      if (stated.length === 0 || !stated.every((term) => besideExons.has(term))) return false;
      isInIntron ||= stated.includes("intron_variant") && isAskedAbout(columns[symbol] ?? "");
    }
    return isInIntron;
  };
  return (line) => {
    const info = readInfoBytes(line);
    const stated = info?.split(";").filter((entry) => entry.startsWith(key)) ?? [];
    const [value] = stated;
    return value !== undefined && stated.length === 1 && saysOnlyIntron(value.slice(key.length));
  };
}
