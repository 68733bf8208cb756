import { peekTable, type TableStart } from "../../../io/open-table.ts";
import { isAlphapept } from "../programs/alphapept-columns.ts";
import {
  findLongColumns,
  findWideColumns,
  hasSampleRows,
  isSampleFact,
} from "./protein-columns.ts";
import { genesOfName, type ProteinNames } from "../names/protein-names.ts";
import { readRowName } from "../names/protein-row-name.ts";
import { isOfProteomeDiscoverer } from "../programs/proteome-discoverer.ts";
import { quantityColumn } from "./rna-columns.ts";
import { isNotDetected } from "./detection.ts";
import { readSite, type SiteColumn } from "./site-columns.ts";
import { isMissing } from "../../tables/table-number.ts";

/** Matrices of one shape, by what names their rows. */
export type MatrixKind = "wide" | "rppa" | "phosphosites";

/** A matrix of samples and genes, whichever of them are its rows. */
export interface Matrix {
  readonly kind: MatrixKind;
  readonly table: TableStart;
  /** True where the rows are known to be samples; false where they are genes, or where only the sample's name will tell. */
  readonly samplesInRows: boolean;
}

/**
 * What kind of matrix a text is; null when it is none, or the table of a program that is read by a reader of its own. Where the names over the
 * rows and beside them are both names, `names` tells which of them are genes.
 */
export function recognizeMatrix(head: string, genes?: ProteinNames): Matrix | null {
  const table = peekTable(head);
  if (table === null || isOtherFormat(table.columns)) return null;
  const columns = findWideColumns(table.columns);
  if (columns === null) {
    return hasSampleRows(table.columns) ? recognizeSampleRows(table, genes) : null;
  }
  // Other matrices have a gene column too, and texts beside it.
  if (!columns.samples.every((index) => isLikeNumber(table.firstRow[index] ?? ""))) return null;
  const names = table.rows.map((row) => row[columns.gene] ?? "");
  const headers = columns.isUnnamed ? table.columns.slice(1) : [];
  const byHeaders = kindOf(headers);
  // Two layouts in one head cannot both be right; the rows' names are asked first.
  const byRows = hasSites(table.rows, columns.site) ? "phosphosites" : kindOf(names);
  if (byRows === "wide" && byHeaders !== "wide") {
    return { kind: byHeaders, table, samplesInRows: true };
  }
  const samplesInRows = genes !== undefined && areGenes(headers, genes) && !areGenes(names, genes);
  return { kind: byRows, table, samplesInRows };
}

/** A column that is always of sites is believed by its name. */
function hasSites(rows: TableStart["rows"], site: SiteColumn | null): boolean {
  if (site === null || site.kind === "label" || site.kind === "id") return false;
  if (site.kind === "site") return true;
  return rows.some((row) => {
    const parts = readSite(site, row, "");
    return parts.site !== undefined || parts.modified === true;
  });
}

/** True where rows named like the columns are likelier than rows named like the first cells: so the columns are genes or antibodies. */
export function areRowsSamples(
  columns: readonly string[],
  rows: readonly string[],
  genes: ProteinNames | undefined,
): boolean {
  const [byColumns, byRows] = [kindOf(columns), kindOf(rows)];
  if (byColumns !== byRows) return byColumns !== "wide" && byRows === "wide";
  if (genes !== undefined && areGenes(columns, genes) !== areGenes(rows, genes)) {
    return areGenes(columns, genes);
  }
  return columns.length >= rows.length;
}

function areGenes(names: readonly string[], genes: ProteinNames): boolean {
  const known = names.filter((name) => genesOfName(name, genes).length > 0).length;
  return known * 2 > names.length;
}

/** The head names samples; UCSC Xena writes `sample` over genes as well, whose names tell. */
function recognizeSampleRows(table: TableStart, known: ProteinNames | undefined): Matrix | null {
  const genes = [...table.columns.keys()].filter(
    (index) => index > 0 && !isSampleFact(table.columns[index] ?? ""),
  );
  const values = genes.flatMap((index) => table.firstRow[index] ?? []);
  if (values.length === 0 || !values.every(isLikeNumber)) return null;
  const names = genes.map((index) => table.columns[index] ?? "");
  const rows = table.rows.map(([name = ""]) => name);
  const byColumns = kindOf(names);
  if (byColumns !== "wide") return { kind: byColumns, table, samplesInRows: true };
  // Samples may be numbered like residues (PAT_S1), but are hardly named like antibodies or genes.
  const ofAntibodies = kindOf(rows) === "rppa";
  const ofGenes = known !== undefined && areGenes(rows, known) && !areGenes(names, known);
  return { kind: ofAntibodies ? "rppa" : "wide", table, samplesInRows: !ofAntibodies && !ofGenes };
}

function isOtherFormat(columns: readonly string[]): boolean {
  return (
    findLongColumns(columns) !== null ||
    isAlphapept(columns) ||
    quantityColumn(columns) !== null ||
    isOfProteomeDiscoverer(columns) ||
    columns.includes("ReferenceIntensity")
  );
}

function kindOf(names: readonly string[]): MatrixKind {
  const read = names.map(readRowName);
  if (read.some(({ antibody }) => antibody === true)) return "rppa";
  const sites = read.filter(({ site }) => site !== undefined).length;
  return sites > 0 && sites * 2 >= read.length ? "phosphosites" : "wide";
}

/** Loose on purpose: a damaged number is to be refused by its cell, not to make the format unknown. */
function isLikeNumber(cell: string): boolean {
  return isMissing(cell) || isNotDetected(cell) || /^[<>~]?[-+.,\d]/.test(cell);
}
