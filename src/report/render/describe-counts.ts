import type { Counts, Report } from "../../model/report.ts";
import { grouped, plural } from "./format-number.ts";

/** The accounts of a report, one sentence each: every record read is in exactly one of the terms. */
export function describeCounts(report: Report): string[] {
  const { variants, proteins } = report.counts;
  return [
    ...(variants === null ? [] : [account(variants, "variant record")]),
    ...(proteins === null ? [] : [account(proteins, "protein row")]),
  ];
}

function account(counts: Counts, noun: string): string {
  const { read, matched, notMatched, setAside, refused } = counts;
  return (
    `${plural(read, noun)} read = ${grouped(matched)} matched + ${grouped(notMatched)} not matched + ` +
    `${grouped(setAside)} set aside + ${grouped(refused)} refused`
  );
}
