/** From what a user types to alleles on the genome. */
import { accessionOf, normalizeContig } from "../../model/contig-name.ts";
import type { Allele, Assembly, Contig } from "../../model/locus.ts";
import { alignAllele } from "../alleles/align-allele.ts";
import type { Edit } from "../models/edit.ts";
import { strandOf, type Strand } from "../models/strand.ts";
import { wholeContig, type GenomeModels, type Transcript } from "../models/transcript.ts";
import { normalizeAllele } from "../alleles/normalize-allele.ts";
import { parseProteinChange } from "../protein-change.ts";
import { expandProteinChange } from "./expand-protein-change.ts";
import { findTranscript } from "./find-transcript.ts";
import { isUncertainDnaChange, parseDnaChange, type DnaChange } from "./parse-dna-change.ts";
import { placeDnaChange, placeOnTranscript, toAllele, type NotPlaced } from "./place-dna-change.ts";

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
  /** The name speaks against the sequence or its numbering: there is no such variant. */
  readonly contradicts: boolean;
}

/**
 * Reads `BRAF V600E`, `BRAF:p.Val600Glu`, `NM_004333.6:c.1799T>A`, `NC_000007.14:g.140753336A>T` or `7:140753336:A:T`. Null when the
 * text is none of these. What is not known (gene, residue, bases) is a note, never a guess.
 */
export function resolveQuery(text: string, context: QueryContext): ResolvedQuery | null {
  const allele = /^([^:\s]+)[:-](\d{1,9})[:-]([ACGT]+)[:->]([ACGT]+)$/i.exec(text.trim());
  if (allele) {
    const [, subject = "", position = "", ref = "", alt = ""] = allele;
    return onContig(subject, context, (contig) =>
      collect(
        null,
        [{ assembly: context.assembly, contig, position: Number(position), ref, alt }],
        context,
      ),
    );
  }
  const found = /^([^\s:]+)(?:\s*:\s*|\s+)(\S.*)$/.exec(text.trim());
  if (!found) return null;
  const [, subject = "", change = ""] = found;
  if (isUncertainDnaChange(change)) {
    return unresolved(null, {
      reason: `${change} leaves open which bases change`,
      contradicts: false,
    });
  }
  const dna = parseDnaChange(change);
  if (dna !== null && normalizeContig(subject) !== null) {
    if (dna.type !== "g" && dna.type !== "m") return null;
    return onContig(subject, context, (contig) => placeOnContig(dna, contig, context));
  }
  if (dna !== null) {
    return onModel(subject, { change: dna, place: (strand) => placeOne(dna, strand) }, context);
  }
  const protein = parseProteinChange(change);
  if (protein === null || protein.start === 0) return null;
  const place = (strand: Strand): MadeEdits | NotPlaced => expandProteinChange(protein, strand);
  return onModel(subject, { change: null, place }, context);
}

interface Placing {
  /** Null for a change of the protein. */
  readonly change: DnaChange | null;
  place(strand: Strand): MadeEdits | NotPlaced;
}

function onModel(
  subject: string,
  { change, place }: Placing,
  context: QueryContext,
): ResolvedQuery {
  const model = findTranscript(subject, change, context);
  if (model === null) {
    const reason = `no gene model of ${subject} on ${context.assembly}`;
    return unresolved(null, { reason, contradicts: false });
  }
  const strand = strandOf(model.transcript, context.models.bases);
  const made = place(strand);
  const resolved =
    "reason" in made ? unresolved(model.transcript, made) : spellEdits(made, strand, context);
  if (model.note === null) return resolved;
  return { ...resolved, notes: [model.note, ...resolved.notes] };
}

function placeOne(change: DnaChange, strand: Strand): MadeEdits | NotPlaced {
  const edit = placeOnTranscript(change, strand);
  return "reason" in edit ? edit : { edits: [edit], notes: [] };
}

interface MadeEdits {
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
}

function spellEdits(
  { edits, notes }: MadeEdits,
  strand: Strand,
  context: QueryContext,
): ResolvedQuery {
  const alleles = edits.map((edit) => toAllele(edit, strand, where(context)));
  const resolved = collect(strand.transcript, alleles, context);
  return { ...resolved, notes: [...notes, ...resolved.notes] };
}

function where({ assembly, models }: QueryContext): Parameters<typeof toAllele>[2] {
  return { assembly, bases: models.bases };
}

function unresolved(
  transcript: Transcript | null,
  { reason, contradicts }: NotPlaced,
): ResolvedQuery {
  return { transcript, alleles: [], notes: [reason], contradicts };
}

/** An accession is of one build; other names of a chromosome are of the build that is asked for. Null for no chromosome. */
function onContig(
  subject: string,
  { assembly }: QueryContext,
  resolve: (contig: Contig) => ResolvedQuery,
): ResolvedQuery | null {
  const contig = normalizeContig(subject);
  if (contig === null) return null;
  const own = accessionOf(contig, assembly);
  if (!/^NC_/i.test(subject) || subject.toUpperCase() === own) return resolve(contig);
  const reason = `${subject} is not of ${assembly}, whose chromosome ${contig} is ${own}`;
  return unresolved(null, { reason, contradicts: true });
}

function placeOnContig(change: DnaChange, contig: Contig, context: QueryContext): ResolvedQuery {
  const strand = strandOf(wholeContig(contig), context.models.bases);
  const edit = placeDnaChange(change, strand);
  if ("reason" in edit) {
    const reason = `${contig}:${change.from.base}: ${edit.reason}`;
    return unresolved(null, { ...edit, reason });
  }
  return collect(null, [toAllele(edit, strand, where(context))], context);
}

const unanchored = "the base before the insertion or deletion is not at hand; --fasta has it";

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
    contradicts: false,
  };
}
