import { normalizeContig } from "../../model/contig-name.ts";
import { readBuildName } from "../build-name.ts";
import { makeOutsideReader } from "./make-outside-reader.ts";
import type { OutsideAlteration, OutsideRow, StatedAllele } from "./outside-row.ts";
import type { CellOf, NamedColumns } from "../tables/table-columns.ts";
import type { TableRow } from "../../io/table-row.ts";

/** In the order in which OncoKB displays them (version 2 of its levels; spec, clinical R3). */
const levels = ["R1", "1", "2", "3A", "3B", "4", "R2"] as const;

const highest = ["HIGHEST_LEVEL", "HIGHEST_SENSITIVE_LEVEL", "HIGHEST_RESISTANCE_LEVEL"] as const;
/** The annotator keeps the names of its input's columns, of which its AnnotatorCore.py takes these. */
const geneColumns = ["Hugo_Symbol", "Hugo_Gene_Symbol", "GeneA", "Gene1"] as const;
const partnerColumns = ["GeneB", "Gene2"] as const;
const changeColumns = [
  "HGVSp_Short",
  "HGVSp",
  "Protein_Change",
  "Alteration",
  "Amino_Acid_Change",
] as const;

/** What the user's own run of the OncoKB annotator added to a table of mutations, copy numbers or structural variants. */
export const oncokbAnnotated = makeOutsideReader({
  id: "oncokb-annotated",
  title: "Output of the OncoKB annotator: MAF, copy numbers, structural variants",
  extensions: [".maf", ".txt", ".tsv"],
  columns: [
    {
      name: "Hugo_Symbol",
      meaning: "gene symbol; GeneA and GeneB of structural variants",
      required: false,
    },
    {
      name: "HGVSp_Short",
      meaning: "change of the protein; also HGVSp, Protein_Change",
      required: false,
    },
    {
      name: "Alteration",
      meaning: "Amplification or Deletion in a table of copy numbers",
      required: false,
    },
    {
      name: "Chromosome",
      meaning: "with Start_Position and the alleles of a MAF; NCBI_Build is their build",
      required: false,
    },
    {
      name: "Tumor_Sample_Barcode",
      meaning: "sample of the row; also SAMPLE_ID",
      required: false,
    },
    { name: "ONCOGENIC", meaning: "shown as stated", required: true },
    { name: "MUTATION_EFFECT", meaning: "shown as stated", required: false },
    {
      name: "LEVEL_1",
      meaning: "drugs of the level; as well LEVEL_2, 3A, 3B, 4, R1, R2",
      required: false,
    },
    {
      name: "HIGHEST_LEVEL",
      meaning: "also HIGHEST_SENSITIVE_LEVEL and HIGHEST_RESISTANCE_LEVEL",
      required: true,
    },
  ],
  sampleColumns: ["Tumor_Sample_Barcode", "SAMPLE_ID"],
  isFormat: (columns) =>
    columns.placeOf("ONCOGENIC") >= 0 &&
    columns.placeOf(...highest) >= 0 &&
    columns.placeOf(...geneColumns) >= 0,
  readRow: makeRowReader,
});

function makeRowReader(columns: NamedColumns): (row: TableRow) => OutsideRow | string {
  const gene = columns.cell(...geneColumns);
  const partner = columns.cell(...partnerColumns);
  const change = columns.cell(...changeColumns);
  const alleleOf = makeAlleleReader(columns);
  const levelsOf = makeLevelReader(columns);
  const oncogenic = columns.cell("ONCOGENIC");
  const effect = columns.cell("MUTATION_EFFECT");
  const isOfPairs = columns.placeOf(...partnerColumns) >= 0;
  return ({ cells, line }) => {
    const symbol = gene(cells);
    if (symbol === "") return "it names no gene";
    const other = partner(cells);
    return {
      source: "OncoKB annotator",
      line,
      gene: symbol,
      name: isOfPairs ? `${symbol}::${other}` : `${symbol} ${change(cells)}`.trim(),
      alteration: isOfPairs
        ? { kind: "fusion", partner: other || null }
        : readChange(change(cells), alleleOf(cells)),
      levels: levelsOf(cells),
      oncogenic: oncogenic(cells) || null,
      effect: effect(cells) || null,
    };
  };
}

function readChange(change: string, allele: StatedAllele | null): OutsideAlteration {
  if (/^amplification$/i.test(change)) return { kind: "copy-number", change: "amplification" };
  if (/^deletion$/i.test(change)) return { kind: "copy-number", change: "homozygous-deletion" };
  return { kind: "small-variant", proteinChange: change || null, allele };
}

/** A level is stated by the drugs in its column, or by a column of the highest level. */
function makeLevelReader(
  columns: NamedColumns,
): (cells: TableRow["cells"]) => OutsideRow["levels"] {
  const drugsOf = levels.map((level): [string, CellOf] => [level, columns.cell(`LEVEL_${level}`)]);
  const highestOf = highest.map((name) => columns.cell(name));
  return (cells) => {
    const named = new Set(highestOf.map((cell) => cell(cells).replace(/^LEVEL_/i, "")));
    return drugsOf.flatMap(([level, cell]) => {
      const drugs = cell(cells);
      return drugs === "" && !named.has(level)
        ? []
        : [{ level: `level ${level}`, drugs: drugs || null }];
    });
  };
}

/** The allele as a MAF has it: no base is an empty side, and an insertion lies behind its start. */
function makeAlleleReader(
  columns: NamedColumns,
): (cells: TableRow["cells"]) => StatedAllele | null {
  const chromosome = columns.cell("Chromosome");
  const start = columns.cell("Start_Position");
  const reference = columns.cell("Reference_Allele");
  const second = columns.cell("Tumor_Seq_Allele2");
  const first = columns.cell("Tumor_Seq_Allele1");
  const build = columns.cell("NCBI_Build");
  return (cells) => {
    const contig = normalizeContig(chromosome(cells));
    const position = Number(start(cells));
    const ref = readBases(reference(cells));
    const alts = [second, first].map((cell) => readBases(cell(cells)));
    const alt = alts.find((bases) => bases !== null && bases !== ref);
    const isPlaced = Number.isSafeInteger(position) && position > 0;
    if (contig === null || !isPlaced || ref === null || alt === undefined || alt === null) {
      return null;
    }
    const from = ref === "" ? position + 1 : position;
    return { assembly: readBuildName(build(cells)), contig, position: from, ref, alt };
  };
}

function readBases(cell: string): string | null {
  if (cell === "-") return "";
  return /^[ACGT]+$/i.test(cell) ? cell.toUpperCase() : null;
}
