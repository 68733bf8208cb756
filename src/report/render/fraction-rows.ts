/** Allele fractions of small variants with what the reads leave open, lesion by lesion, for a plot. */
import type { Finding, Report } from "../../model/report.ts";
import { wilsonInterval } from "../../model/wilson-interval.ts";
import { percent } from "./format-number.ts";

export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface FractionRow {
  /** `BRAF V600E`, or `BRAF V600E, liver-2026` where there are several lesions. */
  readonly label: string;
  /** Share of reads with the 95% Wilson interval. */
  readonly vaf: Interval;
  /** Cancer cell fraction; its interval is known in the lesion of the ranking only. */
  readonly cells: Interval | null;
}

/** More rows than these are no plot; the table has all of them. */
const mostRows = 24;

/** Rows of the variants that meet a statement and whose reads are counted, in the order of the report. */
export function fractionRows({ findings, lesions }: Report): readonly FractionRow[] {
  const counted = findings.filter(
    ({ kind, statements }) => kind === "small-variant" && statements.length > 0,
  );
  const rows = counted.flatMap((finding) => {
    const others = lesions?.alterations.find(
      ({ observation }) => observation === finding.observation,
    );
    const own = ownRow(finding, lesions?.treated);
    const beside = (others?.cells ?? [])
      .filter(({ specimen }) => specimen !== lesions?.treated)
      .flatMap(({ specimen, altReads, depth, cellFraction }) =>
        makeRow(`${finding.label}, ${specimen}`, { altReads, depth }, pointOf(cellFraction)),
      );
    return [...own, ...beside];
  });
  return rows.slice(0, mostRows);
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
  return makeRow(treated === undefined ? label : `${label}, ${treated}`, support, cells);
}

function makeRow(
  label: string,
  { altReads, depth }: { altReads: number | null; depth: number | null },
  cells: Interval | null,
): FractionRow[] {
  if (altReads === null || depth === null || depth === 0 || altReads > depth) return [];
  return [
    { label, vaf: { estimate: altReads / depth, ...wilsonInterval(altReads, depth) }, cells },
  ];
}

function pointOf(estimate: number | null): Interval | null {
  return estimate === null ? null : { estimate, low: estimate, high: estimate };
}

/** The rows in words, for who does not see the drawing. */
export function describeFractions(rows: readonly FractionRow[]): string {
  return rows
    .map(({ label, vaf, cells }) => {
      const share = cells === null ? "" : `, cancer cell fraction ${describeInterval(cells)}`;
      return `${label}: VAF ${describeInterval(vaf)}${share}.`;
    })
    .join(" ");
}

function describeInterval({ estimate, low, high }: Interval): string {
  const range = low === high ? "" : ` (${percent(low)} to ${percent(high)})`;
  return `${percent(estimate)}${range}`;
}
