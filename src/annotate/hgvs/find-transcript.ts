/** The transcript that a name is numbered by. */
import { hasId, type GenomeModels, type Transcript } from "../models/transcript.ts";
import type { DnaChange } from "./parse-dna-change.ts";

export interface FoundTranscript {
  readonly transcript: Transcript;
  /** What differs from what was asked for, as a part of a sentence; null when nothing does. */
  readonly note: string | null;
}

interface TranscriptSource {
  readonly models: GenomeModels;
  currentSymbol(symbolOrAlias: string): string | null;
}

/**
 * A transcript by its Ensembl or RefSeq id, with or without version; of a gene the preferred one. A model of another version is
 * used with a note: numbers may differ between versions. For a change of the UTRs of a gene, a transcript with the same coding
 * ends whose UTRs are known stands in for one without. Null when there is no model.
 */
export function findTranscript(
  subject: string,
  change: DnaChange | null,
  { models, currentSymbol }: TranscriptSource,
): FoundTranscript | null {
  const asked = subject.toUpperCase();
  const bare = asked.replace(/\.\d+$/, "");
  if (/^(?:ENST|NM_|NR_|XM_|XR_)\d+$/.test(bare)) return findById(asked, bare, models);
  const symbol = currentSymbol(subject) ?? currentSymbol(asked) ?? subject;
  const own = [...models.transcriptsOf(symbol), ...models.transcriptsOf(symbol.toUpperCase())];
  const preferred = own.find((one) => one.preferred) ?? own[0];
  if (preferred === undefined) return null;
  const isInUtr = [change?.from, change?.to].some(
    (place) => place !== undefined && (place.base < 0 || place.isBehindStop),
  );
  const standIn =
    isInUtr && !preferred.hasUtr
      ? own.find((one) => one.hasUtr && codingEnds(one) === codingEnds(preferred))
      : undefined;
  return { transcript: standIn ?? preferred, note: null };
}

function codingEnds({ coding }: Transcript): string {
  return `${coding[0]?.[0]}-${coding.at(-1)?.[1]}`;
}

function findById(asked: string, bare: string, models: GenomeModels): FoundTranscript | null {
  const any = models.transcriptById(bare);
  if (any === null) return null;
  const isAsked = ({ id, refseq }: Transcript): boolean =>
    id.toUpperCase() === asked || refseq?.toUpperCase() === asked;
  const versions = models.transcriptsOf(any.gene).filter((one) => hasId(one, bare));
  const transcript = versions.find(isAsked) ?? versions.find(({ preferred }) => preferred) ?? any;
  return { transcript, note: noteVersion(asked, bare, transcript) };
}

/** Null when no version was asked for, or the model has that one or none. */
function noteVersion(asked: string, bare: string, { id, refseq }: Transcript): string | null {
  const own = hasId({ id, refseq: null }, bare) ? id : refseq;
  if (!asked.includes(".") || !own?.includes(".") || own.toUpperCase() === asked) return null;
  return `the model is of ${own}, not of ${asked}: numbers may differ`;
}
