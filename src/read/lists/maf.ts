import { peekTable, type OpenTable } from "../../io/open-table.ts";
import type { NamedCall, RawAnnotation, VariantCall } from "../../model/observation.ts";
import { makeProblem, type Problem } from "../../model/problem.ts";
import {
  openListed,
  type ListedColumns,
  type ListedFormat,
  type ListedRow,
} from "./listed-variants.ts";
import { placeMafAlleles } from "./maf-alleles.ts";
import { makeMafEntries } from "./maf-entries.ts";
import { makeMafSupport } from "./maf-support.ts";
import { makeNamedColumns, type CellOf, type NamedColumns } from "../tables/table-columns.ts";
import { isFailedFilter } from "../vcf/failed-filters.ts";
import type { TableRow } from "../../io/table-row.ts";
import type { SkippedAlt, VariantReader } from "../variant-reader.ts";

/** Mutation Annotation Format of GDC, cBioPortal, vcf2maf, Oncotator and the OncoKB annotator. */
export const maf: VariantReader = {
  input: "variants",
  id: "maf",
  title: "Mutation Annotation Format (GDC, cBioPortal, vcf2maf), plain or gzip",
  extensions: [".maf", ".maf.gz", ".txt"],
  columns: [
    { name: "Hugo_Symbol", meaning: "gene symbol", required: true },
    { name: "Chromosome", meaning: "7, chr7 or NC_000007.14", required: false },
    {
      name: "Start_Position",
      meaning: "first base, 1-based; of an insertion the base before it",
      required: false,
    },
    {
      name: "End_Position",
      meaning: "last base; of an insertion the base behind it",
      required: false,
    },
    { name: "Reference_Allele", meaning: "reference bases, - for none", required: false },
    {
      name: "Tumor_Seq_Allele2",
      meaning: "new bases, - for none; Tumor_Seq_Allele1 where this is the reference",
      required: false,
    },
    {
      name: "NCBI_Build",
      meaning: "GRCh37, hg19, 37, GRCh38, hg38 or 38; one for all rows of the sample",
      required: false,
    },
    {
      name: "Tumor_Sample_Barcode",
      meaning: "sample of the row; of several --tumor-sample names one",
      required: false,
    },
    {
      name: "HGVSp_Short",
      meaning:
        "change of the protein; also HGVSp, Protein_Change. Without coordinates the row is read by it",
      required: false,
    },
    { name: "HGVSc", meaning: "change of the coding sequence", required: false },
    {
      name: "Transcript_ID",
      meaning: "transcript of both; also i_transcript_name",
      required: false,
    },
    {
      name: "Consequence",
      meaning: "Sequence Ontology terms; else Variant_Classification",
      required: false,
    },
    {
      name: "t_depth",
      meaning: "reads of the tumor, with t_ref_count and t_alt_count",
      required: false,
    },
    { name: "FILTER", meaning: "failed filters; PASS or empty is none", required: false },
  ],
  detect(head) {
    const table = peekTable(head, { comments: true });
    return table !== null && isMaf(makeNamedColumns(table.columns));
  },
  open: (source, options) => openListed(source, mafFormat, options),
};

const placeNames = ["Chromosome", "Start_Position", "Reference_Allele"] as const;
const changeNames = ["HGVSg", "HGVSc", "HGVSp_Short", "HGVSp", "Protein_Change"] as const;

/** A gene and either alleles, or the sample of a MAF with a change or a class: other tables of genes have none of these. */
function isMaf(columns: NamedColumns): boolean {
  if (columns.placeOf("Hugo_Symbol") < 0) return false;
  if (placeNames.every((name) => columns.placeOf(name) >= 0)) return true;
  const isNamed = columns.placeOf(...changeNames, "Variant_Classification") >= 0;
  return isNamed && columns.placeOf("Tumor_Sample_Barcode") >= 0;
}

export const mafFormat: ListedFormat = { name: "MAF", findColumns };

interface MafColumns {
  readonly file: string;
  readonly columns: NamedColumns;
  readonly gene: CellOf;
  readonly place: Readonly<Record<"chromosome" | "start" | "end" | "reference", CellOf>>;
  readonly tumor: readonly CellOf[];
  readonly changes: readonly CellOf[];
  readonly transcript: CellOf;
  readonly filter: CellOf;
  readonly validation: CellOf;
}

function findColumns(table: OpenTable, file: string): ListedColumns {
  const columns = makeNamedColumns(table.columns);
  const cell = columns.cell;
  const hasSample = columns.placeOf("Tumor_Sample_Barcode") >= 0;
  const sample = cell("Tumor_Sample_Barcode");
  const normal = cell("Matched_Norm_Sample_Barcode");
  const build = cell("NCBI_Build");
  const entries = makeMafEntries(columns);
  const support = makeMafSupport(columns);
  const found: MafColumns = {
    file,
    columns,
    gene: cell("Hugo_Symbol"),
    place: {
      chromosome: cell("Chromosome"),
      start: cell("Start_Position"),
      end: cell("End_Position"),
      reference: cell("Reference_Allele"),
    },
    tumor: [cell("Tumor_Seq_Allele2"), cell("Tumor_Seq_Allele1")],
    changes: [cell("HGVSg"), cell("HGVSc"), cell("HGVSp_Short", "HGVSp", "Protein_Change")],
    transcript: cell("Transcript_ID", "i_transcript_name"),
    filter: cell("FILTER"),
    validation: cell("Validation_Status"),
  };
  return {
    sampleOf: ({ cells }) => (hasSample ? sample(cells) : null),
    normalOf: ({ cells }) => normal(cells) || null,
    buildOf: ({ cells }) => build(cells),
    hasPlace: ({ cells }) => found.place.start(cells) !== "",
    annotation: { dialect: "MAF", fields: entries.fields },
    supportRule: support.rule,
    read(row, sampleName) {
      const read = support.read(row.cells);
      if ("fault" in read) return { problem: unreadable(found, row, read.fault) };
      const base = {
        failedFilters: readFilters(found, row),
        ...read,
        provenance: { file, line: row.line, sample: sampleName },
      };
      return readRow(found, row, { base, entries });
    },
  };
}

interface RowParts {
  readonly base: Pick<VariantCall, "failedFilters" | "support" | "provenance" | "informative">;
  readonly entries: ReturnType<typeof makeMafEntries>;
}

function readRow(found: MafColumns, row: TableRow, { base, entries }: RowParts): ListedRow {
  const { cells, line } = row;
  const { chromosome, start, end, reference } = found.place;
  const rawContig = chromosome(cells);
  if (start(cells) === "") {
    const named = readNamed(found, cells, entries);
    if (named === null)
      return { problem: unreadable(found, row, "it gives neither alleles nor a change") };
    return { record: { line, calls: [], skipped: [], rawContig: "", named: { ...base, named } } };
  }
  const placed = placeMafAlleles({
    chromosome: rawContig,
    start: start(cells),
    end: end(cells),
    reference: reference(cells),
    tumor: found.tumor.map((cellOf) => cellOf(cells)).filter((text) => text !== ""),
  });
  if ("fault" in placed) return { problem: unreadable(found, row, placed.fault) };
  const annotation: RawAnnotation = {
    dialect: "MAF",
    fields: entries.fields,
    entries: entries.read(cells),
  };
  const calls = placed.given.map((given, index): VariantCall => ({
    ...base,
    given,
    altIndex: 1,
    altCount: 1,
    // Counts and consequence of a row are those of its second tumor allele.
    annotations: index === 0 ? [annotation] : [],
    support: index === 0 ? base.support : { ...base.support, vaf: null, altReads: null },
  }));
  const isReference = calls.length === 0 && !placed.isElsewhere;
  return { record: { line, calls, rawContig, skipped: isReference ? [referenceOnly] : [] } };
}

const referenceOnly: SkippedAlt = {
  alt: "reference",
  code: "no-variant-allele",
  reason: "The tumor alleles of the row are the reference.",
};

function readNamed(
  { gene, changes, transcript }: MafColumns,
  cells: readonly string[],
  entries: RowParts["entries"],
): NamedCall["named"] | null {
  const texts = changes.map((cellOf) => cellOf(cells)).filter((text) => text !== "");
  const terms = entries.termsOf(cells);
  const symbol = gene(cells) || null;
  if (symbol === null || (texts.length === 0 && terms.length === 0)) return null;
  return { gene: symbol, changes: texts, transcript: transcript(cells) || null, terms };
}

/** A variant that was looked for again and not found is as good as filtered. */
function readFilters({ filter, validation }: MafColumns, { cells }: TableRow): string[] {
  const failed = filter(cells)
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter(isFailedFilter);
  const isInvalid = /^(?:invalid|wildtype)$/i.test(validation(cells));
  return isInvalid ? [...failed, "Validation_Status Invalid"] : failed;
}

function unreadable({ file }: MafColumns, { line }: TableRow, why: string): Problem {
  return makeProblem("maf-row-malformed", "error", `the row cannot be read: ${why}`, {
    where: { file, line },
  });
}
