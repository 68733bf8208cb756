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
  const verdictOf = rememberVerdicts();
  const last = Math.max(terms, symbol);
  /** Of the entries between these places of INFO; columns behind those that count are not looked at. */
  const saysOnlyIntron = (info: string, from: number, to: number): boolean => {
    let isInIntron = false;
    for (let start = from; start <= to;) {
      const comma = info.indexOf(",", start);
      const end = comma === -1 || comma > to ? to : comma;
      let [stated, gene] = ["", ""];
      for (let column = 0, at = start; column <= last && at <= end; column++) {
        const bar = info.indexOf("|", at);
        const columnEnd = bar === -1 || bar > end ? end : bar;
        if (column === terms) stated = info.slice(at, columnEnd);
        if (column === symbol) gene = info.slice(at, columnEnd);
        at = columnEnd + 1;
      }
      const verdict = verdictOf(stated);
      if (verdict === "elsewhere") return false;
      isInIntron ||= verdict === "intron" && isAskedAbout(gene);
      start = end + 1;
    }
    return isInIntron;
  };
  return (line) => {
    const info = readInfoBytes(line);
    if (info === null) return false;
    const start = findKey(info, key, 0);
    if (start === -1 || findKey(info, key, start) !== -1) return false;
    const end = info.indexOf(";", start);
    return saysOnlyIntron(info, start, end === -1 ? info.length : end);
  };
}

/** Behind the key of the next entry of INFO that has it; -1 where there is none. */
function findKey(info: string, key: string, from: number): number {
  if (from === 0 && info.startsWith(key)) return key.length;
  const found = info.indexOf(`;${key}`, from);
  return found === -1 ? -1 : found + 1 + key.length;
}

/** What the terms of a transcript say of a place: that it lies in its intron, beside its exons, or somewhere else. */
type Verdict = "intron" | "beside" | "elsewhere";

/** Terms that are remembered; a hostile file may have more. */
const mostRemembered = 1_000;

function rememberVerdicts(): (terms: string) => Verdict {
  const known = new Map<string, Verdict>();
  return (terms) => {
    const before = known.get(terms);
    if (before !== undefined) return before;
    const stated = terms.split("&");
    const isBeside = stated.every((term) => besideExons.has(term));
    const verdict = !isBeside
      ? "elsewhere"
      : stated.includes("intron_variant")
        ? "intron"
        : "beside";
    if (known.size < mostRemembered) known.set(terms, verdict);
    return verdict;
  };
}
