import { findColumnsUnderSample, findWideColumns } from "./protein-columns.ts";
import { readProteinTable } from "./protein-table.ts";
import { findInMatrix } from "./read-matrix.ts";
import { recognizeMatrix, type MatrixKind } from "./matrix-kind.ts";
import type { ProteinReader } from "../../protein-reader.ts";

/** The reader of one kind of matrix; all kinds are read alike, since a matrix of antibodies holds proteins and phosphosites. */
function makeMatrixReader(
  kind: MatrixKind,
  { id, title, columns }: Pick<ProteinReader, "id" | "title" | "columns">,
): ProteinReader {
  return {
    id,
    title,
    columns,
    input: "protein",
    extensions: [".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz"],
    detect: (head) => recognizeMatrix(head)?.kind === kind,
    firstSample(head, names) {
      const matrix = recognizeMatrix(head, names);
      return matrix === null ? null : firstSampleOf(matrix);
    },
    read: (source, options) => readProteinTable(source, { id, find: findInMatrix }, options),
  };
}

function firstSampleOf({ table, samplesInRows }: NonNullable<ReturnType<typeof recognizeMatrix>>) {
  if (samplesInRows) return table.firstRow[0] ?? null;
  const columns = findWideColumns(table.columns) ?? findColumnsUnderSample(table.columns);
  const column = columns?.samples[0];
  return column === undefined ? null : (table.columns[column] ?? null);
}

const sampleColumn = {
  name: "(sample name)",
  meaning:
    "value of one sample: log2, or linear intensities, which are log2-transformed; empty or NA where not measured, not detected or below LOD where it was looked for and not found. A matrix with a sample in each row is read too",
  required: true,
} as const;

const detectionColumn = {
  name: "detection",
  meaning: "detected or not detected, in a table of one sample",
  required: false,
} as const;

/** A matrix: one row for each gene, one column for each sample; the samples beside the case are its cohort. */
export const proteinWide = makeMatrixReader("wide", {
  id: "protein-wide",
  title: "Protein or RNA table, one column for each sample",
  columns: [
    {
      name: "gene",
      meaning:
        "gene symbol or accession; also named symbol, gene_symbol, gene_name, Hugo_Symbol, Composite.Element.REF, uniprot, protein_id or ensembl_gene_id, or a first column without a name or, as UCSC Xena writes, named sample",
      required: true,
    },
    sampleColumn,
    detectionColumn,
  ],
});

/** Reverse phase protein arrays of the TCPA, TCGA and cBioPortal. */
export const rppa = makeMatrixReader("rppa", {
  id: "rppa",
  title: "RPPA matrix, rows (or columns) named by antibodies",
  columns: [
    {
      name: "Composite.Element.REF",
      meaning:
        "antibody with its phosphosite, EGFR_pY1068, or genes and antibody, EGFR|EGFR_pY1068; the name of the column is free",
      required: true,
    },
    sampleColumn,
  ],
});

/** CPTAC's and other matrices of phosphosites. */
export const phosphositeMatrix = makeMatrixReader("phosphosites", {
  id: "phosphosite-matrix",
  title: "Matrix of phosphosites, such as CPTAC's",
  columns: [
    {
      name: "gene",
      meaning:
        "gene or accession with the residues: NP_004439-T1240t, P04626_Y1248, ERBB2:Y1248, ENSG...|ENSP...|Y1248|...; or a gene beside a column site, or a column site alone that names both",
      required: true,
    },
    { name: "site", meaning: "residues, where the gene's column has none", required: false },
    sampleColumn,
  ],
});
