/** `FUNCOTATION` of GATK's Funcotator: one value an ALT, `[gene|build|...]#[...]` of one or of all transcripts. `VcfOutputRenderer` of GATK 4. */
import type { RawAnnotation, VariantCall } from "../../model/observation.ts";
import {
  ambiguousAllele,
  columnReader,
  otherAllele,
  readExon,
  type ConsequenceDialect,
  type DialectReading,
  type StatedEffect,
} from "./consequence-dialect.ts";
import { termsOfFuncotation } from "./funcotator-classes.ts";
import { matchVepAllele } from "./match-vep-allele.ts";
import { nameFuncotation } from "./name-funcotation.ts";
import { parseProteinChange } from "../protein-change.ts";
import { altersProtein } from "./rank-terms.ts";
import {
  findFrequencyColumns,
  isGnomadColumn,
  readPopulationFrequency,
} from "./read-population-frequency.ts";

type Entry = ReturnType<typeof makeEntryReader>;

/** The transcript that Funcotator chose, then those that it lists as others; with all of them written out, in its own order. */
export const funcotation: ConsequenceDialect = {
  matches: ({ dialect }) => dialect === "FUNCOTATION",

  read(annotation, call) {
    const values = valuesOfAllele(annotation, call);
    if (typeof values === "string") return { ...nothing, doubt: doubts[values] };
    const isWhole = values.every((value) => value.split("|").length === annotation.fields.length);
    if (!isWhole) return { ...nothing, doubt: doubts.malformed };
    const entries = values.map((value) => makeEntryReader(annotation.fields, value));
    return {
      effects: readEffects(entries, call),
      ...readFrequencies(annotation.fields, entries),
      isInOwnWords: true,
      doubt: null,
    };
  },
};

const nothing = { effects: [], populationFrequency: null };
const doubts = {
  other: otherAllele,
  ambiguous: ambiguousAllele,
  malformed: {
    code: "annotation-malformed",
    message:
      "An entry of the annotation has not as many values as its header names; the annotation was not used.",
  },
};

/** Values of the transcripts of this ALT; what keeps it from being known which these are. */
function valuesOfAllele(
  { entries, fields }: RawAnnotation,
  call: VariantCall,
): string[] | "other" | "ambiguous" {
  if (entries.length === call.altCount) return splitTranscripts(entries[call.altIndex - 1] ?? "");
  // Split by a program that leaves INFO as it was: the allele's own word tells.
  const words = entries.map((entry) => {
    const [first = ""] = splitTranscripts(entry);
    return makeEntryReader(fields, first)("tumorSeqAllele2") ?? "";
  });
  const fitting = matchVepAllele(new Set(words), call);
  if (fitting.length > 1) return "ambiguous";
  const place = fitting[0] === undefined ? -1 : words.indexOf(fitting[0]);
  return place === -1 ? "other" : splitTranscripts(entries[place] ?? "");
}

function splitTranscripts(text: string): string[] {
  if (text === "" || text === ".") return [];
  const inner = text.replace(/^\[/, "").replace(/\]$/, "");
  return inner.split("]#[");
}

/** The columns of Gencode, whose version is in their names: `Gencode_34_hugoSymbol`. Of others the whole name is asked. */
function makeEntryReader(
  fields: readonly string[],
  value: string,
): (column: string, isWholeName?: boolean) => string | null {
  const prefix = prefixOf(fields);
  const columns = columnReader(fields)(value);
  return (column, isWholeName = false) => columns(isWholeName ? column : `${prefix}${column}`);
}

const prefixes = new WeakMap<readonly string[], string>();

function prefixOf(fields: readonly string[]): string {
  const known = prefixes.get(fields);
  if (known !== undefined) return known;
  const symbol = fields.map((field) => field.trim()).find((field) => field.endsWith(symbolColumn));
  const prefix = symbol?.slice(0, -symbolColumn.length) ?? "";
  prefixes.set(fields, prefix);
  return prefix;
}

const symbolColumn = "hugoSymbol";

function readEffects(entries: readonly Entry[], call: VariantCall): StatedEffect[] {
  const isNamed = !isReplacement(call);
  const own = entries.flatMap((entry) => readEffect(entry, isNamed) ?? []);
  const others = entries.flatMap((entry) => readOthers(entry("otherTranscripts"), isNamed));
  const chosen = new Set<string>();
  const effects = own.map((effect) => {
    const isFirst = !chosen.has(effect.gene);
    chosen.add(effect.gene);
    return isFirst ? { ...effect, preference: 1 } : effect;
  });
  const written = new Set(own.map(({ transcript }) => transcript));
  return [...effects, ...others.filter(({ transcript }) => !written.has(transcript))];
}

/**
 * Bases replaced by another number of them: Funcotator takes these for an insertion or a deletion behind the first base, and names
 * another change (broadinstitute/gatk issue 9339). Its class stands, and our own call names the change.
 */
function isReplacement({ given: { ref, alt } }: VariantCall): boolean {
  if (ref.length === alt.length) return false;
  const [shorter, longer] = ref.length < alt.length ? [ref, alt] : [alt, ref];
  return !longer.toUpperCase().startsWith(shorter.toUpperCase());
}

function readEffect(entry: Entry, isNamed: boolean): StatedEffect | null {
  const gene = entry(symbolColumn);
  const transcript = entry("annotationTranscript");
  if (gene === null || gene === "Unknown" || transcript === "no_transcript") return null;
  const terms = termsOfFuncotation(
    entry("variantClassification"),
    entry("secondaryVariantClassification"),
  );
  const change = { protein: entry("proteinChange"), codons: entry("codonChange") };
  return {
    gene,
    transcript,
    terms,
    proteinChange: isNamed ? nameChange(terms, change) : null,
    codingChange: isNamed ? readSubstitution(entry("cDnaChange")) : null,
    exon: readExon(entry("transcriptExon")),
    preference: 0,
  };
}

function nameChange(
  terms: readonly string[],
  { protein, codons }: { readonly protein: string | null; readonly codons: string | null },
): string | null {
  if (terms.includes("start_lost")) return "M1?";
  return protein === null ? null : (nameFuncotation(protein, codons) ?? protein);
}

/**
 * Of a single base only. Insertions stand at another base on the reverse strand or when they are not aligned to the left (broadinstitute/gatk
 * issue 7176), and `c.e10-1G>A` of an intron counts from the end of an exon, on the reverse strand with the wrong sign.
 */
function readSubstitution(text: string | null): string | null {
  return text !== null && /^c\.\d{1,6}[ACGT]>[ACGT]$/i.test(text) ? text : null;
}

/** More transcripts than any gene's; a hostile entry is cut off here. */
const mostOthers = 500;

/**
 * `BRAF_ENST00000496384.2_MISSENSE_p.V207E/...`, without codons and the secondary classification. A transcript of which these would tell
 * what changes is left out, so that it is called by us.
 */
function readOthers(text: string | null, isNamed: boolean): StatedEffect[] {
  return (text ?? "").split("/", mostOthers).flatMap((other) => {
    const found =
      /^(.+?)_(ENS[A-Z]*\d+(?:\.\d+)?(?:_\d+)?(?:_PAR_Y)?)_([A-Z_]+?)(?:_(p\.\S+))?$/.exec(other);
    if (found === null) return [];
    const [, gene = "", transcript = "", classification = "", protein = null] = found;
    const terms = termsOfFuncotation(classification, null);
    const change = isNamed ? nameChange(terms, { protein, codons: null }) : null;
    const proteinChange = change === null ? null : (parseProteinChange(change)?.text ?? null);
    const isOpen = proteinChange === null || terms.includes("splice_site_variant");
    if (isOpen && altersProtein({ terms })) return [];
    const rest = { codingChange: null, exon: null, preference: 0 };
    return [{ gene, transcript, terms, proteinChange, ...rest }];
  });
}

function readFrequencies(
  fields: readonly string[],
  entries: readonly Entry[],
): Pick<DialectReading, "populationFrequency" | "absentFromGnomad"> {
  const columns = findFrequencyColumns(fields);
  const gnomad = columns.filter(isGnomadColumn);
  let highest: number | null = null;
  let isAbsent = gnomad.length > 0 && entries.length > 0;
  for (const entry of entries) {
    for (const column of columns) {
      const text = entry(column, true);
      if (text === null) continue;
      if (isGnomadColumn(column)) isAbsent = false;
      // Of several known variants at the place, the highest.
      const frequency = readPopulationFrequency(text.replaceAll("_%7C_", "&"), null);
      if (frequency !== null) highest = Math.max(highest ?? 0, frequency);
    }
  }
  return { populationFrequency: highest, ...(isAbsent ? { absentFromGnomad: true } : {}) };
}
