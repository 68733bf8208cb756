/** From what a user types to alleles on the genome. */
import { normalizeContig } from "../../model/contig-name.ts";
import type { Allele, Assembly } from "../../model/locus.ts";
import { alignAllele } from "../align-allele.ts";
import { strandOf, type Strand } from "../models/strand.ts";
import type { GenomeModels, Transcript } from "../models/transcript.ts";
import { normalizeAllele } from "../normalize-allele.ts";
import { parseProteinChange } from "../protein-change.ts";
import { expandProteinChange } from "./expand-protein-change.ts";
import { parseDnaChange } from "./parse-dna-change.ts";
import { placeDnaChange, toAllele } from "./place-dna-change.ts";

export interface QueryContext {
  readonly assembly: Assembly;
  readonly models: GenomeModels;
  currentSymbol(symbolOrAlias: string): string | null;
}

/** What the text means: the allele, or every one that makes a change of the protein. */
export interface ResolvedQuery {
  /** Null for a query by place on the genome. */
  readonly transcript: Transcript | null;
  readonly alleles: readonly Allele[];
  /** Why there is no allele, or what was left out; empty when all is said. */
  readonly notes: readonly string[];
}

/**
 * Reads `BRAF V600E`, `BRAF:p.Val600Glu`, `NM_004333.6:c.1799T>A`, `NC_000007.14:g.140753336A>T` or `7:140753336:A:T`. Null when the
 * text is none of these. What is not known (gene, residue, bases) is a note, never a guess.
 */
export function resolveQuery(text: string, context: QueryContext): ResolvedQuery | null {
  const allele = /^([^:\s]+)[:-](\d{1,9})[:-]([ACGT]+)[:->]([ACGT]+)$/i.exec(text.trim());
  if (allele) {
    const [, rawContig = "", position = "", ref = "", alt = ""] = allele;
    const contig = normalizeContig(rawContig);
    if (contig === null) return null;
    return onGenome(
      { assembly: context.assembly, contig, position: Number(position), ref, alt },
      context,
    );
  }
  const found = /^([^\s:]+)(?:\s*:\s*|\s+)(\S.*)$/.exec(text.trim());
  if (!found) return null;
  const [, subject = "", change = ""] = found;
  const contig = normalizeContig(subject);
  const dna = parseDnaChange(change);
  if (dna !== null && contig !== null) return placeOnContig(contig, change, context);
  const chosen = chooseTranscript(subject, context);
  if (dna !== null) {
    if (chosen === null) return noModel(subject, context);
    const strand = strandOf(chosen, context.models.bases);
    const edit = placeDnaChange(dna, strand);
    if ("reason" in edit) return { transcript: chosen, alleles: [], notes: [edit.reason] };
    return collect(chosen, [toAllele(edit, strand, bases(context))], context);
  }
  const protein = parseProteinChange(change);
  if (protein === null || protein.start === 0) return null;
  if (chosen === null) return noModel(subject, context);
  const strand = strandOf(chosen, context.models.bases);
  const edits = expandProteinChange(protein, strand);
  if ("reason" in edits) return { transcript: chosen, alleles: [], notes: [edits.reason] };
  const alleles = edits.map((edit) => toAllele(edit, strand, bases(context)));
  const none =
    edits.length === 0 ? [`a ${protein.kind} is made by too many changes of the DNA to list`] : [];
  const resolved = collect(chosen, alleles, context);
  return { ...resolved, notes: [...none, ...resolved.notes] };
}

function bases({ assembly, models }: QueryContext): {
  assembly: Assembly;
  bases: GenomeModels["bases"];
} {
  return { assembly, bases: models.bases };
}

function noModel(subject: string, { assembly }: QueryContext): ResolvedQuery {
  const note = `no gene model of ${subject} on ${assembly}`;
  return { transcript: null, alleles: [], notes: [note] };
}

/** A transcript by its id, with or without version; of a gene the preferred one. */
function chooseTranscript(
  subject: string,
  { models, currentSymbol }: QueryContext,
): Transcript | null {
  const bare = subject.replace(/\.\d+$/, "").toUpperCase();
  if (/^(?:ENST|NM_|NR_)\d+$/.test(bare)) return models.transcriptById(bare);
  const symbol = currentSymbol(subject) ?? currentSymbol(subject.toUpperCase()) ?? subject;
  const own = [...models.transcriptsOf(symbol), ...models.transcriptsOf(symbol.toUpperCase())];
  return own.find(({ preferred }) => preferred) ?? own[0] ?? null;
}

function placeOnContig(
  contig: string,
  change: string,
  context: QueryContext,
): ResolvedQuery | null {
  const dna = parseDnaChange(change);
  if (dna === null || (dna.type !== "g" && dna.type !== "m")) return null;
  const strand = contigStrand(contig, context);
  const from = dna.from.base;
  const shifted = placeDnaChange(dna, strand);
  if ("reason" in shifted)
    return { transcript: null, alleles: [], notes: [`${contig}:${from}: ${shifted.reason}`] };
  const allele = toAllele(shifted, strand, bases(context));
  return allele === null
    ? { transcript: null, alleles: [], notes: [unanchored] }
    : onGenome(allele, context);
}

/** The whole chromosome as one exon, so that its bases are numbered from 1. */
function contigStrand(contig: string, { models }: QueryContext): Strand {
  const whole: Transcript = {
    id: contig,
    refseq: null,
    gene: "",
    contig,
    reversed: false,
    exons: [[1, 300_000_000]],
    coding: [],
    preferred: false,
    hasUtr: true,
    phase: 0,
    biotype: null,
  };
  return strandOf(whole, models.bases);
}

const unanchored = "the base before the insertion or deletion is not at hand; --fasta has it";

function onGenome(allele: Allele, context: QueryContext): ResolvedQuery {
  return collect(null, [allele], context);
}

function collect(
  transcript: Transcript | null,
  found: readonly (Allele | null)[],
  { models }: QueryContext,
): ResolvedQuery {
  const alleles = found.flatMap((allele) => (allele === null ? [] : [allele]));
  const aligned = alleles.map((allele) =>
    alignAllele(normalizeAllele(allele), { bases: models.bases, isNamed: () => false }),
  );
  return {
    transcript,
    alleles: aligned,
    notes: alleles.length < found.length ? [unanchored] : [],
  };
}
