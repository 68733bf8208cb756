import type { OpenTable } from "../../../io/open-table.ts";
import { makeProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { isNotDetected, wordInCell } from "./detection.ts";
import { areRowsSamples } from "./matrix-kind.ts";
import { isSampleFact } from "./protein-columns.ts";
import { readGene } from "../names/protein-gene.ts";
import { sampleNotFound } from "./protein-sample.ts";
import { stateScale } from "../scale/protein-scale.ts";
import { showText } from "../../show-text.ts";
import { makeNumberReader } from "../../tables/table-number.ts";
import { makeRefusedRows } from "../../tables/table-refused-rows.ts";
import type { ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins, GeneRow } from "./gene-row.ts";

interface SampleRow {
  readonly line: number;
  readonly values: Float64Array;
  /** Columns in which the sample's protein is declared not detected. */
  readonly notDetected: ReadonlySet<number>;
}

/**
 * Reads a matrix whose rows are samples, named in the first column, and whose other columns are genes, or say something of the sample. A gene that cannot be read is refused
 * alone, like a row elsewhere. Its line is that of the case. Throws Refusal "identity" when no row is the case.
 */
export async function readTransposed(
  table: OpenTable,
  file: string,
  options: ProteinReadOptions,
): Promise<FoundProteins> {
  const samples = await readSamples(table, file, options);
  const own = samples.get(options.sample);
  if (own === undefined) {
    // Where the name over the rows is missing, the file has given two lists of names, and the case is in neither.
    const names = [...samples.keys()];
    const columns = table.columns.slice(1);
    const known = areRowsSamples(columns, names, options.names) ? names : columns;
    throw sampleNotFound(options.sample, known, { file });
  }
  const message = "samples are the rows of the table, genes its columns";
  options.report(makeProblem("matrix-transposed", "notice", message, { where: { file } }));
  const others = [...samples].filter(([name]) => name !== options.sample);
  const all = [own, ...others.map(([, other]) => other)];
  const refusedRows = makeRefusedRows(options);
  const rows: GeneRow[] = [];
  for (const [index, cell] of table.columns.entries()) {
    if (index === 0 || isSampleFact(cell)) continue;
    const { refused, remarks, ...name } = readGene(cell, {
      file,
      line: table.headerLine,
      column: index + 1,
    });
    if (refused !== null) {
      refusedRows.add(refused);
      continue;
    }
    for (const remark of remarks) options.report(remark);
    const cohort = new Float64Array(others.length);
    for (const [sample, [, { values }]] of others.entries()) cohort[sample] = at(values, index);
    const notDetected = flagsOf(index, all);
    rows.push({
      ...name,
      line: own.line,
      value: at(own.values, index),
      cohort,
      ...(notDetected === null ? {} : { notDetected }),
    });
  }
  const isDeclared = rows.some(({ notDetected }) => notDetected !== undefined);
  return {
    rows,
    refused: refusedRows.count(),
    setAside: 0,
    cohortSamples: others.map(([name]) => name),
    stated: stateScale(options.scale, null),
    layout: `${table.delimiter.name}-separated, samples in rows`,
    ...(isDeclared ? { detection: wordInCell } : {}),
  };
}

/** Null where the gene is declared not detected in no sample: nearly all genes. */
function flagsOf(column: number, samples: readonly SampleRow[]): Uint8Array | null {
  if (!samples.some(({ notDetected }) => notDetected.has(column))) return null;
  return Uint8Array.from(samples, ({ notDetected }) => (notDetected.has(column) ? 1 : 0));
}

function at(values: Float64Array, column: number): number {
  return values[column - 1] ?? Number.NaN;
}

async function readSamples(
  table: OpenTable,
  file: string,
  { report }: ProteinReadOptions,
): Promise<Map<string, SampleRow>> {
  const numbers = makeNumberReader(file, table);
  const facts = new Set(
    [...table.columns.keys()].filter((column) => isSampleFact(table.columns[column] ?? "")),
  );
  const samples = new Map<string, SampleRow>();
  for await (const block of table.rows()) {
    for (const { cells, line } of block) {
      const name = (cells[0] ?? "").trim();
      const before = samples.get(name);
      if (before !== undefined || name === "") {
        const message =
          before === undefined
            ? "the row names no sample"
            : `sample ${showText(name)} is there twice: lines ${before.line} and ${line}`;
        throw refuse("input", "sample-twice", message, {
          where: { file, line },
          hint: "Give every sample a row and a name of its own.",
        });
      }
      const values = new Float64Array(cells.length - 1);
      const notDetected = new Set<number>();
      for (let column = 1; column < cells.length; column += 1) {
        if (facts.has(column)) continue;
        const cell = cells[column] ?? "";
        if (isNotDetected(cell)) notDetected.add(column);
        values[column - 1] = isNotDetected(cell) ? Number.NaN : numbers.read(cell, line, column);
      }
      samples.set(name, { line, values, notDetected });
    }
  }
  numbers.finish(report);
  return samples;
}
