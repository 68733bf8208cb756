import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileSource } from "../../src/io/byte-source.ts";
import { recognize } from "../../src/read/find-reader.ts";
import { openGeneIdentifiers } from "../../src/read/proteins/names/gene-identifiers.ts";
import { makeProteinNames } from "../../src/read/proteins/names/protein-names.ts";
import { checkSharedFile, shared } from "./check-shared-file.ts";

const identifiersFile = join(import.meta.dirname, "../../knowledgebase/gene-identifiers.txt");
const identifiers = openGeneIdentifiers(
  readFileSync(identifiersFile, "utf8"),
  "gene-identifiers.txt",
);
const proteinNames = makeProteinNames({ currentSymbol: () => null, identifiers });

interface Expected {
  readonly format: string;
  /** Rows, with those that are set aside and refused. */
  readonly read: number;
  readonly refused?: number;
  /** Part of the notice on how the table was read. */
  readonly as: string;
}

/** Public tables of laboratories, used in place where they are: format, rows, and what was taken for molecule, cohort and scale. */
const tables: Readonly<Record<string, Expected>> = {
  "proteomics/maxquant/proteinGroups.txt.gz": {
    format: "maxquant",
    read: 1459,
    as: "reference samples: 14, scale: log2-intensity (log2 of linear intensities: ",
  },
  "proteomics/maxquant/proteinGroups_example_feb19.txt.gz": {
    format: "maxquant",
    read: 1393,
    as: "reference samples: 11, scale: log2-intensity (log2 of linear intensities: ",
  },
  "proteomics/alphapeptstats/maxquant_go__proteinGroups.txt.gz": {
    format: "maxquant",
    read: 882,
    as: "reference samples: 9, scale: log2-intensity (log2 of linear intensities: ",
  },
  "proteomics/alphapeptstats/diann__report_final.pg_matrix.tsv": {
    format: "diann-matrix",
    read: 10,
    as: "genes: 10, reference samples: 19, scale: log2-intensity (log2 of linear intensities: ",
  },
  "proteomics/diann/diann_report.tsv.gz": {
    format: "diann-report",
    read: 453,
    as: "genes: 371, reference samples: 2, scale: log2-intensity (log2 of linear intensities, column Genes.MaxLFQ: ",
  },
  "proteomics/alphapeptstats/fragpipe__combined_proteins.tsv": {
    format: "fragpipe",
    read: 10,
    as: "genes: 10, reference samples: 19, scale: log2-intensity (log2 of linear intensities: ",
  },
  "proteomics/alphapeptstats/spectronaut__results_non_european_comma.tsv.gz": {
    format: "spectronaut-report",
    read: 33,
    as: "genes: 33, reference samples: 0, scale: log2-intensity (log2 of linear intensities, column PG.Quantity: ",
  },
  "proteomics/alphapeptstats/alphapept__results_proteins.csv.gz": {
    format: "alphapept",
    read: 3781,
    as: "reference samples: 1, scale: log2-intensity (log2 of linear intensities, the format: ",
  },
  "proteomics/cptac_brca/blacksheepr_phosphodata.csv.gz": {
    format: "phosphosite-matrix",
    read: 15_532,
    as: "phosphosites: 15531, reference samples: 75, scale: log2-ratio (recognized: 491846 values from -15.64 to 11.01)",
  },
  "proteomics/cptac_luad/03CPTAC_filtered_White.csv.gz": {
    format: "tmt-phosphopeptides",
    read: 4671,
    refused: 1,
    as: "reference samples: 9, scale: log2-intensity (log2 of linear intensities, the format: ",
  },
  "proteomics/rppa_cbioportal/data_rppa_valid.txt": {
    format: "rppa",
    read: 12,
    as: "genes: 6, phosphosites: 6, reference samples: 3, scale: log2-ratio (recognized: 48 values",
  },
  "proteomics/rppa_tcga_brca/mixomics_breastTCGA_rppa_train.csv.gz": {
    format: "rppa",
    read: 142,
    // Caspase-7_cleavedD198 is a form of the protein, and set aside.
    as: "samples in rows; genes: 100, phosphosites: 41, reference samples: 149, scale: log2-ratio (recognized: ",
  },
  "proteomics/olink/npx_data1_long.csv.gz": {
    format: "olink-npx",
    read: 1196,
    as: "genes: 184, reference samples: 155, scale: npx (column NPX)",
  },
  "proteomics/somascan/example_data10.adat.gz": {
    format: "somascan-adat",
    read: 5284,
    as: "reference samples: 8, scale: log2-intensity (log2 of linear intensities, RFU: ",
  },
  "proteomics/pamgene/pamgene_uka_full.csv.gz": {
    format: "pamgene-uka",
    read: 116,
    as: "reference samples: 0, scale: score (column NormalizedSetStat)",
  },
  "proteomics/protrider/protrider_sample_dataset.tsv": {
    format: "protein-wide",
    read: 200,
    as: "genes: 200, reference samples: 63, scale: log2-intensity (log2 of linear intensities: ",
  },
  "expression/cptac_brca/blacksheepr_rnadata.csv.gz": {
    format: "protein-wide",
    read: 4317,
    // Names of genes that a spreadsheet made dates of.
    refused: 9,
    as: "genes: 4308, reference samples: 75, scale: log2-ratio (recognized: ",
  },
  "expression/pcgr_T001/T001-BRCA.gene_expression.tsv.gz": {
    format: "rna-quantities",
    read: 19_307,
    as: 'genes (RNA): 19307, reference samples: 0, scale: log2-tpm (log2(x + 1) of TPM or a like linear unit, column "TPM": ',
  },
  "expression/pcgr_T001/T001-COAD.gene_expression.tsv.gz": {
    format: "rna-quantities",
    read: 19_307,
    as: "genes (RNA): 19307, reference samples: 0, scale: log2-tpm ",
  },
  "expression/tcga_brca_mixomics/mixomics_breastTCGA_mrna_train.csv.gz": {
    format: "protein-wide",
    read: 200,
    as: "samples in rows; genes: 200, reference samples: 149, scale: log2-intensity (recognized: ",
  },
};

/** Files beside them, each with the code and a part of the sentence that it is refused with. */
const refused: Readonly<Record<string, readonly [code: string, sentence: string]>> = {
  "proteomics/alphapeptstats/mzTab__test.mztab.gz": ["table-not-read", "states no abundance"],
  "proteomics/cptac_luad/CPTAC_Clinical_Data_May2019.csv.gz": ["format-unknown", "none of the"],
  "proteomics/cptac_luad/Patient_Mutations.csv": ["format-unknown", "none of the formats"],
  "proteomics/pamgene/pamgene_peptide_values.csv.gz": ["format-unknown", "none of the formats"],
  "proteomics/pamgene/pamgene_ptk_stk_peptide_kinase_map.csv.gz": ["format-unknown", "none of"],
  "proteomics/protrider/sample_annotations.tsv": ["format-unknown", "none of the formats"],
  "proteomics/rppa_cbioportal/data_rppa_invalid_values.txt": ["not-a-number", '"spam" in column'],
  "proteomics/rppa_cbioportal/src__test__resources__protein_sample.txt": [
    "format-unknown",
    "none of the formats",
  ],
  "proteomics/rppa_cbioportal/src__test__resources__tabDelimitedData__data_rppa.txt": [
    "not-a-number",
    '"abc" in column "SAMPLE1"',
  ],
  "proteomics/rppa_tcga_brca/mixomics_breastTCGA_subtype.csv.gz": ["format-unknown", "none of"],
};

const data = `${shared}data/`;

// Where the folder is absent these tests are skipped, and the run says so.
describe.skipIf(!existsSync(`${data}proteomics`))("tables of laboratories", () => {
  test("all have an outcome here", () => {
    const files = ["proteomics", "expression"].flatMap((room) =>
      readdirSync(`${data}${room}`).flatMap((folder) =>
        readdirSync(`${data}${room}/${folder}`).map((file) => `${room}/${folder}/${file}`),
      ),
    );
    expect([...Object.keys(tables), ...Object.keys(refused)].toSorted()).toEqual(files.toSorted());
  });

  test.each(Object.entries(tables))(
    "%s is read by one reader, with its scale said",
    async (file, { format, read, refused: refusedRows = 0, as }) => {
      const { claiming } = await recognize(fileSource(`${data}${file}`));
      expect(claiming.filter(({ input }) => input === "protein").map(({ id }) => id)).toEqual([
        format,
      ]);
      const checked = await checkSharedFile(`data/${file}`, { proteinNames });
      expect(checked).toMatchObject({
        format,
        isRefused: false,
        counts: { read, refused: refusedRows },
      });
      const said = checked.kinds.find(({ code }) => code === "protein-table");
      expect(said?.examples[0]?.message).toContain(as);
      // What is on one scale raises no doubt about it.
      expect(checked.kinds.map(({ code }) => code)).not.toContain("scale-uncertain");
      expect(checked.kinds.map(({ code }) => code)).not.toContain("molecule-uncertain");
    },
  );

  test.each(Object.entries(refused))(
    "%s is refused with a sentence",
    async (file, [code, text]) => {
      const { isRefused, kinds } = await checkSharedFile(`data/${file}`, { proteinNames });
      expect(isRefused).toBe(true);
      const message = kinds.find((kind) => kind.code === code)?.examples[0]?.message;
      expect(message).toContain(text);
    },
  );

  test.each([
    ["data_expression_median.txt", "log2-ratio (recognized: 3156 values"],
    ["data_expression_median_Zscores.txt", "z (recognized: the rows have mean 0 and deviation 1"],
  ])("cBioPortal's %s is read, and z told from log2 ratios", async (file, scale) => {
    const checked = await checkSharedFile(`data/cbioportal_study_es_0/${file}`, {
      proteinNames,
      proteinMolecule: "rna",
    });
    expect(checked.format).toBe("protein-wide");
    const said = checked.kinds.find(({ code }) => code === "protein-table");
    expect(said?.examples[0]?.message).toContain(`reference samples: 525, scale: ${scale}`);
  });
});
