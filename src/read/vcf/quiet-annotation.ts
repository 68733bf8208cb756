import type { RawAnnotation } from "../../model/observation.ts";
import type { QuietPlace } from "../../model/quiet-place.ts";
import { readInfoBytes } from "./line-bytes.ts";

/** Terms of a transcript beside its coding parts and splice sites (Sequence Ontology), and what they say of a place in a gene that is asked about. */
const quietTerms: ReadonlyMap<string, Exclude<QuietPlace, "other gene">> = new Map([
  ["5_prime_UTR_variant", "untranslated"],
  ["3_prime_UTR_variant", "untranslated"],
  ["intron_variant", "intron"],
  ["upstream_gene_variant", "beside"],
  ["downstream_gene_variant", "beside"],
  ["intergenic_variant", "beside"],
  ["intergenic_region", "beside"],
]);

/** Terms that stand beside those, and say nothing by themselves. */
const besideTerms: ReadonlySet<string> = new Set([
  "non_coding_transcript_variant",
  "NMD_transcript_variant",
]);

/** What says most of a place first. */
const ranked: readonly QuietPlace[] = ["untranslated", "intron", "beside", "other gene"];

/** Columns of the terms and of the gene as VEP and as SnpEff name them. */
const columnsOfTerms = ["CONSEQUENCE", "ANNOTATION"];
const columnsOfGene = ["SYMBOL", "GENE_NAME"];

/**
 * What the annotation of a line by VEP or SnpEff says of its place, when all of it is about places where nothing is read of a gene. Null where more is
 * said, or less. It reads the bytes of the line and decodes nothing. Null in place of the test for files with another annotation,
 * or with several: what these say is heard in full.
 */
export function makeQuietAnnotationTest(
  annotations: readonly Omit<RawAnnotation, "entries">[],
  isAskedAbout: (gene: string) => boolean,
): ((line: Buffer) => QuietPlace | null) | null {
  const [annotation, ...others] = annotations;
  if (annotation === undefined || others.length > 0) return null;
  const names = annotation.fields.map((field) => field.trim().toUpperCase());
  const [terms, symbol] = [columnsOfTerms, columnsOfGene].map((words) =>
    names.findIndex((name) => words.includes(name)),
  );
  if (terms === undefined || symbol === undefined || terms < 0 || symbol < 0) return null;
  const key = `${annotation.dialect}=`;
  const placeOf = rememberPlaces();
  const last = Math.max(terms, symbol);
  /** Of the entries between these places of INFO; columns behind those that count are not looked at. */
  const listenTo = (info: string, from: number, to: number): QuietPlace | null => {
    let found: QuietPlace | null = null;
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
      const place = placeOf(stated);
      if (place === null) return null;
      if (gene !== "") found = stronger(found, isAskedAbout(gene) ? place : "other gene");
      start = end + 1;
    }
    return found;
  };
  return (line) => {
    const info = readInfoBytes(line);
    if (info === null) return null;
    const start = findKey(info, key, 0);
    if (start === -1 || findKey(info, key, start) !== -1) return null;
    const end = info.indexOf(";", start);
    return listenTo(info, start, end === -1 ? info.length : end);
  };
}

/** Of two that were said of one place, the one that says more. */
export function stronger(one: QuietPlace | null, other: QuietPlace): QuietPlace {
  return one !== null && ranked.indexOf(one) < ranked.indexOf(other) ? one : other;
}

/** Behind the key of the next entry of INFO that has it; -1 where there is none. */
function findKey(info: string, key: string, from: number): number {
  if (from === 0 && info.startsWith(key)) return key.length;
  const found = info.indexOf(`;${key}`, from);
  return found === -1 ? -1 : found + 1 + key.length;
}

/** Terms that are remembered; a hostile file may have more. */
const mostRemembered = 1_000;

/** What the terms of a transcript say of a place; null where one of them is about more. */
function rememberPlaces(): (terms: string) => QuietPlace | null {
  const known = new Map<string, QuietPlace | null>();
  return (terms) => {
    const before = known.get(terms);
    if (before !== undefined) return before;
    const place = readTerms(terms.split("&"));
    if (known.size < mostRemembered) known.set(terms, place);
    return place;
  };
}

function readTerms(terms: readonly string[]): QuietPlace | null {
  let found: QuietPlace | null = null;
  for (const term of terms) {
    const place = quietTerms.get(term);
    if (place !== undefined) found = stronger(found, place);
    else if (!besideTerms.has(term)) return null;
  }
  return found;
}
