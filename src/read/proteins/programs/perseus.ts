import { peekTable, type OpenTable } from "../../../io/open-table.ts";
import { makeProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { findMarks } from "./maxquant.ts";
import { localized } from "./maxquant-sites.ts";
import {
  findAnnotations,
  isPerseusMatrix,
  readPerseusRow,
  type PerseusAnnotations,
} from "./perseus-rows.ts";
import { readByLayout, type GroupLayout } from "./protein-groups.ts";
import { readProteinTable } from "../tables/protein-table.ts";
import { namesOfQuantity } from "../tables/quantity-columns.ts";
import { simplifyColumn } from "../../tables/table-columns.ts";
import type { TableRow } from "../../../io/table-row.ts";
import type { ProteinReader, ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins } from "../tables/gene-row.ts";

/** Columns of genes and of accessions, most preferred first, as `simplifyColumn` gives them: Perseus keeps the names of the program before it. */
const geneNames = ["gene_names", "gene_name", "genes", "gene", "pg_genes", "gene_symbol", "symbol"];
const accessionNames = [
  "majority_protein_ids",
  "protein_ids",
  "pg_proteingroups",
  "pg_proteinaccessions",
  "protein_group",
  "protein_id",
  "protein",
  "proteins",
  "accession",
  "uniprot",
];

/**
 * A matrix of Perseus, as `Generic matrix export` writes it: below the names a row of the columns' types, of which E is a sample, and rows that
 * describe them (Cox lab: PerseusApi, `PerseusUtils.cs`; `cox-labs/PerseusR` and `cox-labs/perseuspy` with example files). A cell may hold `value;imputed;quality`.
 */
export const perseus: ProteinReader = {
  id: "perseus",
  title: "Perseus matrix with its row #!{Type}",
  input: "protein",
  extensions: [".txt", ".tsv", ".txt.gz", ".tsv.gz"],
  columns: [
    { name: "(sample name)", meaning: "value of one sample, a column of type E", required: true },
    {
      name: "Gene names",
      meaning: "genes; also named Gene name, Genes, Gene, PG.Genes or Gene symbol",
      required: false,
    },
    {
      name: "Majority protein IDs",
      meaning: "accessions; also named Protein IDs, Protein.Group, Protein, Accession or UniProt",
      required: false,
    },
    {
      name: "Potential contaminant",
      meaning: "+ sets the row aside; likewise Reverse and Only identified by site",
      required: false,
    },
    {
      name: "Amino acid",
      meaning: "with Position the residue of a phosphosite",
      required: false,
    },
  ],
  detect: (head) => isPerseusMatrix(peekTable(head)?.rows ?? []),
  firstSample(head) {
    const table = peekTable(head);
    const annotations = findAnnotations(table?.rows ?? []);
    return findSamples(table?.columns ?? [], annotations).samples[0]?.name ?? null;
  },
  read: (source, options) =>
    readProteinTable(
      source,
      { id: perseus.id, fillRows: true, quotes: "literal", find: findInMatrix },
      options,
    ),
};

async function findInMatrix(
  table: OpenTable,
  file: string,
  options: ProteinReadOptions,
): Promise<FoundProteins> {
  const { annotations, rows } = await takeAnnotations(table.rows());
  const layout = layoutOf(table.columns, annotations);
  if (layout.gene === null && layout.accessions === null) {
    throw refuse("input", "columns-missing", "no column of the matrix names genes or proteins", {
      where: { file, line: table.headerLine },
      hint: "Export the matrix with its column of gene names, or of protein IDs.",
    });
  }
  const found = await readByLayout({ ...table, rows }, layout, { file, options });
  warnIfComplete(found, { file, options });
  return { ...found, layout: "a matrix of Perseus" };
}

/** Takes the rows that describe the columns off those of the data. */
async function takeAnnotations(blocks: AsyncGenerator<readonly TableRow[]>): Promise<{
  readonly annotations: PerseusAnnotations;
  rows(): AsyncGenerator<readonly TableRow[]>;
}> {
  let annotations: PerseusAnnotations = new Map();
  let first: readonly TableRow[] = [];
  // They stand in the first block that has rows at all: a block is far longer than they are.
  while (first.length === 0) {
    const next = await blocks.next();
    if (next.done === true) break;
    annotations = new Map([
      ...annotations,
      ...findAnnotations(next.value.map(({ cells }) => cells)),
    ]);
    first = next.value.filter(({ cells }) => readPerseusRow(cells) === null);
  }
  return {
    annotations,
    async *rows() {
      yield first;
      for await (const block of blocks) {
        yield block.filter(({ cells }) => readPerseusRow(cells) === null);
      }
    },
  };
}

function findSamples(
  columns: readonly string[],
  annotations: PerseusAnnotations,
): Pick<GroupLayout, "quantity" | "samples"> {
  const types = annotations.get("Type") ?? [];
  const main = columns.flatMap((title, column) =>
    types[column]?.trim() === "E" ? [{ title, column }] : [],
  );
  const { quantity, names } = namesOfQuantity(main.map(({ title }) => title));
  return {
    quantity: quantity ?? "of type E",
    samples: main.flatMap(({ column }, index) => {
      const name = names[index];
      return name === undefined || name === null ? [] : [{ name, column }];
    }),
  };
}

function layoutOf(columns: readonly string[], annotations: PerseusAnnotations): GroupLayout {
  const types = annotations.get("Type") ?? [];
  const simple = columns.map((name, column) =>
    types[column]?.trim() === "E" ? "" : simplifyColumn(name),
  );
  const find = (names: readonly string[]): number | null =>
    names.map((name) => simple.indexOf(name)).find((column) => column !== -1) ?? null;
  const [letter, position] = [find(["amino_acid"]), find(["position"])];
  const probability = find(["localization_prob"]);
  const isOfPeptides = letter === null && find(["sequence", "modified_sequence"]) !== null;
  const marked = findMarks(columns);
  return {
    gene: find(geneNames),
    // A site is numbered in one protein of the group.
    accessions: find(letter === null ? accessionNames : ["protein", ...accessionNames]),
    ...findSamples(columns, annotations),
    numberIn: (cell) => (cell.includes(";") ? (cell.split(";", 1)[0] ?? "") : cell),
    putIn: {
      why: "Perseus marks as imputed",
      is: (cells, column) => /^[^;]*;\s*true\b/i.test(cells[column] ?? ""),
    },
    notRead: isOfPeptides ? "the rows of the matrix are peptides, not proteins" : null,
    setAside: (cells) => {
      const reason = marked(cells);
      if (reason !== null || probability === null) return reason;
      const isSure = Number(cells[probability]?.replace(",", ".")) >= localized;
      return isSure ? null : `site whose residue is not known (probability below ${localized})`;
    },
    ...(letter === null || position === null
      ? {}
      : {
          siteOf: (cells: readonly string[]) =>
            `${(cells[letter] ?? "").trim()}${(cells[position] ?? "").trim()}`,
        }),
  };
}

/** Rows and samples from which a matrix without a gap is no chance (our choice). */
const fewestRows = 200;
const fewestSamples = 3;

/**
 * The way to a statistical test in Perseus is to draw missing values from a distribution below the measured ones (Tyanova et al. 2016, Nature Methods). Nothing
 * marks them afterwards, but that none is missing.
 */
function warnIfComplete(
  { rows, cohortSamples }: FoundProteins,
  { file, options }: { readonly file: string; readonly options: ProteinReadOptions },
): void {
  const samples = cohortSamples.length + 1;
  if (rows.length < fewestRows || samples < fewestSamples) return;
  const lacks = rows.some(
    ({ value, cohort }) => Number.isNaN(value) || cohort.some((each) => Number.isNaN(each)),
  );
  if (lacks) return;
  const message = `no value is missing in ${rows.length} rows of ${samples} samples: Perseus may have put in low values for what was not measured ("Replace missing values from normal distribution"), and these would count as measured`;
  options.report(
    makeProblem("values-complete", "warning", message, {
      where: { file },
      hint: "Export the matrix as it was before that step; where rows with missing values were left out instead, or the samples are of one TMT plex, nothing is wrong.",
    }),
  );
}
