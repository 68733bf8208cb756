import { cutRows } from "../../../io/open-table.ts";
import type { OpenedText } from "../../../io/open-text.ts";
import { readTableLines, type LineBlock } from "../../../io/read-table-lines.ts";
import { delimiters, type Delimiter } from "../../../io/table-delimiter.ts";
import { makeProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { showText } from "../../show-text.ts";
import { makeNumberReader, type NumberReader } from "../../tables/table-number.ts";
import { listExamples } from "../names/list-examples.ts";
import { stateScale } from "../scale/protein-scale.ts";
import { sampleNotFound } from "../tables/protein-sample.ts";
import { readProteinTable } from "../tables/protein-table.ts";
import { belowLimit, olinkControl, olinkPassed } from "./olink.ts";
import { layOutOlink, type OlinkAssay, type OlinkWide } from "./olink-wide-layout.ts";
import type { TableRow } from "../../../io/table-row.ts";
import type { ProteinReader, ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins, GeneRow } from "../tables/gene-row.ts";

const start = /(?:^|\n)"?Panel"?([,;\t])[^\n]*\n"?Assay"?\1/;

/**
 * Olink's NPX in wide form, as NPX Manager and NPX Signature export it: titles, four rows that name panel, assay, accession and OlinkID of each column, a row
 * for each sample, and below them limits of detection, missing frequency and normalization. Source of the layout: `Olink-Proteomics/OlinkRPackage` (OlinkAnalyze).
 */
export const olinkWide: ProteinReader = {
  id: "olink-npx-wide",
  title: "Olink NPX in wide form, one row for each sample (save the sheet as CSV)",
  input: "protein",
  extensions: [".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz"],
  columns: [
    {
      name: "Panel, Assay, Uniprot ID, OlinkID",
      meaning: "four rows above the samples, in this order",
      required: true,
    },
    {
      name: "QC Warning",
      meaning: "column of a panel; its values of a sample that did not pass count as missing",
      required: false,
    },
    {
      name: "LOD",
      meaning:
        "row below the samples, also Max LOD, or Plate LOD of the sample's Plate ID; NPX of the case below it is not detected",
      required: false,
    },
  ],
  detect: (head) => start.test(head),
  // The rows above the samples may be longer than the head; the empty name asks for whichever sample is the first.
  firstSample: () => "",
  read: (source, options) => readProteinTable(source, { id: olinkWide.id, findInText }, options),
};

async function findInText(text: OpenedText, options: ProteinReadOptions): Promise<FoundProteins> {
  const file = text.name;
  const blocks: LineBlock[] = [];
  for await (const block of readTableLines(text, options)) blocks.push(block);
  const delimiter = findDelimiter(blocks);
  const wide = layOutOlink(cutRows(file, blocks, delimiter));
  if (wide === null || wide.assays.length === 0) {
    const message = "the rows Panel, Assay, Uniprot ID and OlinkID do not name the columns";
    throw refuse("input", "columns-missing", message, { where: { file } });
  }
  if (wide.unit !== null) {
    const message = `the table has a row Unit (${showText(wide.unit)}): it is of quantified data, and not of NPX`;
    throw refuse("input", "table-not-read", message, {
      where: { file },
      hint: "Export the project as NPX, the scale on which samples are compared.",
    });
  }
  return readWide(wide, { file, delimiter, options });
}

function findDelimiter(blocks: readonly LineBlock[]): Delimiter {
  const line = blocks.flatMap(({ texts }) => texts).find((text) => /^"?Panel"?[,;\t]/.test(text));
  const mark = /^"?Panel"?(.)/.exec(line ?? "")?.[1];
  return delimiters.find(({ text }) => text === mark) ?? delimiters[0];
}

interface WideContext {
  readonly file: string;
  readonly delimiter: Delimiter;
  readonly options: ProteinReadOptions;
}

function readWide(wide: OlinkWide, { file, delimiter, options }: WideContext): FoundProteins {
  const samples = takeSamples(wide.samples, file);
  const names = [...samples.keys()];
  const asked = options.sample === "" ? (names[0] ?? "") : options.sample;
  const own = samples.get(asked);
  if (own === undefined) throw sampleNotFound(asked, names, { file });
  const others = [...samples].filter(([name]) => name !== asked);
  const columns = wide.assays.map(({ assay }) => assay);
  const numbers = makeNumberReader(file, { delimiter, columns });
  const tally: Tally = { failed: 0, flagged: 0, below: [] };
  const readCell = makeCellReader(wide, numbers, tally);
  const rows = wide.assays.map((assay, place): GeneRow => {
    const cells = [own, ...others.map(([, row]) => row)].map((row) => readCell(row, assay, place));
    const [ofCase, ...cohort] = cells;
    if (ofCase?.isBelow === true && options.isReference !== true) tally.below.push(assay.assay);
    return {
      gene: assay.assay,
      // A complex has several, parted by underscores or commas.
      accessions: assay.uniProt.replaceAll(/[_,]\s*/g, ";"),
      line: own.line,
      value: ofCase?.value ?? Number.NaN,
      cohort: Float64Array.from(cohort, ({ value }) => value),
      ...(cells.some(({ isBelow }) => isBelow)
        ? { notDetected: Uint8Array.from(cells, ({ isBelow }) => (isBelow ? 1 : 0)) }
        : {}),
    };
  });
  numbers.finish(options.report);
  reportReading({ file, wide, tally, controls: wide.samples.length - samples.size }, options);
  const limit = wide.limits[0] ?? wide.plateLimits[0];
  return {
    rows,
    sample: asked,
    cohortSamples: others.map(([name]) => name),
    stated: stateScale(options.scale, null) ?? { scale: "npx", by: "the format" },
    ...(limit === undefined ? {} : { detection: `NPX below row ${(limit.cells[0] ?? "").trim()}` }),
    refused: 0,
    setAside: 0,
    layout: "Olink's wide form, samples in rows",
  };
}

/** The rows of samples without controls. Throws Refusal "input" for a sample that is there twice. */
function takeSamples(rows: readonly TableRow[], file: string): ReadonlyMap<string, TableRow> {
  const samples = new Map<string, TableRow>();
  for (const row of rows) {
    const name = (row.cells[0] ?? "").trim();
    if (olinkControl.test(name)) continue;
    const before = samples.get(name);
    if (before !== undefined) {
      const message = `sample ${showText(name)} is there twice: lines ${before.line} and ${row.line}`;
      throw refuse("input", "sample-twice", message, {
        where: { file, line: row.line },
        hint: "Give every sample a name of its own.",
      });
    }
    samples.set(name, row);
  }
  return samples;
}

interface Tally {
  /** Values of samples that did not pass the quality control of their panel. */
  failed: number;
  /** Values with a mark before them. */
  flagged: number;
  /** Assays of which the case lies below the limit. */
  readonly below: string[];
}

interface OlinkCell {
  readonly value: number;
  readonly isBelow: boolean;
}

/** Reads one value of a sample; `place` is that of the assay among the assays. */
function makeCellReader(
  wide: OlinkWide,
  numbers: NumberReader,
  tally: Tally,
): (row: TableRow, assay: OlinkAssay, place: number) => OlinkCell {
  const missing: OlinkCell = { value: Number.NaN, isBelow: false };
  const numberIn = ({ cells, line }: TableRow, column: number, place: number): number => {
    const cell = (cells[column] ?? "").trim();
    return /^no data$/i.test(cell) ? Number.NaN : numbers.read(cell, line, place);
  };
  const limitOf = (row: TableRow, { column, panel }: OlinkAssay, place: number): number => {
    const plate = row.cells[wide.plateOf.get(panel) ?? -1]?.trim() ?? "";
    const plateColumn = wide.plateOf.get(panel) ?? -1;
    const ofPlate = wide.plateLimits.filter(
      ({ cells }) => plate !== "" && cells[plateColumn]?.trim() === plate,
    );
    const onlyPlate = wide.plateLimits.length === 1 ? wide.plateLimits : [];
    const [limit] = [...ofPlate, ...wide.limits, ...onlyPlate];
    return limit === undefined ? Number.NaN : numberIn(limit, column, place);
  };
  return (row, assay, place) => {
    const cell = (row.cells[assay.column] ?? "").trim();
    const warning = row.cells[wide.warningOf.get(assay.panel) ?? -1]?.trim() ?? "";
    if (!olinkPassed.has(warning.toLowerCase())) {
      tally.failed += 1;
      return missing;
    }
    if (cell.startsWith("#")) {
      tally.flagged += 1;
      return missing;
    }
    const value = numberIn(row, assay.column, place);
    return { value, isBelow: value < limitOf(row, assay, place) };
  };
}

function reportReading(
  read: { file: string; wide: OlinkWide; tally: Tally; controls: number },
  { report }: ProteinReadOptions,
): void {
  const where = { file: read.file };
  const { tally, wide } = read;
  const counts = [
    ...(read.controls > 0 ? [`rows of controls: ${read.controls}`] : []),
    ...(tally.failed > 0 ? [`values of a sample with a quality warning: ${tally.failed}`] : []),
    ...(tally.flagged > 0 ? [`values marked with #: ${tally.flagged}`] : []),
  ];
  if (counts.length > 0) {
    const message = `what is no measurement was set aside (${counts.join(", ")}); normalization: ${wide.normalizations.map(showText).join(", ") || "not stated"}`;
    report(makeProblem("rows-set-aside", "notice", message, { where }));
  }
  if (tally.below.length > 0) {
    const message = `${belowLimit}: ${tally.below.length} (${listExamples(tally.below)})`;
    report(makeProblem("case-value-doubtful", "notice", message, { where }));
  }
}
