import { peekTable, type OpenTable } from "../../../io/open-table.ts";
import { makeProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { findLongColumns } from "./protein-columns.ts";
import { readGene } from "../names/protein-gene.ts";
import { sampleNotFound } from "./protein-sample.ts";
import { stateScale } from "../scale/protein-scale.ts";
import { readProteinTable } from "./protein-table.ts";
import { quantityColumn, type QuantityColumns } from "./rna-columns.ts";
import { makeNumberReader } from "../../tables/table-number.ts";
import { makeRefusedRows } from "../../tables/table-refused-rows.ts";
import type { ProteinReader, ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins, GeneRow } from "./gene-row.ts";

/**
 * RNA of one sample, as PCGR takes it and quantifiers write it. Where the table names no sample, its values are those of the case, whatever the
 * case is called; rows of another sample than the case are set aside. A cohort has to come from elsewhere.
 */
export const rnaQuantities: ProteinReader = {
  id: "rna-quantities",
  title: "RNA of one sample: PCGR, RSEM, Salmon",
  input: "protein",
  extensions: [".tsv", ".sf", ".results", ".txt", ".tsv.gz"],
  columns: [
    {
      name: "TargetID",
      meaning: "gene; also named gene_id, Gene Name, Name or target_id",
      required: true,
    },
    {
      name: "TPM",
      meaning: "quantity, read as log2(x + 1); else FPKM, est_counts, NumReads or counts",
      required: true,
    },
  ],
  detect: (head) => columnsOf(peekTable(head)?.columns ?? []) !== null,
  firstSample(head) {
    const table = peekTable(head);
    const sample = columnsOf(table?.columns ?? [])?.sample ?? null;
    return sample === null ? null : (table?.firstRow[sample] ?? null);
  },
  read: (source, options) => readProteinTable(source, { id: rnaQuantities.id, find }, options),
};

function columnsOf(columns: readonly string[]): QuantityColumns | null {
  return findLongColumns(columns) === null ? quantityColumn(columns) : null;
}

async function find(
  table: OpenTable,
  file: string,
  options: ProteinReadOptions,
): Promise<FoundProteins> {
  const columns = columnsOf(table.columns);
  if (columns === null) {
    throw refuse("input", "columns-missing", "the table has no column of genes and of TPM", {
      where: { file, line: table.headerLine },
    });
  }
  const numbers = makeNumberReader(file, table);
  const refusedRows = makeRefusedRows(options);
  const rows: GeneRow[] = [];
  const others = new Set<string>();
  let setAside = 0;
  for await (const block of table.rows()) {
    for (const { cells, line } of block) {
      const sample = columns.sample === null ? "" : (cells[columns.sample] ?? "").trim();
      if (columns.sample !== null && sample !== options.sample) {
        others.add(sample);
        setAside += 1;
        continue;
      }
      const place = { file, line, column: columns.gene + 1 };
      const { refused, remarks, ...name } = readGene(cells[columns.gene] ?? "", place);
      if (refused !== null) {
        refusedRows.add(refused);
        continue;
      }
      for (const remark of remarks) options.report(remark);
      const value = numbers.read(cells[columns.value] ?? "", line, columns.value);
      rows.push({ ...name, line, value, cohort: new Float64Array(0) });
    }
  }
  numbers.finish(options.report);
  const where = { file };
  if (columns.sample === null) {
    const message = `the table names no sample; its column ${columns.unit} is taken as the case's`;
    options.report(makeProblem("sample-assumed", "notice", message, { where }));
  } else if (rows.length === 0 && refusedRows.count() === 0 && others.size > 0) {
    throw sampleNotFound(options.sample, [...others], where);
  } else if (setAside > 0) {
    const message = `rows of other samples were set aside: ${setAside} (samples: ${others.size}); give them with --cohort as a matrix to compare with them`;
    options.report(makeProblem("rows-of-other-samples", "notice", message, { where }));
  }
  return {
    rows,
    refused: refusedRows.count(),
    setAside,
    cohortSamples: [],
    molecule: "rna",
    stated: stateScale(options.scale, { name: columns.unit, scale: columns.scale }),
  };
}
