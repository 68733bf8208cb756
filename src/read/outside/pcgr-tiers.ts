import { normalizeContig } from "../../model/contig-name.ts";
import { readBuildName } from "../build-name.ts";
import { makeOutsideReader } from "./make-outside-reader.ts";
import type { OutsideRow, StatedAllele } from "./outside-row.ts";
import type { NamedColumns } from "../tables/table-columns.ts";
import type { TableRow } from "../../io/table-row.ts";

const tierColumns = ["ACTIONABILITY_TIER", "TIER"] as const;
const changeColumns = ["HGVSp_short", "PROTEIN_CHANGE", "HGVSp"] as const;

/** The table of small variants that the Personal Cancer Genome Reporter writes, of version 1 and 2. */
export const pcgrTiers = makeOutsideReader({
  id: "pcgr-tiers",
  title: "PCGR: table of small variants with tiers",
  extensions: [".tsv", ".tsv.gz", ".txt"],
  columns: [
    { name: "SYMBOL", meaning: "gene symbol", required: true },
    {
      name: "ACTIONABILITY_TIER",
      meaning: "1 to 5; in version 1 the column TIER",
      required: true,
    },
    {
      name: "PROTEIN_CHANGE",
      meaning: "change of the protein; also HGVSp_short, HGVSp",
      required: false,
    },
    {
      name: "GENOMIC_CHANGE",
      meaning: "the allele: 7:g.140753336A>T; this or a change of the protein is needed",
      required: false,
    },
    { name: "GENOME_VERSION", meaning: "build of GENOMIC_CHANGE: grch37, grch38", required: false },
    { name: "ONCOGENICITY", meaning: "shown as stated", required: false },
    { name: "SAMPLE_ID", meaning: "sample of the row; also VCF_SAMPLE_ID", required: false },
  ],
  sampleColumns: ["SAMPLE_ID", "VCF_SAMPLE_ID"],
  isFormat: (columns) =>
    columns.placeOf("SYMBOL") >= 0 &&
    columns.placeOf(...tierColumns) >= 0 &&
    columns.placeOf("GENOMIC_CHANGE", ...changeColumns) >= 0,
  readRow: makeRowReader,
});

function makeRowReader(columns: NamedColumns): (row: TableRow) => OutsideRow | string {
  const gene = columns.cell("SYMBOL");
  const tier = columns.cell(...tierColumns);
  const change = columns.cell(...changeColumns);
  const genomic = columns.cell("GENOMIC_CHANGE");
  const build = columns.cell("GENOME_VERSION");
  const oncogenicity = columns.cell("ONCOGENICITY");
  return ({ cells, line }) => {
    const symbol = gene(cells);
    const proteinChange = change(cells);
    const allele = readGenomicChange(genomic(cells), build(cells));
    if (symbol === "" && allele === null) return "it names neither a gene nor an allele";
    const [, number] = /^(?:tier ?)?([1-5])$/i.exec(tier(cells)) ?? [];
    return {
      source: "PCGR",
      line,
      gene: symbol,
      name: [symbol, proteinChange || genomic(cells)].join(" ").trim(),
      alteration: { kind: "small-variant", proteinChange: proteinChange || null, allele },
      levels: number === undefined ? [] : [{ level: `tier ${number}`, drugs: null }],
      oncogenic: oncogenicity(cells) || null,
      effect: null,
    };
  };
}

/** `7:g.140753336A>T`, and `g.chr7:140753336A>T` of version 1; both sides as in VCF. Null for any other text. */
function readGenomicChange(text: string, build: string): StatedAllele | null {
  const [, name = "", position, ref = "", alt = ""] =
    /^(?:g\.)?([^:]{1,20}):(?:g\.)?(\d{1,9})([ACGT]+)>([ACGT]+)$/i.exec(text) ?? [];
  const contig = normalizeContig(name);
  if (contig === null || position === undefined) return null;
  return {
    assembly: readBuildName(build),
    contig,
    position: Number(position),
    ref: ref.toUpperCase(),
    alt: alt.toUpperCase(),
  };
}
