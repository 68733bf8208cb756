import { openText } from "../../io/open-text.ts";
import {
  isCombinedOutput,
  listSections,
  openSections,
  type OtherSections,
} from "../tables/combined-output.ts";
import { openListed, type ListedFormat } from "./listed-variants.ts";
import { mafFormat } from "./maf.ts";
import type { VariantReader } from "../variant-reader.ts";

/** Its columns and what a MAF calls them. */
const names = [
  { own: "Gene", maf: "Hugo_Symbol", meaning: "symbol; empty outside of the panel's genes" },
  { own: "Chromosome", maf: "Chromosome", meaning: "chr7" },
  { own: "Genomic Position", maf: "Start_Position", meaning: "1-based, as in a VCF" },
  { own: "Reference Call", maf: "Reference_Allele", meaning: "REF of the VCF" },
  { own: "Alternative Call", maf: "Tumor_Seq_Allele2", meaning: "ALT of the VCF" },
  { own: "Allele Frequency", maf: "tumor_f", meaning: "0 to 1" },
  { own: "Depth", maf: "t_depth", meaning: "reads at the place" },
  { own: "P-Dot Notation", maf: "HGVSp", meaning: "change of the protein" },
  { own: "C-Dot Notation", maf: "HGVSc", meaning: "change of the coding sequence" },
  { own: "Consequence(s)", maf: "Consequence", meaning: "Sequence Ontology terms" },
  { own: "Affected Exon(s)", maf: "EXON", meaning: "15/18" },
] as const;

const required = names.map(({ own }) => own);

const format: ListedFormat = {
  ...mafFormat,
  open: openSections({
    sections: ["Small Variants"],
    required,
    columns: [...names.map(({ maf }) => maf), "Transcript_ID", "Tumor_Sample_Barcode"],
    of: "DNA",
    row(cell) {
      const [transcript = ""] = /^[^:()\s]+(?=:)/.exec(cell("C-Dot Notation")) ?? [];
      return [
        ...required.map((own) =>
          own === "P-Dot Notation" ? readProteinName(cell(own)) : cell(own),
        ),
        transcript,
      ];
    },
  }),
};

/** `NP_004324.2:p.(Val600Glu)` as it is; of `NM_004958.3:c.2997C>T(p.(Asn999=))` the last part. */
function readProteinName(text: string): string {
  return /\((p\.\(.*\))\)$/.exec(text)?.[1] ?? text;
}

/** Which other kinds of input read the sections of the file. */
const otherSections: readonly OtherSections[] = [
  { input: "status", key: "status", sections: ["TMB", "MSI", "GIS"] },
  { input: "copy-number", key: "cnv", sections: ["Gene Amplifications", "Copy Number Variants"] },
  { input: "fusions", key: "fusion", sections: ["Fusions", "Splice Variants"] },
];

/**
 * Small variants of the combined output of TruSight Oncology 500: those that passed, with alleles as in its VCF and names on a RefSeq
 * transcript. It names no genome build.
 */
export const tso500Variants: VariantReader = {
  input: "variants",
  id: "tso500-variants",
  title: "TruSight Oncology 500: [Small Variants] of CombinedVariantOutput.tsv",
  extensions: [".tsv"],
  columns: names.map(({ own, meaning }) => ({ name: own, meaning, required: true })),
  detect: isCombinedOutput,
  async open(source, options) {
    const silent = { strict: false, report: () => undefined };
    const found = await listSections(await openText(source, silent), silent);
    const file = await openListed(source, format, options);
    const alsoHolds = otherSections
      .map((other) => ({ ...other, sections: other.sections.filter((name) => found.has(name)) }))
      .filter(({ sections }) => sections.length > 0);
    return { ...file, header: { ...file.header, alsoHolds } };
  },
};
