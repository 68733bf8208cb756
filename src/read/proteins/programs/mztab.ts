import type { OpenedText } from "../../../io/open-text.ts";
import { delimiters } from "../../../io/table-delimiter.ts";
import { refuse } from "../../../model/refusal.ts";
import { sampleNotFound } from "../tables/protein-sample.ts";
import { stateScale } from "../scale/protein-scale.ts";
import { readProteinTable, type FoundProteins, type GeneRow } from "../tables/protein-table.ts";
import type { ProteinReader, ProteinReadOptions } from "../../reader.ts";
import { readTabLines, type TabLine } from "../../tables/tab-lines.ts";
import { makeNumberReader } from "../../tables/table-number.ts";

/** Abundances of a protein: in an assay, else in a study variable, which is a mean of assays. */
const abundances = ["assay", "study_variable"] as const;
const abundanceColumn = /^protein_abundance_(assay|study_variable)\[(\d{1,6})\]$/;
const geneName = /\bGN=(\S+)/;

/**
 * The protein section of mzTab 1.0 (HUPO-PSI). A sample is an assay or a study variable, named by its description, else by the file of its
 * run, else as `assay[1]`. A file of identifications states no abundance and is refused with that sentence.
 */
export const mzTab: ProteinReader = {
  id: "mztab",
  title: "mzTab 1.0, section of proteins",
  input: "protein",
  extensions: [".mztab", ".mzTab", ".mztab.gz"],
  columns: [
    { name: "accession", meaning: "accession of the protein", required: true },
    { name: "description", meaning: "asked for GN=", required: false },
    { name: "ambiguity_members", meaning: "other proteins of the group", required: false },
    {
      name: "protein_abundance_assay[n]",
      meaning: "abundance; else protein_abundance_study_variable[n]",
      required: true,
    },
  ],
  detect: (head) => /^(?:COM\t[^\n]*\n|\s*\n)*MTD\tmzTab-version\t1\./.test(head),
  firstSample(head) {
    const lines = head
      .split("\n")
      .map((text, line) => ({ line, cells: text.trimEnd().split("\t") }));
    const header = lines.find(({ cells }) => cells[0] === "PRH");
    const facts = new Map(
      lines
        .filter(({ cells }) => cells[0] === "MTD")
        .map(({ cells: [, key = "", value = ""] }) => [key, value]),
    );
    return header === undefined ? null : (findSamples({ facts, header })[0]?.name ?? null);
  },
  read: (source, options) => readProteinTable(source, { id: mzTab.id, findInText }, options),
};

interface ProteinSection {
  readonly facts: ReadonlyMap<string, string>;
  readonly header: TabLine;
  readonly rows: readonly TabLine[];
}

async function findInText(text: OpenedText, options: ProteinReadOptions): Promise<FoundProteins> {
  const file = text.name;
  const section = await readSection(text, options);
  const { cells: columns, line } = section.header;
  const where = { file, line };
  const samples = findSamples(section);
  if (samples.length === 0) {
    throw refuse(
      "input",
      "table-not-read",
      "the mzTab file states no abundance of proteins, only that they were identified",
      {
        where,
        hint: "Export it with quantification (protein_abundance_assay), or give the search engine's own table.",
      },
    );
  }
  const names = samples.map(({ name }) => name);
  const own = samples.find(({ name }) => name === options.sample);
  if (own === undefined) throw sampleNotFound(options.sample, names, where);
  const others = samples.filter((sample) => sample !== own);
  const [delimiter] = delimiters;
  const numbers = makeNumberReader(file, { delimiter, columns });
  const cellOf = (row: TabLine, name: string): string => {
    const cell = row.cells[columns.indexOf(name)] ?? "";
    return cell === "null" ? "" : cell;
  };
  const rows = section.rows.map((row): GeneRow => {
    const at = (column: number): number => numbers.read(row.cells[column] ?? "", row.line, column);
    const members = cellOf(row, "ambiguity_members").split(",");
    return {
      gene: geneName.exec(cellOf(row, "description"))?.[1] ?? "",
      accessions: [cellOf(row, "accession"), ...members].join(";"),
      line: row.line,
      value: at(own.column),
      cohort: Float64Array.from(others.map(({ column }) => at(column))),
    };
  });
  numbers.finish(options.report);
  return {
    rows,
    refused: 0,
    setAside: 0,
    cohortSamples: others.map(({ name }) => name),
    stated: stateScale(options.scale, null),
    layout: "mzTab",
  };
}

async function readSection(text: OpenedText, options: ProteinReadOptions): Promise<ProteinSection> {
  const facts = new Map<string, string>();
  let header: TabLine | null = null;
  const rows: TabLine[] = [];
  for await (const block of readTabLines(text, options)) {
    for (const each of block) {
      const [prefix, key = "", value = ""] = each.cells;
      if (prefix === "MTD") facts.set(key, value);
      else if (prefix === "PRH") header = each;
      else if (prefix === "PRT") rows.push(each);
    }
  }
  const where = { file: text.name };
  if (header === null) {
    throw refuse("input", "columns-missing", "the mzTab file has no section of proteins", {
      where,
    });
  }
  const { cells } = header;
  const short = rows.find((row) => row.cells.length !== cells.length);
  if (short !== undefined) {
    const message = `the row is not as long as the header; cells: ${short.cells.length}, columns: ${cells.length}`;
    throw refuse("input", "row-length", message, { where: { ...where, line: short.line } });
  }
  return { facts, header, rows };
}

function findSamples({
  facts,
  header,
}: Pick<ProteinSection, "facts" | "header">): { readonly name: string; readonly column: number }[] {
  const found = header.cells.flatMap((title, column) => {
    const [, kind, number] = abundanceColumn.exec(title) ?? [];
    return kind === undefined || number === undefined ? [] : [{ kind, number, column }];
  });
  const kind = abundances.find((each) => found.some((column) => column.kind === each));
  return found
    .filter((column) => column.kind === kind)
    .map(({ number, column }) => ({ name: nameSample(facts, `${kind ?? ""}[${number}]`), column }));
}

function nameSample(facts: ReadonlyMap<string, string>, id: string): string {
  const described = facts.get(`${id}-description`);
  if (described !== undefined && described !== "null") return described;
  const run = facts.get(`${id}-ms_run_ref`);
  const location = run === undefined ? undefined : facts.get(`${run}-location`);
  return (
    location
      ?.split(/[/\\]/u)
      .at(-1)
      ?.replace(/\.[A-Za-z]+$/u, "") ?? id
  );
}
