/** Allele fractions of small variants with what the reads leave open, lesion by lesion, for a plot. */
import type { Finding, Report } from "../../model/report.ts";
import { wilsonInterval } from "../../model/wilson-interval.ts";
import { percent, plural } from "./format-number.ts";

export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface FractionRow {
  /** `BRAF V600E` */
  readonly label: string;
  /** Where there are several. */
  readonly lesion: string | null;
  /** Share of reads with the 95% Wilson interval. */
  readonly vaf: Interval;
  /** Cancer cell fraction; its interval is known in the lesion of the ranking only. */
  readonly cells: Interval | null;
}

/** More rows than these are no plot; the table has all of them. */
const mostRows = 24;

export interface Fractions {
  readonly rows: readonly FractionRow[];
  /** What the drawing leaves out, in a sentence: who sees a gap must not read it as absence. Null: nothing. */
  readonly undrawn: string | null;
}

/** Rows of the variants that meet a statement and whose reads are counted, in the order of the report. */
export function fractionRows({ findings, lesions }: Report): Fractions {
  const variants = findings.filter(({ kind }) => kind === "small-variant");
  const counted = variants.filter(({ statements }) => statements.length > 0);
  const rowsOf = counted.map((finding) => {
    const others = lesions?.alterations.find(
      ({ observation }) => observation === finding.observation,
    );
    const own = ownRow(finding, lesions?.treated);
    const beside = (others?.cells ?? [])
      .filter(({ specimen }) => specimen !== lesions?.treated)
      .flatMap(({ specimen, altReads, depth, cellFraction }) =>
        makeRow(
          { label: finding.label, lesion: specimen },
          { altReads, depth },
          pointOf(cellFraction),
        ),
      );
    return [...own, ...beside];
  });
  const rows = rowsOf.flat();
  const gaps = [
    nameGap(variants.length - counted.length, "small variant", "that no statement speaks of"),
    nameGap(rowsOf.filter((own) => own.length === 0).length, "variant", "without counted reads"),
    nameGap(rows.length - mostRows, "row", `after the first ${mostRows}`),
  ].flatMap((gap) => gap ?? []);
  return {
    rows: rows.slice(0, mostRows),
    undrawn: gaps.length === 0 ? null : `Not drawn, and in the table: ${gaps.join("; ")}.`,
  };
}

function nameGap(count: number, noun: string, which: string): string | null {
  return count > 0 ? `${plural(count, noun)} ${which}` : null;
}

function ownRow(
  { label, support, clonality }: Finding,
  treated: string | undefined,
): FractionRow[] {
  if (support.kind !== "reads") return [];
  const fraction = clonality?.fraction ?? null;
  const cells =
    fraction === null
      ? null
      : {
          estimate: fraction.estimate,
          low: fraction.low ?? fraction.estimate,
          high: fraction.high ?? fraction.estimate,
        };
  return makeRow({ label, lesion: treated ?? null }, support, cells);
}

function makeRow(
  name: Pick<FractionRow, "label" | "lesion">,
  { altReads, depth }: { altReads: number | null; depth: number | null },
  cells: Interval | null,
): FractionRow[] {
  if (altReads === null || depth === null || depth === 0 || altReads > depth) return [];
  return [
    { ...name, vaf: { estimate: altReads / depth, ...wilsonInterval(altReads, depth) }, cells },
  ];
}

function pointOf(estimate: number | null): Interval | null {
  return estimate === null ? null : { estimate, low: estimate, high: estimate };
}

/** The rows in words, for who does not see the drawing. */
export function describeFractions(rows: readonly FractionRow[]): string {
  return rows
    .map(({ label, lesion, vaf, cells }) => {
      const name = lesion === null ? label : `${label}, ${lesion}`;
      const share = cells === null ? "" : `, cancer cell fraction ${describeInterval(cells)}`;
      return `${name}: VAF ${describeInterval(vaf)}${share}.`;
    })
    .join(" ");
}

function describeInterval({ estimate, low, high }: Interval): string {
  const range = low === high ? "" : ` (${percent(low)} to ${percent(high)})`;
  return `${percent(estimate)}${range}`;
}
