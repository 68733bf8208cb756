import { peekTable, type OpenTable } from "../../io/open-table.ts";
import { accessionOf, normalizeContig } from "../../model/contig-name.ts";
import { assemblies } from "../../model/locus.ts";
import type { ReadSupport } from "../../model/observation.ts";
import { makeProblem, type Problem } from "../../model/problem.ts";
import {
  openListed,
  type ListedColumns,
  type ListedFormat,
  type ListedRow,
} from "./listed-variants.ts";
import { maf } from "./maf.ts";
import { makeNamedColumns, type CellOf, type NamedColumns } from "../tables/table-columns.ts";
import { findSampleColumns, sampleColumn } from "../tables/sample-columns.ts";
import type { TableRow } from "../../io/table-row.ts";
import type { VariantReader } from "../variant-reader.ts";

const geneNames = [
  "gene",
  "symbol",
  "gene_symbol",
  "gene_name",
  "hugo_symbol",
  "hugo_gene_symbol",
  "hgnc_symbol",
] as const;
const changeNames = [
  "change",
  "hgvs",
  "variant",
  "mutation",
  "alteration",
  "hgvsg",
  "hgvsc",
  "hgvsp_short",
  "hgvsp",
  "protein_change",
  "coding_change",
] as const;
const fractionNames = ["vaf", "af", "allele_fraction"] as const;
const depthNames = ["depth", "dp"] as const;

/** A gene and a change in each row, as a laboratory's report lists them. */
export const hgvsList: VariantReader = {
  input: "variants",
  id: "hgvs-list",
  title: "List of genes and changes in HGVS, comma, tab or semicolon separated",
  extensions: [".csv", ".tsv", ".txt"],
  columns: [
    {
      name: "gene",
      meaning: "gene symbol; also named symbol, gene_symbol, Hugo_Symbol",
      required: true,
    },
    {
      name: "change",
      meaning:
        "V600E, p.Val600Glu, c.1799T>A, NM_004333.6:c.1799T>A, NC_000007.14:g.140753336A>T or 7:140753336:A:T; also named hgvs, variant, mutation, alteration, HGVSp_Short, HGVSp, HGVSc, protein_change",
      required: true,
    },
    {
      name: "transcript",
      meaning: "transcript that the change is numbered by; else the preferred one of the gene",
      required: false,
    },
    sampleColumn,
    { name: "vaf", meaning: "allele fraction, 0 to 1 or with %", required: false },
    { name: "depth", meaning: "reads at the place", required: false },
  ],
  detect(head) {
    const table = peekTable(head, { comments: true });
    if (table === null || maf.detect(head)) return false;
    const columns = makeNamedColumns(table.columns);
    return columns.placeOf(...geneNames) >= 0 && columns.placeOf(...changeNames) >= 0;
  },
  open: (source, options) => openListed(source, listFormat, options),
};

const listFormat: ListedFormat = { name: "HGVS list", findColumns };

interface RowCells {
  readonly file: string;
  readonly gene: CellOf;
  readonly change: CellOf;
  readonly transcript: CellOf;
  readonly fraction: CellOf;
  readonly depth: CellOf;
  /** As a sentence for the report. */
  readonly rule: string | null;
}

function findColumns(table: OpenTable, file: string): ListedColumns {
  const columns = makeNamedColumns(table.columns);
  const samples = findSampleColumns(table.columns);
  const sample = columns.cell(...samples);
  const row: RowCells = {
    file,
    gene: columns.cell(...geneNames),
    change: columns.cell(...changeNames),
    transcript: columns.cell("transcript", "transcript_id"),
    fraction: columns.cell(...fractionNames),
    depth: columns.cell(...depthNames),
    rule: nameSupport(columns),
  };
  return {
    sampleOf: ({ cells }) => (samples.length > 0 ? sample(cells) : null),
    normalOf: () => null,
    buildOf: ({ cells }) => buildOfChange(row.change(cells)),
    hasPlace: ({ cells }) => namesPlace(row.change(cells)),
    annotation: { dialect: "HGVS", fields: [] },
    supportRule:
      row.rule === null
        ? "not read: the list has no columns vaf and depth"
        : `${row.rule} of the row`,
    read: (tableRow, name) => readRow(row, tableRow, name),
  };
}

function nameSupport(columns: NamedColumns): string | null {
  const present = [...fractionNames, ...depthNames].filter((name) => columns.placeOf(name) >= 0);
  return present.length === 0 ? null : present.join(", ");
}

/** The build of a RefSeq accession of a chromosome; empty for any other change, and for the mitochondrion, which both share. */
function buildOfChange(change: string): string {
  const accession = /^(NC_\d{6}\.\d{1,3}):/i.exec(change)?.[1];
  const contig = accession === undefined ? null : normalizeContig(accession);
  if (accession === undefined || contig === null || contig === "MT") return "";
  return assemblies.find((name) => accessionOf(contig, name) === accession.toUpperCase()) ?? "";
}

/** `7:g.140453136A>T`, `NC_000007.14:g...`, `7:140753336:A:T`. */
function namesPlace(change: string): boolean {
  const subject = /^([^:\s]{1,20}):/.exec(change)?.[1];
  return subject !== undefined && normalizeContig(subject) !== null;
}

function readRow(columns: RowCells, { cells, line }: TableRow, sample: string | null): ListedRow {
  const { file } = columns;
  const change = columns.change(cells);
  const gene = columns.gene(cells);
  const fault = (message: string): ListedRow => ({ problem: unreadable(file, line, message) });
  if (change === "") return fault("it names no change");
  if (gene === "" && !change.includes(":")) return fault("it names no gene");
  const support = readSupport(columns, cells);
  if (typeof support === "string") return fault(support);
  const named = {
    gene: gene || null,
    changes: [change],
    transcript: columns.transcript(cells) || null,
    terms: [],
  };
  const provenance = { file, line, sample };
  return {
    record: {
      line,
      calls: [],
      skipped: [],
      rawContig: "",
      named: { named, failedFilters: [], support, provenance },
    },
  };
}

/** A text is what is wrong with the row. */
function readSupport(columns: RowCells, cells: readonly string[]): ReadSupport | string {
  const depth = columns.depth(cells);
  if (depth !== "" && !/^\d{1,9}$/.test(depth)) return "its depth is no count of reads";
  const vaf = readFraction(columns.fraction(cells));
  if (vaf === "malformed") return "its allele fraction is none of 0 to 1, or of 0 % to 100 %";
  return {
    kind: "reads",
    vaf,
    depth: depth === "" ? null : Number(depth),
    altReads: null,
    rule: vaf === null && depth === "" ? null : columns.rule,
    genotype: "absent",
  };
}

function readFraction(text: string): number | null | "malformed" {
  if (text === "") return null;
  const [, digits, percent] = /^(\d{1,3}(?:\.\d{1,12})?|\.\d{1,12})\s?(%)?$/.exec(text) ?? [];
  if (digits === undefined) return "malformed";
  const value = Number(digits) / (percent === undefined ? 1 : 100);
  return value <= 1 ? value : "malformed";
}

function unreadable(file: string, line: number, why: string): Problem {
  return makeProblem("list-row-malformed", "error", `the row cannot be read: ${why}`, {
    where: { file, line },
  });
}
