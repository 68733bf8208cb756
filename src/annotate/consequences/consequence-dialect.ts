import type { RawAnnotation, VariantCall } from "../../model/observation.ts";

/** What one entry of an annotation says of one transcript, in its own words. */
export interface StatedEffect {
  /** Symbol, or the gene id where there is no symbol. */
  readonly gene: string;
  readonly transcript: string | null;
  /** Sequence Ontology terms as written. */
  readonly terms: readonly string[];
  /** Any writing that `parseProteinChange` reads; null when the entry states none. */
  readonly proteinChange: string | null;
  /** HGVS, with or without a transcript prefix. */
  readonly codingChange: string | null;
  readonly exon: number | null;
  /** How strongly the annotator prefers this transcript, 0 for not at all; compared within a gene. */
  readonly preference: number;
}

/** The preference of the transcript that an annotator marks as MANE Select. */
export const maneSelect = 3;

/** Why an entry about the record was not used, for the user. */
interface Doubt {
  readonly code: string;
  readonly message: string;
}

export interface DialectReading {
  readonly effects: readonly StatedEffect[];
  /** Highest allele frequency of any population, 0 to 1. */
  readonly populationFrequency: number | null;
  /** There are columns of gnomAD, and none says anything of this ALT. */
  readonly absentFromGnomad?: true;
  /** Changes are named in a way of the annotator's own, and no transcript is marked as MANE Select. */
  readonly isInOwnWords?: true;
  /** Transcripts are listed and none is preferred, so that our own call goes before where it names a change. */
  readonly yieldsToOurs?: true;
  readonly doubt: Doubt | null;
}

/** The doubt of every dialect that names alleles. */
export const otherAllele: Doubt = {
  code: "annotation-of-other-allele",
  message: "No entry of the annotation is about this ALT; the annotation was not used.",
};

/** Of dialects that name alleles by a word of their own. */
export const ambiguousAllele: Doubt = {
  code: "annotation-ambiguous",
  message: "Two words of the annotation fit this ALT, and no ALLELE_NUM tells them apart.",
};

/** One way to write consequences into INFO. To add one: a file that exports one of these, and a line in `read-annotations.ts`. */
export interface ConsequenceDialect {
  /** True when the annotation's fields are of this dialect, whatever its INFO key is called. */
  matches(annotation: RawAnnotation): boolean;
  /** What the entries say of this ALT; entries about other ALTs of the record are left out. Never throws. */
  read(annotation: RawAnnotation, call: VariantCall): DialectReading;
}

/** Reads the columns of an entry by the names that the header gives them; an absent or empty column is null. */
export function columnReader(
  fields: readonly string[],
): (entry: string) => (column: string) => string | null {
  const placeOf = placesOf(fields);
  return (entry) => {
    const values = entry.split("|");
    return (column) => {
      const value = values[placeOf(column)];
      return value === undefined || value === "" ? null : value.trim() || null;
    };
  };
}

type PlaceOf = (column: string) => number;

/** Place of each column, whatever its case; -1 for none. Made once for a header, which every record of a file shares. */
function placesOf(fields: readonly string[]): PlaceOf {
  const known = places.get(fields);
  if (known !== undefined) return known;
  const made = new Map(fields.map((field, place) => [field.trim().toUpperCase(), place]));
  // Each record asks for the same few names, in the same writing.
  const asked = new Map<string, number>();
  const placeOf: PlaceOf = (column) => {
    const remembered = asked.get(column);
    if (remembered !== undefined) return remembered;
    const place = made.get(column.toUpperCase()) ?? -1;
    asked.set(column, place);
    return place;
  };
  places.set(fields, placeOf);
  return placeOf;
}

const places = new WeakMap<readonly string[], PlaceOf>();

/** Terms are joined by `&`. */
export function splitTerms(text: string | null): string[] {
  return (text ?? "").split("&").filter((term) => term !== "");
}

/** `11/18` is exon 11 of 18; a range over several exons is none of them. */
export function readExon(text: string | null): number | null {
  const exon = /^(\d{1,4})(?:\/\d+)?$/.exec(text ?? "")?.[1];
  return exon === undefined ? null : Number(exon);
}
