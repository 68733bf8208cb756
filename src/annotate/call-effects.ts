import type { TranscriptConsequence } from "../model/alteration.ts";
import type { Allele } from "../model/locus.ts";
import { callConsequence } from "./models/call-consequence.ts";
import { makeEdit, type Edit } from "./models/edit.ts";
import { joinEdits } from "./models/join-edits.ts";
import { nameDnaChange } from "./models/name-dna-change.ts";
import { strandOf, type Strand } from "./models/strand.ts";
import type { GenomeModels, Transcript } from "./models/transcript.ts";

/**
 * Genes with statements about their promoter, and how many bases before the transcript it is looked for. The promoter changes of
 * TERT that activate it lie 57, 124 and 146 bases before its start codon (Horn 2013, PMID 23348503; Huang 2013, PMID 23348506); that
 * the window goes on to 1,000 is our own choice, so that others are named too. A statement is met by its own alleles only.
 */
const promoters: ReadonlyMap<string, number> = new Map([["TERT", 1_000]]);
const longestPromoter = Math.max(...promoters.values());

/** Our own call of an allele on every transcript of the gene models that it lies in; empty where no model is. */
export function callEffects(
  allele: Allele,
  models: GenomeModels,
  currentSymbol: (symbol: string) => string | null,
): TranscriptConsequence[] {
  const { contig, position, ref } = allele;
  const end = position + ref.length - 1;
  const transcripts = models.transcriptsAt(contig, position, end, longestPromoter);
  return transcripts.flatMap(
    (transcript) => callOne(allele, { transcript, models, currentSymbol }) ?? [],
  );
}

/**
 * True when alleles of one molecule have to be read together on the preferred transcript of the gene: they change one codon, or follow a
 * frameshift.
 */
export function areReadTogether(
  alleles: readonly Allele[],
  gene: string,
  models: GenomeModels,
): boolean {
  return joinOnPreferred(alleles, gene, models) !== null;
}

/**
 * The protein change that alleles of one codon make on one molecule, on the preferred transcript of the gene; null when they
 * are not of one codon there, or it cannot be named.
 */
export function nameJoined(
  alleles: readonly Allele[],
  gene: string,
  models: GenomeModels,
): string | null {
  const joined = joinOnPreferred(alleles, gene, models);
  return joined && (callConsequence(joined.edits, joined.strand)?.proteinChange ?? null);
}

function joinOnPreferred(
  alleles: readonly Allele[],
  gene: string,
  models: GenomeModels,
): { edits: readonly Edit[]; strand: Strand } | null {
  const transcript = models.transcriptsOf(gene).find(({ preferred }) => preferred);
  if (transcript === undefined) return null;
  const strand = strandOf(transcript, models.bases);
  const placed = alleles.flatMap((allele) => {
    const edit = makeEdit(allele, transcript.reversed);
    return edit === null ? [] : [{ edit }];
  });
  const [group = [], ...others] = joinEdits(placed, strand);
  if (others.length > 0 || group.length < alleles.length) return null;
  return { edits: group.map(({ edit }) => edit), strand };
}

interface Question {
  readonly transcript: Transcript;
  readonly models: GenomeModels;
  readonly currentSymbol: (symbol: string) => string | null;
}

function callOne(
  allele: Allele,
  { transcript, models, currentSymbol }: Question,
): TranscriptConsequence | null {
  if (isDeepInIntron(allele, transcript)) return intronic(transcript, currentSymbol);
  const edit = makeEdit(allele, transcript.reversed);
  if (edit === null) return null;
  const strand = strandOf(transcript, models.bases);
  const start = strand.exons[0]?.[0] ?? 0;
  const end = strand.exons.at(-1)?.[1] ?? 0;
  const isOutside = edit.to < start || edit.from > end;
  const promoter = promoters.get(transcript.gene) ?? 0;
  if (isOutside && (edit.from > end || start - edit.to > promoter)) return null;
  const call = callConsequence([edit], strand);
  if (call === null) return null;
  return {
    gene: currentSymbol(transcript.gene) ?? transcript.gene,
    transcript: transcript.id,
    terms: call.terms,
    proteinChange: call.proteinChange,
    ...(call.fullChange === undefined ? {} : { fullChange: call.fullChange }),
    codingChange: nameDnaChange(edit, strand),
    exon: call.exon,
    preferred: transcript.preferred,
    source: "models",
    ...(call.flags.length > 0 ? { flags: call.flags } : {}),
  };
}

/** Bases beside an exon in which a name is given and splicing is asked about. */
const nearExon = 50;

/** Most variants of a genome: a substitution far from every exon, between the first and the last. */
function isDeepInIntron({ position, ref, alt }: Allele, { exons }: Transcript): boolean {
  if (ref.length !== 1 || alt.length !== 1) return false;
  let low = 0;
  let high = exons.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((exons[middle]?.[0] ?? 0) - nearExon > position) high = middle;
    else low = middle + 1;
  }
  // `low` exons begin before the place or near it.
  return low > 0 && low < exons.length && (exons[low - 1]?.[1] ?? 0) + nearExon < position;
}

const intronicOf = new WeakMap<
  Question["currentSymbol"],
  WeakMap<Transcript, TranscriptConsequence>
>();

/** One consequence for all, by the names of the same knowledgebase. */
function intronic(
  transcript: Transcript,
  currentSymbol: Question["currentSymbol"],
): TranscriptConsequence {
  let made = intronicOf.get(currentSymbol);
  if (made === undefined) intronicOf.set(currentSymbol, (made = new WeakMap()));
  const known = made.get(transcript);
  if (known !== undefined) return known;
  const consequence: TranscriptConsequence = {
    gene: currentSymbol(transcript.gene) ?? transcript.gene,
    transcript: transcript.id,
    terms: ["intron_variant"],
    proteinChange: null,
    codingChange: null,
    exon: null,
    preferred: transcript.preferred,
    source: "models",
  };
  made.set(transcript, consequence);
  return consequence;
}
