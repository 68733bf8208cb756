import type { OpenedText } from "../../../io/open-text.ts";
import { delimiters } from "../../../io/table-delimiter.ts";
import { makeProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { sampleNotFound } from "../tables/protein-sample.ts";
import { stateScale } from "../scale/protein-scale.ts";
import { readProteinTable } from "../tables/protein-table.ts";
import { readTabLines, type TabLine } from "../../tables/tab-lines.ts";
import { makeNumberReader } from "../../tables/table-number.ts";
import type { ProteinReader, ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins, GeneRow } from "../tables/gene-row.ts";

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
      name: "opt_..._decoy_hit",
      meaning:
        "1 sets the row aside, likewise ..._decoy_peptide, and protein_details in opt_global_result_type",
      required: false,
    },
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
  readonly file: string;
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
  const { proteins, setAside } = takeProteins(section, options);
  const rows = proteins.map((row): GeneRow => {
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
    setAside,
    cohortSamples: others.map(({ name }) => name),
    stated: stateScale(options.scale, null),
    layout: "mzTab",
  };
}

/** What marks a decoy in PRIDE's and OpenMS' files: `opt_global_cv_PRIDE:0000303_decoy_hit`, `opt_global_cv_MS:1002217_decoy_peptide`. */
const decoyColumn = /^opt_.*_decoy_(?:hit|peptide)$/;
const isTrue = /^(?:1|true)$/i;
/** OpenMS writes each protein of a group once more, for its coverage. */
const detailColumn = "opt_global_result_type";

/** The rows of proteins without decoys and without what stands there for its details alone, and how many those are. */
function takeProteins(
  { header, rows, file }: ProteinSection,
  { report }: ProteinReadOptions,
): { readonly proteins: readonly TabLine[]; readonly setAside: number } {
  const decoys = header.cells.flatMap((name, column) => (decoyColumn.test(name) ? [column] : []));
  const details = header.cells.indexOf(detailColumn);
  const isDecoy = ({ cells }: TabLine): boolean =>
    decoys.some((column) => isTrue.test(cells[column]?.trim() ?? ""));
  const isDetail = ({ cells }: TabLine): boolean => cells[details] === "protein_details";
  const targets = rows.filter((row) => !isDecoy(row));
  const proteins = targets.filter((row) => !isDetail(row));
  const setAside = rows.length - proteins.length;
  if (setAside > 0) {
    const message = `rows that are no protein of the sample were set aside (details of a group: ${targets.length - proteins.length}, reverse hit: ${rows.length - targets.length})`;
    report(makeProblem("rows-set-aside", "notice", message, { where: { file } }));
  }
  return { proteins, setAside };
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
  return { file: text.name, facts, header, rows };
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
