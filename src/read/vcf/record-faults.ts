import { showText } from "../show-text.ts";
import { classifyAlt } from "./alt.ts";
import type { VcfHeader } from "./header.ts";
import { readCount } from "./number.ts";

/** Why a record cannot be read. It is refused alone. */
export interface RecordFault {
  readonly code: string;
  readonly message: string;
  /** 0-based column of the record that the fault is in. */
  readonly field: number;
  /** The file is broken, not this record alone. */
  readonly isOfFile?: boolean;
}

/** 0-based columns of a record. */
export const column = {
  chrom: 0,
  pos: 1,
  id: 2,
  ref: 3,
  alt: 4,
  qual: 5,
  filter: 6,
  info: 7,
  format: 8,
};

/** Reading a record takes time by the square of its ALTs; those of real files stay below 500. */
const mostAlts = 1_000;

/** What makes a record unreadable, in column order; a wrong number of columns leaves nothing else to say. */
export function* findFaults(
  fields: readonly string[],
  header: Pick<VcfHeader, "columnCount" | "rawContigs">,
): Generator<RecordFault> {
  const { columnCount } = header;
  if (fields.length !== columnCount) {
    const message = `a record has ${fields.length} columns, the header has ${columnCount}`;
    const field = Math.min(fields.length, columnCount) - 1;
    // Samples that are missing cannot be told from samples that moved; one more at the end can.
    yield { code: "vcf-column-count", message, field, isOfFile: fields.length < columnCount };
    return;
  }
  const at = (index: number): string => fields[index] ?? "";
  const malformed = (name: string, field: number): RecordFault => {
    const message = `${name} is malformed: ${showText(at(field))}`;
    return { code: `vcf-${name.toLowerCase()}-malformed`, message, field };
  };
  if (!isContigName(at(column.chrom))) yield malformed("CHROM", column.chrom);
  const position = readCount(at(column.pos));
  const ref = at(column.ref);
  if (position === null) yield malformed("POS", column.pos);
  else yield* findBeyond(position, ref, header.rawContigs.get(at(column.chrom)) ?? null);
  if (!/^[ACGTN]+$/i.test(resolveBases(ref))) yield malformed("REF", column.ref);
  const alts = at(column.alt).split(",");
  if (alts.length > mostAlts) {
    const message = `a record has ${alts.length} ALT; at most ${mostAlts} are read`;
    yield { code: "vcf-alt-count", message, field: column.alt };
    return;
  }
  const isBad = alts.some((alt) => classifyAlt(alt, ref).kind === "malformed");
  if (isBad || (alts.length > 1 && alts.includes("."))) yield malformed("ALT", column.alt);
}

/** One behind the end is the telomere, which has no base (VCF 4.3, 1.6.1). */
function* findBeyond(position: number, ref: string, length: number | null): Generator<RecordFault> {
  if (length === null || position <= length) return;
  if (position === length + 1 && ref === "N") return;
  const message = `POS ${position} is beyond the contig's length ${length}: is it of another genome build?`;
  yield { code: "vcf-pos-beyond-contig", message, field: column.pos };
}

/** Codes for one of several bases (IUPAC): assemblies hold a few, and callers write REF as it stands there. */
const ambiguousBases = /[RYSWKMBDHV]/gi;

/**
 * REF with `N` for each base that the assembly leaves open. The specification reduces the code to the first of its bases in the alphabet
 * (VCF 4.3, 1.6.1); which one the assembly means is not known, and that base may be the ALT.
 */
export function resolveBases(ref: string): string {
  return ref.replace(ambiguousBases, "N");
}

/** 1-based column, in characters of the line, at which a field starts. */
export function columnOf(fields: readonly string[], field: number): number {
  return fields.slice(0, field).reduce((sum, { length }) => sum + length + 1, 1);
}

/** False for a name that no record can be read under, known contig or not. */
export function isContigName(text: string): boolean {
  return /^[^\s,]+$/.test(text);
}
