/** From a file of copy numbers to the copies of genes. */
import type { Sex } from "../../model/case.ts";
import type { Assembly, Locus } from "../../model/locus.ts";
import type { CopyNumberRow, CopyNumberTable } from "../../read/copy-number/copy-numbers.ts";
import { spanOf, type GenomeModels, type Transcript } from "../models/transcript.ts";
import { callGeneRow } from "./call-gene-rows.ts";
import { callSegments, type GenePlace } from "./call-segments.ts";
import type { TumorContent } from "./copies-of-ratio.ts";
import { expectedCopies } from "./expected-copies.ts";
import { contradictsCall } from "./contradicts.ts";
import { isCalled, type GeneCopies, type NotCovered } from "./gene-copies.ts";
import { judgeCopies, type JudgedCopies } from "./judge-copies.ts";

export interface CopyNumberQuestion {
  /** Current symbols of the genes to call. */
  readonly genes: readonly string[];
  readonly tumor: TumorContent;
  readonly sex: Sex | undefined;
  /** Build of the positions, and of the places of genes. */
  readonly assembly: Assembly;
  /** First and last base of a gene; null when it is not known. */
  geneSpan(gene: string): Locus | null;
  currentSymbol(symbol: string): string | null;
  readonly models: GenomeModels | null;
}

export interface CalledCopyNumbers {
  readonly called: readonly GeneCopies[];
  readonly notCovered: readonly { readonly gene: string; readonly why: NotCovered }[];
}

/** Calls every gene that is asked for, in the order of `genes`. */
export function callCopyNumbers(
  table: Pick<CopyNumberTable, "rows">,
  question: CopyNumberQuestion,
): CalledCopyNumbers {
  const call = table.rows.some(({ gene }) => gene !== null)
    ? makeRowCaller(table.rows, question)
    : makeSegmentCaller(table.rows, question);
  const called: GeneCopies[] = [];
  const notCovered: { gene: string; why: NotCovered }[] = [];
  for (const gene of question.genes) {
    const copies = call(gene);
    if (isCalled(copies)) called.push(copies);
    else notCovered.push({ gene, why: copies });
  }
  return { called, notCovered };
}

type GeneCaller = (gene: string) => GeneCopies | NotCovered;

/** Rows that repeat a gene count when they agree, and say nothing when they do not, or when the word of one is not that of its copies. */
function makeRowCaller(rows: readonly CopyNumberRow[], question: CopyNumberQuestion): GeneCaller {
  const { tumor, sex, geneSpan, currentSymbol } = question;
  const byGene = new Map<string, CopyNumberRow[]>();
  for (const row of rows) {
    const gene = row.gene === null ? null : (currentSymbol(row.gene) ?? row.gene);
    const known = gene === null ? undefined : byGene.get(gene);
    if (known !== undefined) known.push(row);
    else if (gene !== null) byGene.set(gene, [row]);
  }
  return (gene) => {
    const locus = geneSpan(gene);
    const expected = locus === null ? [2] : expectedCopies(locus, sex);
    const [first, ...others] = (byGene.get(gene) ?? []).map((row) => {
      return { row, judged: judgeCopies(row, expected, tumor) };
    });
    if (first === undefined) return "no segment";
    const all = [first, ...others];
    const isSelfMade = all.some(({ row, judged }) => contradictsCall(row, judged));
    if (isSelfMade || others.some(({ judged }) => judged.change !== first.judged.change)) {
      return { contradicting: all.map(({ row }) => row) };
    }
    return callGeneRow(gene, first.row, { judged: first.judged, ploidy: tumor.ploidy });
  };
}

function makeSegmentCaller(
  rows: readonly CopyNumberRow[],
  question: CopyNumberQuestion,
): GeneCaller {
  const { tumor, sex, assembly, geneSpan, models } = question;
  const judge = (row: CopyNumberRow): JudgedCopies => {
    const expected = row.place === null ? [2] : expectedCopies({ assembly, ...row.place }, sex);
    return judgeCopies(row, expected, tumor);
  };
  const call = callSegments(rows, judge);
  return (gene) => {
    const span = geneSpan(gene);
    const coarse = span === null ? "no place" : call({ gene, locus: span, codesIn: () => null });
    // Inside one segment every transcript has its copies, so that none has to be looked up.
    if (span !== null && isCalled(coarse) && isInside(span, coarse.rows)) return coarse;
    const place = models === null ? null : placeOf(gene, span, models);
    return place === null ? coarse : call({ ...place, locus: { assembly, ...place.locus } });
  };
}

function isInside(span: Locus, rows: readonly CopyNumberRow[]): boolean {
  const place = (rows.length === 1 ? rows[0]?.place : null) ?? null;
  return place !== null && place.start <= span.start && span.end <= place.end;
}

function placeOf(
  gene: string,
  span: Locus | null,
  models: GenomeModels,
): (Omit<GenePlace, "locus"> & { readonly locus: Omit<Locus, "assembly"> }) | null {
  const near =
    span === null
      ? models.transcriptsOf(gene)
      : models.transcriptsAt(span.contig, span.start, span.end);
  const own = near.filter((transcript) => transcript.gene === gene);
  const chosen = own.find(({ preferred }) => preferred) ?? own[0];
  if (chosen === undefined) return null;
  const [start, end] = spanOf(chosen);
  return {
    gene,
    locus: { contig: chosen.contig, start, end },
    codesIn: (from, to) => touchesCoding(chosen, from, to),
  };
}

function touchesCoding({ coding }: Transcript, start: number, end: number): boolean {
  return coding.some(([first, last]) => first <= end && start <= last);
}
