/** The cells of one row of a copy-number table, read strictly. */
import { normalizeContig } from "../../model/contig-name.ts";
import type { Contig } from "../../model/locus.ts";
import { refuse } from "../../model/refusal.ts";
import type { CopyNumberField } from "./copy-number-fields.ts";
import type { CopyNumberRow } from "./copy-numbers.ts";
import { readGene } from "../proteins/names/protein-gene.ts";
import { showText } from "../show-text.ts";

/** How a row is asked for its cells. */
export interface RowCells {
  text(field: CopyNumberField): string;
  /** Null where the column is missing or its cell states that there is no value. Throws Refusal "input" for what is no number. */
  number(field: CopyNumberField): number | null;
}

/** A copy number a little below zero is noise of the caller's model; further below it is no copy number (our limit). */
const lowestCopies = -1;

/** Arrays number the chromosomes: 23 is X, 24 is Y. */
const numbered: ReadonlyMap<string, Contig> = new Map([
  ["23", "X"],
  ["24", "Y"],
]);

/** The short name of a chromosome; null for contigs that are none. */
function readChromosome(text: string): Contig | null {
  const name = text.trim();
  return normalizeContig(name) ?? numbered.get(name.replace(/^chr/i, "")) ?? null;
}

/**
 * The closed 1-based interval of a row; null on a contig that is no chromosome. `firstBase` is what the format calls the first base of a
 * chromosome: with 0, `end` is the base behind the last one, as in BED. Throws Refusal "input" for positions that are none or in the
 * wrong order.
 */
export function readPlace(cells: RowCells, firstBase: 0 | 1): CopyNumberRow["place"] {
  const stated = cells.number("start");
  const end = cells.number("end");
  // DNAcopy and GATK may call the telomere 0.
  const start = stated === null ? -1 : Math.max(stated === 0 ? 1 : 0, stated + 1 - firstBase);
  if (
    end === null ||
    !Number.isInteger(start) ||
    !Number.isInteger(end) ||
    start < 1 ||
    end < start
  ) {
    const text = showText(`${cells.text("start")}-${cells.text("end")}`);
    throw refuse("input", "segment-malformed", `${text} is no interval of positions`);
  }
  const contig = readChromosome(cells.text("contig"));
  return contig === null ? null : { contig, start, end };
}

/** A number of copies, at least 0; null where there is none. Throws Refusal "input" for one that is below the noise of callers. */
export function readCopies(
  cells: RowCells,
  field: "copies" | "mostCopies" | "major" | "minor",
): number | null {
  const value = cells.number(field);
  if (value === null || value >= lowestCopies) return value === null ? null : Math.max(0, value);
  throw refuse("input", "copies-negative", `${value} is no number of copies`);
}

/** The gene symbol of a row. Throws Refusal "input" where none can be read: an empty cell, or a date of a spreadsheet. */
export function readSymbol(cells: RowCells): string {
  const { gene, refused } = readGene(cells.text("gene"), { file: "" });
  if (refused === null) return gene;
  const { code, message, hint } = refused;
  throw refuse("input", code, message, hint === null ? {} : { hint });
}
