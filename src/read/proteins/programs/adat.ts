import { delimiters } from "../../../io/table-delimiter.ts";
import type { OpenedText } from "../../../io/open-text.ts";
import { makeProblem } from "../../../model/problem.ts";
import { refuse, type Refusal } from "../../../model/refusal.ts";
import { sampleNotFound } from "../tables/protein-sample.ts";
import { stateScale } from "../scale/protein-scale.ts";
import { readProteinTable } from "../tables/protein-table.ts";
import { showText } from "../../show-text.ts";
import { readTabLines, type TabLine } from "../../tables/tab-lines.ts";
import { makeNumberReader } from "../../tables/table-number.ts";
import type { ProteinReader, ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins, GeneRow } from "../tables/gene-row.ts";

const firstLine = /^(?:!Checksum\t[^\n]*\n)?\^HEADER\b/;

/**
 * SomaLogic's ADAT: blocks of facts, then a table whose first rows describe the aptamers and whose first columns describe the samples
 * (format description of SomaLogic/SomaLogic-Data). Values are RFU, linear, normalized as far as the header's ProcessSteps say.
 */
export const adat: ProteinReader = {
  id: "somascan-adat",
  title: "SomaScan ADAT",
  input: "protein",
  extensions: [".adat", ".adat.gz"],
  columns: [
    { name: "^TABLE_BEGIN", meaning: "mark of the table behind the blocks", required: true },
    { name: "EntrezGeneSymbol", meaning: "genes of an aptamer; else UniProt", required: true },
    { name: "SampleId", meaning: "sample", required: true },
    {
      name: "SampleType",
      meaning: "all but Sample (calibrators, buffers, QC) are set aside",
      required: false,
    },
    { name: "(aptamer)", meaning: "RFU of one aptamer, linear", required: true },
  ],
  detect: (head) => firstLine.test(head),
  // The rows above the first sample are longer than the head of the file; the empty name asks for whichever sample is the first.
  firstSample: () => "",
  read: (source, options) => readProteinTable(source, { id: adat.id, findInText }, options),
};

interface AdatHead {
  /** Rows that describe the aptamers, by their name; cells as in the file. */
  readonly aptamers: ReadonlyMap<string, readonly string[]>;
  /** The line that names the columns of the samples. */
  readonly names: TabLine;
}

/** The rows above the samples; null while the line that names the samples' columns has not come. */
function readHead(lines: readonly TabLine[]): AdatHead | null {
  const aptamers = new Map<string, readonly string[]>();
  for (const line of lines) {
    const named = line.cells.findIndex((cell) => cell !== "");
    if (named === 0) return { aptamers, names: line };
    aptamers.set(line.cells[named] ?? "", line.cells);
  }
  return null;
}

interface Sample {
  readonly name: string;
  readonly line: number;
  readonly cells: readonly string[];
}

interface AdatText {
  readonly steps: string | null;
  readonly head: AdatHead;
  readonly samples: readonly Sample[];
  readonly controls: number;
}

async function findInText(text: OpenedText, options: ProteinReadOptions): Promise<FoundProteins> {
  const file = text.name;
  const { steps, head, samples, controls } = await readText(text, options);
  // Where no sample is asked for, the table is only checked.
  const own =
    options.sample === "" ? samples[0] : samples.find(({ name }) => name === options.sample);
  if (own === undefined) {
    throw sampleNotFound(
      options.sample,
      samples.map(({ name }) => name),
      { file },
    );
  }
  const others = samples.filter((sample) => sample !== own);
  const [delimiter] = delimiters;
  const seqIds = head.aptamers.get("SeqId") ?? [];
  const numbers = makeNumberReader(file, { delimiter, columns: [...seqIds] });
  const describe = (row: string, column: number): string => head.aptamers.get(row)?.[column] ?? "";
  const rows: GeneRow[] = [];
  const reasons = new Map<string, number>();
  for (let column = seqIds.indexOf("SeqId") + 1; column < seqIds.length; column += 1) {
    const reason = reasonToSetAside(describe("Type", column), describe("Organism", column));
    if (reason !== null) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      continue;
    }
    const read = ({ cells, line }: Sample): number =>
      numbers.read(cells[column] ?? "", line, column);
    rows.push({
      // Several genes of one aptamer are parted by spaces or by |.
      gene: describe("EntrezGeneSymbol", column).trim().replaceAll(/[ |]+/g, ";"),
      accessions: describe("UniProt", column)
        .trim()
        .replaceAll(/[ |,]+/g, ";"),
      line: own.line,
      value: read(own),
      cohort: Float64Array.from(others.map(read)),
    });
  }
  numbers.finish(options.report);
  const aside = [...reasons, ["samples that are controls", controls] as const];
  const counts = aside.map(([reason, count]) => `${reason}: ${count}`).join(", ");
  const message = `aptamers of no human protein and controls were set aside (${counts}); normalization: ${steps ?? "not stated"}`;
  options.report(makeProblem("rows-set-aside", "notice", message, { where: { file } }));
  return {
    rows,
    sample: own.name,
    refused: 0,
    setAside: [...reasons.values()].reduce((sum, count) => sum + count, 0),
    cohortSamples: others.map(({ name }) => name),
    stated: stateScale(options.scale, null) ?? { scale: "intensity", by: "RFU" },
    layout: "ADAT",
  };
}

function reasonToSetAside(type: string, organism: string): string | null {
  if (type !== "" && type !== "Protein") return "control probes";
  return organism === "" || organism === "Human" ? null : "proteins of other organisms";
}

async function readText(text: OpenedText, options: ProteinReadOptions): Promise<AdatText> {
  const where = { file: text.name };
  let steps: string | null = null;
  let isTable = false;
  let head: AdatHead | null = null;
  const headLines: TabLine[] = [];
  const samples = new Map<string, Sample>();
  let controls = 0;
  for await (const block of readTabLines(text, options)) {
    for (const each of block) {
      const { line, cells } = each;
      if (!isTable) {
        if (cells[0] === "!ProcessSteps") steps = cells[1] ?? null;
        isTable = cells[0] === "^TABLE_BEGIN";
      } else if (head === null) {
        headLines.push(each);
        head = readHead(headLines);
      } else if (cells.some((cell) => cell !== "")) {
        const sample = readSample(each, head, where);
        if (sample === null) controls += 1;
        else if (samples.has(sample.name)) throw sampleTwice(sample, { ...where, line });
        else samples.set(sample.name, sample);
      }
    }
  }
  if (head === null) {
    throw refuse("input", "columns-missing", "the file ends before the table of samples", {
      where,
    });
  }
  return { steps, head, samples: [...samples.values()], controls };
}

/** Null for a control. Throws Refusal "input" for a row that is not as long as those of the aptamers. */
function readSample(
  { line, cells }: TabLine,
  { aptamers, names }: AdatHead,
  where: { file: string },
): Sample | null {
  const cell = (name: string): string => cells[names.cells.indexOf(name)]?.trim() ?? "";
  const columns = aptamers.get("SeqId")?.length ?? 0;
  if (cells.length !== columns) {
    const message = `the row is not as long as those above it; cells: ${cells.length}, columns: ${columns}`;
    throw refuse("input", "row-length", message, { where: { ...where, line } });
  }
  const type = cell("SampleType");
  if (type !== "" && type !== "Sample") return null;
  return { name: cell("SampleId"), line, cells };
}

function sampleTwice({ name }: Sample, where: { file: string; line: number }): Refusal {
  const message = `sample ${showText(name)} is there twice`;
  return refuse("input", "sample-twice", message, {
    where,
    hint: "Give every sample a name of its own in SampleId.",
  });
}
