import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";
import { controls, directionMarks, showText } from "../show-text.ts";
import type { HeaderLine } from "./header-lines.ts";

const fixedColumns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"];

/**
 * Reads the `#CHROM` line: the samples in column order, and how many columns a record has. Throws Refusal "input"
 * when the names are not those of VCF, or a sample name is empty, repeated or holds control characters.
 */
export function readSampleNames(
  line: HeaderLine,
  options: { readonly name: string; readonly report: ReportProblem },
): { columnCount: number; samples: readonly string[] } {
  const where = { file: options.name, line: line.number };
  const refuseLine = (code: string, message: string): Refusal =>
    refuse("input", code, message, { where });
  const columns = line.text.split("\t");
  if (columns.length < fixedColumns.length && /^#CHROM +POS/.test(line.text)) {
    throw refuseLine("vcf-columns-not-tabs", "the columns are separated by spaces, not by tabs");
  }
  const expected =
    columns.length > fixedColumns.length ? [...fixedColumns, "FORMAT"] : fixedColumns;
  const wrong = expected.findIndex((column, index) => columns[index] !== column);
  if (wrong !== -1) {
    const message = `column ${wrong + 1} is ${showText(columns[wrong] ?? "")} and not ${expected[wrong]}`;
    throw refuseLine("vcf-column-names", message);
  }
  const samples = columns.slice(expected.length);
  if (expected.length > fixedColumns.length && samples.length === 0) {
    const message = "there is a column FORMAT and no sample behind it";
    options.report(makeProblem("vcf-format-without-samples", "warning", message, { where }));
  }
  const seen = new Set<string>();
  for (const sample of samples) {
    if (sample.trim() === "") throw refuseLine("sample-name-empty", "a sample has an empty name");
    if (seen.has(sample)) {
      const message = `two samples have the same name ${showText(sample)}`;
      throw refuseLine("sample-name-repeated", message);
    }
    if (controls.test(sample)) {
      const message = `sample name ${showText(sample)} holds control characters`;
      throw refuseLine("sample-name-control", message);
    }
    if (directionMarks.test(sample)) {
      const message = `sample name ${showText(sample)} holds marks that turn the writing direction`;
      options.report(makeProblem("sample-name-direction", "warning", message, { where }));
    }
    seen.add(sample);
  }
  return { columnCount: columns.length, samples };
}
