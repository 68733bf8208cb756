import type { Counts, Report } from "../../model/report.ts";
import { grouped, plural } from "./format-number.ts";

/** The accounts of a report, one sentence each: every record read is in exactly one of the terms. */
export function describeCounts(report: Report): string[] {
  const { counts } = report;
  return nouns.flatMap(([kind, noun]) => {
    const given = counts[kind] ?? null;
    return given === null ? [] : [account(given, noun)];
  });
}

/** What is counted of each kind of input, in the order of the report. */
const nouns = [
  ["variants", "variant record"],
  ["proteins", "protein row"],
  ["copyNumber", "copy-number row"],
  ["structuralVariants", "structural-variant record"],
  ["fusions", "fusion row"],
  ["status", "status row"],
  ["ihc", "stain row"],
  ["callable", "callability row"],
  ["prior", "line of the history"],
  ["outside", "outside call"],
] as const satisfies readonly (readonly [keyof Report["counts"], string])[];

function account(counts: Counts, noun: string): string {
  const { read, matched, notMatched, setAside, refused } = counts;
  return (
    `${plural(read, noun)} read = ${grouped(matched)} matched + ${grouped(notMatched)} not matched + ` +
    `${grouped(setAside)} set aside + ${grouped(refused)} refused`
  );
}
