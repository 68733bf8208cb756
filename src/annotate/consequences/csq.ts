/** VEP's `CSQ`: columns are chosen by the user of VEP and named in the header. https://www.ensembl.org/info/docs/tools/vep */
import type { RawAnnotation, VariantCall } from "../../model/observation.ts";
import type { ConsequenceDialect, StatedEffect } from "./consequence-dialect.ts";
import {
  ambiguousAllele,
  columnReader,
  maneSelect,
  otherAllele,
  readExon,
  splitTerms,
} from "./consequence-dialect.ts";
import { matchVepAllele } from "./match-vep-allele.ts";
import { nameResidueChange } from "../name-residue-change.ts";
import {
  findFrequencyColumns,
  isGnomadColumn,
  readPopulationFrequency,
} from "./read-population-frequency.ts";

type Entry = (column: string) => string | null;

/** Entries of VEP, also when VEP was told to write them under another INFO key such as `ANN`. */
export const csq: ConsequenceDialect = {
  matches: ({ dialect, fields }) =>
    dialect === "CSQ" || (dialect === "ANN" && fields.some((field) => field.trim() === "SYMBOL")),

  read(annotation, call) {
    const entries = annotation.entries.map(columnReader(annotation.fields));
    const mine = entriesOfAllele(entries, call);
    if (mine === "ambiguous") return { ...nothing, doubt: ambiguousAllele };
    if (mine.length === 0 && entries.length > 0) return { ...nothing, doubt: otherAllele };
    return {
      effects: mine.flatMap((entry) => readEffect(entry) ?? []),
      populationFrequency: highestFrequency(annotation, mine),
      ...(isAbsentFromGnomad(annotation, mine) ? { absentFromGnomad: true } : {}),
      doubt: null,
    };
  },
};

const nothing = { effects: [], populationFrequency: null };

/** `ALLELE_NUM` decides where it is written, unless the record was split after it was annotated; else the allele's word. */
function entriesOfAllele(entries: readonly Entry[], call: VariantCall): Entry[] | "ambiguous" {
  const numbers = new Set(entries.map((entry) => entry("ALLELE_NUM")));
  const isNumbered = entries.length > 0 && !numbers.has(null);
  const wasSplit = call.altCount === 1 && !(numbers.size === 1 && numbers.has("1"));
  if (isNumbered && !wasSplit) {
    return entries.filter((entry) => entry("ALLELE_NUM") === String(call.altIndex));
  }
  const words = new Set(entries.flatMap((entry) => wordOf(entry) ?? []));
  if (words.size === 0) return call.altCount === 1 ? [...entries] : [];
  const fitting = matchVepAllele(words, call);
  if (fitting.length > 1) return "ambiguous";
  return entries.filter((entry) => wordOf(entry) === fitting[0]);
}

function wordOf(entry: Entry): string | null {
  return entry("Allele")?.toUpperCase() ?? null;
}

function readEffect(entry: Entry): StatedEffect | null {
  const gene = entry("SYMBOL") ?? entry("Gene");
  const isTranscript = (entry("Feature_type") ?? "Transcript") === "Transcript";
  if (gene === null || !isTranscript) return null;
  const terms = splitTerms(entry("Consequence"));
  return {
    gene,
    transcript: entry("Feature"),
    terms,
    proteinChange: entry("HGVSp") ?? nameFromResidues(entry, terms),
    codingChange: entry("HGVSc"),
    exon: readExon(entry("EXON")),
    preference: readPreference(entry),
  };
}

/**
 * The protein change of a VEP run without `--hgvs`, from `Protein_position` (`600`, `745-750/1210`) and `Amino_acids` (`V/E`).
 * A frameshift stays unnamed: VEP gives the first affected codon, which need not be the first changed residue.
 */
function nameFromResidues(entry: Entry, terms: readonly string[]): string | null {
  const position = /^(\d{1,6})(?:-\d{1,6})?(?:\/\d+)?$/.exec(entry("Protein_position") ?? "")?.[1];
  const residues = /^([A-Z*]+|-)(?:\/([A-Z*]+|-))?$/.exec(entry("Amino_acids") ?? "");
  if (position === undefined || !residues || terms.includes("frameshift_variant")) return null;
  if (terms.includes("start_lost")) return "M1?";
  const [, ref = "", alt = ref] = residues;
  if (ref === "-" || ref.includes("X") || alt.includes("X")) return null;
  return nameResidueChange({ position: Number(position), ref, alt: alt === "-" ? "" : alt });
}

/** MANE Select before Ensembl's canonical transcript before the one that VEP picked. MANE Plus Clinical is no MANE Select. */
function readPreference(entry: Entry): number {
  const mane = entry("MANE");
  if (entry("MANE_SELECT") !== null || (mane !== null && !/plus/i.test(mane))) return maneSelect;
  if (entry("CANONICAL") === "YES") return 2;
  return entry("PICK") === "1" ? 1 : 0;
}

function highestFrequency(annotation: RawAnnotation, entries: readonly Entry[]): number | null {
  const columns = findFrequencyColumns(annotation.fields);
  let highest: number | null = null;
  for (const entry of entries) {
    for (const column of columns) {
      const text = entry(column);
      if (text === null) continue;
      const frequency = readPopulationFrequency(text, entry("Allele"));
      if (frequency !== null) highest = Math.max(highest ?? 0, frequency);
    }
  }
  return highest;
}

/** VEP leaves the columns of gnomAD empty where gnomAD does not have the allele. */
function isAbsentFromGnomad({ fields }: RawAnnotation, entries: readonly Entry[]): boolean {
  const gnomad = findFrequencyColumns(fields).filter(isGnomadColumn);
  return (
    gnomad.length > 0 &&
    entries.length > 0 &&
    entries.every((entry) => gnomad.every((column) => entry(column) === null))
  );
}
