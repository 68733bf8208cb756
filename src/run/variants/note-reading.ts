import type { GenomePlace } from "../../annotate/models/place-codons.ts";
import type { DoubtfulCall } from "../../match/callability.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import { describeOpposed, makeOpposedProblem } from "../../model/clear-reads.ts";
import type { VariantCall } from "../../model/observation.ts";
import { placeOf, type ReportProblem } from "../../model/problem.ts";
import { provenFromDepth } from "../../read/callable/callable-row.ts";

/** What the calls of the variant file say about having been read. */
export interface ReadingNotes {
  /** Places where the caller states the reference, with enough reads. */
  readonly read: readonly GenomePlace[];
  /** Places of calls that are not used and may be real. */
  readonly doubtful: readonly DoubtfulCall[];
}

/** What a call is about. */
interface CalledVariant {
  /** As a reader knows it: `KRAS G12D`. */
  readonly label: string;
  /** It became a finding. */
  readonly isUsed: boolean;
  /** A statement could mean it, if it were there. */
  readonly isTelling: boolean;
}

export interface ReadingNotebook extends ReadingNotes {
  note(call: VariantCall, about: CalledVariant): void;
  /** The REF of the call is not the base of the genome: what is there is not known. */
  noteMismatch(call: VariantCall): void;
}

/**
 * Hotspot panels list each site, also where it is negative: a genotype without the allele and with enough reads shows that the place
 * was read (spec, clinical 5.1). A call that failed a filter, whose genotype is missing, or that rests on too few reads, leaves its place
 * open, whatever a panel is said to cover; so does a genotype without an allele that its own reads hold, which is reported as well.
 */
export function makeReadingNotebook(report: ReportProblem): ReadingNotebook {
  const read: GenomePlace[] = [];
  const doubtful: DoubtfulCall[] = [];
  const noteDoubt = (call: VariantCall, place: GenomePlace, doubt: string): void =>
    void doubtful.push({ ...place, why: `${doubt} (${whereOf(call)})` });
  return {
    read,
    doubtful,
    noteMismatch(call) {
      const place = spanOf(call);
      if (place !== null) noteDoubt(call, place, "REF is not the base of the genome");
    },
    note(call, { label, isUsed, isTelling }) {
      if (isUsed) return;
      const place = spanOf(call);
      if (place === null) return;
      const { genotype, depth } = call.support;
      const opposed = isTelling ? describeOpposed(call.support) : null;
      if (opposed !== null) {
        noteDoubt(call, place, opposed);
        if (call.failedFilters.length === 0) {
          report(makeOpposedProblem(opposed, label, placeOf(call.provenance)));
        }
        return;
      }
      const doubt = doubtOf(call);
      if (doubt !== null) noteDoubt(call, place, doubt);
      else if (genotype === "alt not called" && depth !== null && call.failedFilters.length === 0)
        read.push(place);
    },
  };
}

function spanOf({ given }: VariantCall): GenomePlace | null {
  const contig = normalizeContig(given.contig);
  if (contig === null) return null;
  return { contig, start: given.position, end: given.position + given.ref.length - 1 };
}

/** Why a call that is no finding leaves its place open; null: it does not. */
function doubtOf({ failedFilters, support }: VariantCall): string | null {
  const { genotype, depth, altReads } = support;
  if (failedFilters.length > 0 && genotype !== "alt not called" && altReads !== 0) {
    return `a call failed ${failedFilters.join(", ")}`;
  }
  if (genotype === "no call") return "the genotype is missing";
  if (depth === null || depth >= provenFromDepth) return null;
  return `a depth of ${depth} is below ${provenFromDepth}`;
}

function whereOf({ provenance: { file, line } }: VariantCall): string {
  return line === null ? file : `${file}:${line}`;
}
