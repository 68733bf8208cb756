/** Tables of programs beside those of `protein-groups.test.ts`: each fixture is written by us in the form of the program. */
import { describe, expect, it } from "vitest";
import { adat } from "../../../../../src/read/proteins/programs/adat.ts";
import { alphapept } from "../../../../../src/read/proteins/programs/alphapept.ts";
import { diannReport } from "../../../../../src/read/proteins/programs/diann-report.ts";
import { maxquantSites } from "../../../../../src/read/proteins/programs/maxquant-sites.ts";
import { mzTab } from "../../../../../src/read/proteins/programs/mztab.ts";
import { olink } from "../../../../../src/read/proteins/programs/olink.ts";
import { pamgene } from "../../../../../src/read/proteins/programs/pamgene.ts";
import {
  phosphositeMatrix,
  proteinWide,
  rppa,
} from "../../../../../src/read/proteins/tables/protein-wide.ts";
import { makeProteinNames } from "../../../../../src/read/proteins/names/protein-names.ts";
import { readers } from "../../../../../src/read/readers.ts";
import { rnaQuantities } from "../../../../../src/read/proteins/tables/rna-quantities.ts";
import {
  spectronautPivot,
  spectronautReport,
} from "../../../../../src/read/proteins/programs/spectronaut.ts";
import { tmtIntegrator } from "../../../../../src/read/proteins/programs/tmt-integrator.ts";
import { tmtPhosphopeptides } from "../../../../../src/read/proteins/programs/tmt-phosphopeptides.ts";
import { codesOf, readProtein, refusalOf, rowsOf } from "../read-protein-text.ts";
import type { ProteinReader } from "../../../../../src/read/protein-reader.ts";

type Cells = readonly (string | number)[];

function tsv(...rows: readonly Cells[]): string {
  return rows.map((row) => `${row.join("\t")}\n`).join("");
}

const message = (problems: readonly { code: string; message: string }[], code: string): string =>
  problems.find((problem) => problem.code === code)?.message ?? "";

const diannColumns = [
  "File.Name",
  "Run",
  "Protein.Group",
  "Genes",
  "PG.MaxLFQ",
  "Precursor.Id",
  "Q.Value",
  "PG.Q.Value",
];
const diannText = tsv(
  diannColumns,
  ["a.raw", "TUMOR", "P04626", "ERBB2", 1024, "AAA2", 0.001, 0.001],
  ["a.raw", "TUMOR", "P04626", "ERBB2", 1024, "BBB2", 0.001, 0.001],
  ["a.raw", "TUMOR", "P10721", "KIT", 4096, "CCC2", 0.02, 0.001],
  ["b.raw", "A", "P04626", "ERBB2", 512, "AAA2", 0.001, 0.001],
  ["b.raw", "A", "P10721", "KIT", 256, "CCC2", 0.001, 0.02],
  ["b.raw", "A", "P00533", "EGFR", 64, "DDD2", 0.001, 0.001],
);

describe("diannReport", () => {
  it("takes the quantity of a protein once, and sets rows above a q-value of 0.01 aside", async () => {
    const { table, problems } = await readProtein(diannReport, diannText);
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 10, [9]],
      ["EGFR", null, [6]],
    ]);
    expect(table.counts).toEqual({ read: 4, refused: 0, setAside: 2 });
    expect(message(problems, "rows-set-aside")).toContain(
      "(PG.Q.Value above 0.01: 1, Q.Value above 0.01: 1)",
    );
    expect(table.scale.decidedBy).toContain("column PG.MaxLFQ");
  });

  it("counts a protein with two quantities in one run as missing there", async () => {
    const text = `${diannText}${tsv(["a.raw", "TUMOR", "P04626", "ERBB2", 2048, "E", 0, 0])}`;
    const { table, problems } = await readProtein(diannReport, text);
    expect(rowsOf(table)[0]).toEqual(["ERBB2", null, [9]]);
    expect(message(problems, "value-twice")).toContain('"ERBB2 in TUMOR"');
  });

  it("names the runs that it has where the case is none of them", async () => {
    expect(await refusalOf(diannReport, diannText, { sample: "a.raw" })).toMatchObject({
      kind: "identity",
      code: "protein-sample-missing",
    });
  });
});

describe("Spectronaut", () => {
  it("reads a pivot report with decimal commas, and what was filtered as missing", async () => {
    const text = tsv(
      ["PG.ProteinGroups", "PG.Genes", "[1] TUMOR.raw.PG.Quantity", "[2] A.raw.PG.Quantity"],
      ["P04626", "ERBB2", "1024,5", "512,25"],
      ["P10721", "KIT", "Filtered", "256,125"],
    );
    const { table, problems } = await readProtein(spectronautPivot, text, { sample: "TUMOR.raw" });
    expect(rowsOf(table)).toEqual([
      ["ERBB2", Math.log2(1024.5), [Math.log2(512.25)]],
      ["KIT", null, [Math.log2(256.125)]],
    ]);
    expect(codesOf(problems)).toContain("decimal-comma");
  });

  it("reads genes alone, and logarithms where no other quantity is there", async () => {
    const pivot = tsv(
      ["PG.Genes", "[1] TUMOR.raw.PG.Log2Quantity", "[2] A.raw.PG.Log2Quantity"],
      ["ERBB2", 10, 9],
    );
    const { table } = await readProtein(spectronautPivot, pivot, { sample: "TUMOR.raw" });
    expect(rowsOf(table)).toEqual([["ERBB2", 10, [9]]]);
    const report = tsv(
      ["R.FileName", "PG.Genes", "PG.Log2Quantity"],
      ["TUMOR", "ERBB2", 10],
      ["A", "ERBB2", 9],
    );
    const read = await readProtein(spectronautReport, report);
    expect(rowsOf(read.table)).toEqual([["ERBB2", 10, [9]]]);
    expect(read.table.scale).toMatchObject({ name: "log2-intensity" });
  });

  it("reads a report of fragments, without decoys and what is above the q-value", async () => {
    const text = tsv(
      ["R.FileName", "PG.ProteinGroups", "PG.Quantity", "PG.Qvalue", "EG.IsDecoy", "F.FrgIon"],
      ["TUMOR", "P04626", 1024, 0.001, "False", "y3"],
      ["TUMOR", "P04626", 1024, 0.001, "False", "y4"],
      ["TUMOR", "P10721", 256, 0.5, "False", "y3"],
      ["A", "P04626", 512, 0.001, "False", "y3"],
      ["A", "P00533", 16, 0.001, "True", "y3"],
    );
    const { table, problems } = await readProtein(spectronautReport, text);
    expect(rowsOf(table)).toEqual([["P04626", 10, [9]]]);
    expect(message(problems, "rows-set-aside")).toContain("(PG.Qvalue above 0.01: 1, decoy: 1)");
  });
});

describe("tmtIntegrator", () => {
  it("reads sites with their residues, and the reference channel as no sample", async () => {
    const text = tsv(
      ["Index", "Gene", "ProteinID", "Peptide", "MaxPepProb", "ReferenceIntensity", "TUMOR", "A"],
      ["P04626_Y1248", "ERBB2", "P04626", "PEP", 1, 21, -1.5, 0.5],
      ["rev_P1_S1", "X", "rev_P1", "PEP", 1, 21, -1.5, 0.5],
    );
    const { table } = await readProtein(tmtIntegrator, text);
    expect(table.molecule).toBe("phosphosite");
    expect(table.rows).toMatchObject([{ gene: "ERBB2", site: "Y1248", value: -1.5 }]);
    expect(table.cohortSamples).toEqual(["A"]);
    expect(table.counts.setAside).toBe(1);
  });

  const proteins = tsv(
    ["Index", "NumberPSM", "Gene", "MaxPepProb", "Protein", "Protein ID", "Entry Name"].concat(
      ["Protein Description", "Organism", "Indistinguishable Proteins", "ReferenceIntensity"],
      ["TUMOR", "A", "RefInt_pool"],
    ),
    ["P04626", 12, "ERBB2", 1, "sp|P04626|ERBB2_HUMAN", "P04626", "ERBB2_HUMAN"].concat(
      ["d", "Homo sapiens", "", 24],
      [20.5, 18, 24],
    ),
  );

  it("reads a table of proteins, whose samples stand behind the intensity of the reference", async () => {
    const { table } = await readProtein(tmtIntegrator, proteins);
    expect(rowsOf(table)).toEqual([["ERBB2", 20.5, [18]]]);
    expect(table.cohortSamples).toEqual(["A"]);
  });

  it("takes no column before it for a sample, and no peptide without a site for its protein", async () => {
    const text = tsv(
      [
        "Index",
        "Gene",
        "ProteinID",
        "Peptide",
        "SequenceWindow",
        "Start",
        "End",
        "MaxPepProb",
      ].concat(
        ["Spectrum Number", "Protein", "Entry Name", "Mapped Genes", "ReferenceIntensity"],
        ["TUMOR", "A"],
      ),
      ["P04626_Y1248", "ERBB2", "P04626", "PEP", "PEP", 1, 2, 1].concat(
        [7, "sp|P04626|ERBB2_HUMAN", "ERBB2_HUMAN", "", 24],
        [-1.5, 0.5],
      ),
      ["P04626_PEPK", "ERBB2", "P04626", "PEPK", "PEPK", 1, 2, 1].concat(
        [7, "sp|P04626|ERBB2_HUMAN", "ERBB2_HUMAN", "", 24],
        [4, 0.5],
      ),
    );
    const { table, problems } = await readProtein(tmtIntegrator, text);
    expect(table.rows).toMatchObject([{ gene: "ERBB2", site: "Y1248", value: -1.5 }]);
    expect(table.cohortSamples).toEqual(["A"]);
    expect(message(problems, "rows-set-aside")).toContain("peptide without a localized site: 1");
  });

  it("reads a table of genes, named by its index", async () => {
    const text = tsv(
      ["Index", "NumberPSM", "ProteinID", "MaxPepProb", "ReferenceIntensity", "TUMOR"],
      ["ERBB2", 12, "P04626", 1, 21, 20.5],
    );
    const { table } = await readProtein(tmtIntegrator, text);
    expect(rowsOf(table)).toEqual([["ERBB2", 20.5, []]]);
    expect(table.molecule).toBe("protein");
  });
});

describe("tables of phosphosites", () => {
  it("reads MaxQuant's sites, those whose residue is known", async () => {
    const text = tsv(
      [
        "Protein",
        "Gene names",
        "Localization prob",
        "Amino acid",
        "Position",
        "Intensity",
        "Intensity TUMOR",
        "Intensity TUMOR___1",
        "Reverse",
      ],
      ["P04626", "ERBB2", 0.99, "Y", 1248, 9, 1024, 5, ""],
      ["P04626", "ERBB2", 0.5, "S", 1250, 9, 1024, 5, ""],
      ["REV__P1", "", 0.9, "S", 1, 9, 1024, 5, "+"],
    );
    const { table, problems } = await readProtein(maxquantSites, text);
    expect(table.rows).toMatchObject([{ gene: "ERBB2", site: "Y1248", value: 10 }]);
    expect(message(problems, "rows-set-aside")).toContain("(reverse hit: 1, site whose residue");
  });

  it("reads CPTAC's names of rows", async () => {
    const text = '"","TUMOR","A"\n"NP_004439-T1240t ",1.5,\n"NP_004439-S1100s M1101m ",,-1\n';
    const { table } = await readProtein(phosphositeMatrix, text);
    expect(table.rows.map(({ gene, site, value }) => [gene, site, value])).toEqual([
      ["NP_004439", "T1240", 1.5],
      ["NP_004439", "S1100", null],
    ]);
  });

  it("reads a site that stands in a column of its own", async () => {
    const text = tsv(
      ["ENTITY_STABLE_ID", "NAME", "GENE_SYMBOL", "PHOSPHOSITE", "TUMOR"],
      ["ERBB2_pY1248", "x", "ERBB2", "pY1248", -2],
      ["ERBB2_pS1054", "x", "ERBB2", "pS1054", 2],
    );
    const { table } = await readProtein(phosphositeMatrix, text);
    expect(table.rows.map(({ site }) => site)).toEqual(["Y1248", "S1054"]);
  });

  it("names a phosphopeptide without a numbered residue by itself", async () => {
    const text = [
      "Protein,Sequence,Sum of Abundance 126,Sum of Abundance 127N",
      "ERBB2 kinase OS=Homo sapiens GN=ERBB2 PE=1,aAyGDsPk-1,1024,512",
      "A OS=Homo sapiens GN=KRAS PE=1; B OS=Homo sapiens GN=NRAS PE=1,AGtK-1,8,16",
      "ERBB2 kinase OS=Homo sapiens GN=ERBB2 PE=1,aAGDPk-1,1,2",
      "",
    ].join("\n");
    const { table } = await readProtein(tmtPhosphopeptides, text, { sample: "126" });
    expect(table.rows).toMatchObject([
      { gene: "ERBB2", site: "peptide AAyGDsPK", value: 10 },
      { gene: "KRAS;NRAS", site: "peptide AGtK", value: 3 },
    ]);
    expect(table.counts.setAside).toBe(1);
  });
});

describe("rppa of the TCPA, level 4", () => {
  const text =
    "Sample_ID,Cancer_Type,Sample_Type,SetID,X4EBP1,CMET_pY1235,HER2,HER2_pY1248\n" +
    "TUMOR,BRCA,Primary,TCGA,0.5,-0.25,1.5,0.75\nA,BRCA,Primary,TCGA,NA,0.25,-0.5,0\n";

  it("reads samples in rows, without the facts of the sample beside the antibodies", async () => {
    expect(readers.filter((reader) => reader.detect(text))).toEqual([rppa]);
    const names = makeProteinNames({
      currentSymbol: (name) => (["ERBB2", "MET", "EIF4EBP1"].includes(name) ? name : null),
      identifiers: { isSymbol: () => false, symbolsOf: () => [] },
    });
    const { table } = await readProtein(rppa, text, { names });
    expect(table.rows.map(({ gene, site, value }) => [gene, site, value])).toEqual([
      ["EIF4EBP1", undefined, 0.5],
      ["MET", "Y1235", -0.25],
      ["ERBB2", undefined, 1.5],
      ["ERBB2", "Y1248", 0.75],
    ]);
  });
});

describe("rppa", () => {
  const text = tsv(
    ["Composite.Element.REF", "TUMOR", "A"],
    ["ERBB2|HER2", -1, 1],
    ["ERBB2|HER2_pY1248", 2, 0],
    ["AKT1 AKT2 AKT3|Akt_pS473", 3, 0],
  );

  it("holds proteins and phosphosites side by side", async () => {
    const { table, problems } = await readProtein(rppa, text);
    expect(table.molecule).toBe("protein");
    expect(table.rows.map(({ gene, site }) => [gene, site])).toEqual([
      ["ERBB2", undefined],
      ["ERBB2", "Y1248"],
      ["AKT1;AKT2;AKT3", "S473"],
    ]);
    expect(message(problems, "protein-table")).toContain("genes: 1, phosphosites: 2, reference");
    expect(codesOf(problems)).toContain("gene-ambiguous");
  });

  it("is read with samples in rows as well", async () => {
    const turned = '"","HER2","HER2_pY1248"\n"TUMOR",-1,2\n"A",1,0\n"B",,0.5\n';
    const { table, problems } = await readProtein(rppa, turned);
    expect(table.rows.map(({ gene, value, cohort }) => [gene, value, [...cohort]])).toEqual([
      ["HER2", -1, [1, Number.NaN]],
      ["HER2", 2, [0, 0.5]],
    ]);
    expect(table.cohortSamples).toEqual(["A", "B"]);
    expect(table.rows[0]?.line).toBe(2);
    expect(codesOf(problems)).toContain("matrix-transposed");
  });
});

describe("a matrix with samples in rows", () => {
  it("is told by the case's name being that of a row", async () => {
    const { table } = await readProtein(proteinWide, ",ERBB2,EGFR\nTUMOR,12,9\nA,10,NA\n");
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 12, [10]],
      ["EGFR", 9, [Number.NaN]],
    ]);
    const upright = await readProtein(proteinWide, ",TUMOR,A\nERBB2,12,10\n");
    expect(rowsOf(upright.table)).toEqual([["ERBB2", 12, [10]]]);
  });

  it("is told by the name over its samples", async () => {
    const { table } = await readProtein(proteinWide, "sample,ERBB2\nTUMOR,12\nA,10\n");
    expect(rowsOf(table)).toEqual([["ERBB2", 12, [10]]]);
  });

  it("is refused where a sample is there twice, and where the case is neither row nor column", async () => {
    const twice = ",ERBB2\nTUMOR,12\nTUMOR,13\n";
    expect(await refusalOf(proteinWide, twice)).toMatchObject({ code: "sample-twice" });
    const refusal = await refusalOf(proteinWide, ",ERBB2\nA,12\nB,13\n");
    expect(refusal).toMatchObject({ kind: "identity", code: "protein-sample-missing" });
  });
});

describe("olink", () => {
  const columns = ["SampleID", "OlinkID", "UniProt", "Assay", "QC_Warning", "LOD", "NPX"];
  const text = tsv(
    columns,
    ["TUMOR", "O1", "P04626", "ERBB2", "Pass", 1, 5.5],
    ["TUMOR", "O2", "P10721", "KIT", "Pass", 1, 0.5],
    ["A", "O1", "P04626", "ERBB2", "Pass", 1, 4],
    ["A", "O2", "P10721", "KIT", "Warning", 1, 0],
    ["CONTROL_SAMPLE_AS 1", "O1", "P04626", "ERBB2", "Pass", 1, 9],
  );

  it("reads NPX as it is, without controls and warned values, and says what is below its limit", async () => {
    const { table, problems } = await readProtein(olink, text);
    expect(table.scale).toEqual({ name: "npx", decidedBy: "column NPX" });
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 5.5, [4]],
      ["KIT", null, [Number.NaN]],
    ]);
    expect(message(problems, "rows-set-aside")).toContain(
      "(control sample: 1, quality warning: 1)",
    );
    expect(message(problems, "case-value-doubtful")).toBe(
      'values of the case that are below the limit of detection, which count as not detected: 1 ("KIT")',
    );
  });
});

describe("olink with a column of the type of sample", () => {
  it("takes a sample that is named like a control for what the file calls it", async () => {
    const text = tsv(
      ["SampleID", "OlinkID", "UniProt", "Assay", "Sample_Type", "NPX"],
      ["TUMOR", "O1", "P04626", "ERBB2", "SAMPLE", 5.5],
      ["PC12", "O1", "P04626", "ERBB2", "SAMPLE", 4],
      ["NC1", "O1", "P04626", "ERBB2", "NEGATIVE_CONTROL", 1],
      ["PC13", "O1", "P04626", "ERBB2", "", 1],
    );
    expect((await readProtein(olink, text)).table.cohortSamples).toEqual(["PC12"]);
  });
});

describe("adat", () => {
  const text = [
    "^HEADER",
    "!ProcessSteps\tRaw RFU, Hyb Normalization",
    "^COL_DATA",
    "!Name\tSeqId",
    "^ROW_DATA",
    "!Name\tSampleId",
    "^TABLE_BEGIN",
    "\t\tSeqId\t1-1\t2-2\t3-3\t4-4",
    "\t\tUniProt\tP04626\tP10721\tQ99LC4\tP1",
    "\t\tEntrezGeneSymbol\tERBB2\tKIT KITLG\t\t",
    "\t\tOrganism\tHuman\tHuman\tMouse\tHuman",
    "\t\tType\tProtein\tProtein\tProtein\tHybridization Control Elution",
    "SampleId\tSampleType\t\t\t\t\t",
    "TUMOR\tSample\t\t1024.0\t256\t1\t1",
    "A\tSample\t\t512\t128\t1\t1",
    "170261\tCalibrator\t\t1\t1\t1\t1",
    "170261\tCalibrator\t\t1\t1\t1\t1",
    "",
  ].join("\n");

  it("reads RFU of human proteins of samples as log2, and says how they were normalized", async () => {
    const { table, problems } = await readProtein(adat, text);
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 10, [9]],
      ["KIT;KITLG", 8, [7]],
    ]);
    expect(table.cohortSamples).toEqual(["A"]);
    expect(message(problems, "rows-set-aside")).toContain(
      "(proteins of other organisms: 1, control probes: 1, samples that are controls: 2); normalization: Raw RFU, Hyb Normalization",
    );
  });

  it("refuses a row that is cut, and a sample that is there twice", async () => {
    const cut = text.replace("A\tSample\t\t512\t128\t1\t1", "A\tSample\t\t512");
    expect(await refusalOf(adat, cut)).toMatchObject({ code: "row-length" });
    const twice = text.replace("A\tSample", "TUMOR\tSample");
    expect(await refusalOf(adat, twice)).toMatchObject({ code: "sample-twice" });
    expect(await refusalOf(adat, "^HEADER\n^TABLE_BEGIN\n")).toMatchObject({
      code: "columns-missing",
    });
  });
});

describe("mzTab", () => {
  it("takes neither decoys nor OpenMS' rows of details for proteins", async () => {
    const columns = ["PRH", "accession", "description", "ambiguity_members"];
    const text = tsv(
      ["MTD", "mzTab-version", "1.0.0"],
      ["MTD", "assay[1]-description", "TUMOR"],
      ["MTD", "assay[2]-description", "P1"],
      [
        ...columns,
        "protein_abundance_assay[1]",
        "protein_abundance_assay[2]",
        "opt_global_cv_PRIDE:0000303_decoy_hit",
        "opt_global_result_type",
      ],
      ["PRT", "P04626", "GN=ERBB2", "null", 1024, 512, 0, "single_protein"],
      ["PRT", "P04626", "GN=ERBB2", "null", "null", "null", 0, "protein_details"],
      ["PRT", "P10721", "GN=KIT", "null", 4096, 4096, 1, "single_protein"],
      ["PRT", "DECOY_P00533", "GN=EGFR", "null", 4096, 4096, 0, "single_protein"],
    );
    const { table, problems } = await readProtein(mzTab, text);
    expect(rowsOf(table)).toEqual([["ERBB2", 10, [9]]]);
    expect(table.counts).toEqual({ read: 4, refused: 0, setAside: 3 });
    expect(problems.find(({ code }) => code === "rows-set-aside")?.message).toBe(
      "rows that are no protein of the sample were set aside (details of a group: 1, reverse hit: 1)",
    );
    expect(codesOf(problems)).toContain("rows-marked");
  });

  const head = [
    ["MTD", "mzTab-version", "1.0.0"],
    ["MTD", "ms_run[1]-location", "file://c:/data/TUMOR.raw"],
    ["MTD", "assay[1]-ms_run_ref", "ms_run[1]"],
  ];
  const columns = ["PRH", "accession", "description", "ambiguity_members"];

  it("reads abundances of assays, named by their runs", async () => {
    const text = tsv(
      ...head,
      [...columns, "protein_abundance_assay[1]", "protein_abundance_assay[2]"],
      ["PRT", "P04626", "x GN=ERBB2 y", "null", 1024, 512],
      ["PRT", "P10721", "null", "P10721-2", "null", 256],
    );
    const { table } = await readProtein(mzTab, text);
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 10, [9]],
      ["P10721", null, [8]],
    ]);
    expect(table.cohortSamples).toEqual(["assay[2]"]);
  });

  it("refuses a file of identifications with that sentence", async () => {
    const text = tsv(...head, columns, ["PRT", "P04626", "x", "null"]);
    const refusal = await refusalOf(mzTab, text);
    expect(refusal.message).toContain("states no abundance of proteins");
  });
});

describe("tables that name no sample", () => {
  it("reads TPM as log2(x + 1) of RNA, zero as a value", async () => {
    const { table, problems } = await readProtein(
      rnaQuantities,
      "TargetID\tTPM\nERBB2\t1023\nKIT\t0\n",
    );
    expect(table).toMatchObject({ molecule: "rna", scale: { name: "log2-tpm" } });
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 10, []],
      ["KIT", 0, []],
    ]);
    expect(codesOf(problems)).toContain("sample-assumed");
  });

  it("holds the case to the sample that a table of RNA names, and sets rows of others aside", async () => {
    const text = "sample_id\tTargetID\tTPM\nTUMOR\tERBB2\t1023\nOTHER\tERBB2\t3\nTUMOR\tKIT\t0\n";
    const { table, problems } = await readProtein(rnaQuantities, text);
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 10, []],
      ["KIT", 0, []],
    ]);
    expect(table.counts).toEqual({ read: 3, refused: 0, setAside: 1 });
    expect(codesOf(problems)).not.toContain("sample-assumed");
    expect(message(problems, "rows-of-other-samples")).toContain("set aside: 1 (samples: 1)");
    expect(rnaQuantities.firstSample(text)).toBe("TUMOR");
    expect(await refusalOf(rnaQuantities, text, { sample: "P7" })).toMatchObject({
      kind: "identity",
      code: "protein-sample-missing",
      message: 'the table has no sample "P7"; it has "TUMOR", "OTHER"',
    });
  });

  it("reads kinase scores as given, the median over the ranks of a scan", async () => {
    const text = "ClassName,nFeatures,NormalizedSetStat\nHER2,1,-1\nHER2,2,3\nHER2,3,1\nSrc,1,2\n";
    const { table, problems } = await readProtein(pamgene, text);
    expect(problems.find(({ code }) => code === "sample-assumed")).toMatchObject({
      severity: "warning",
      message: expect.stringContaining('that it is of "TUMOR" cannot be checked'),
    });
    expect(table).toMatchObject({ molecule: "kinase-activity", scale: { name: "score" } });
    expect(rowsOf(table)).toEqual([
      ["HER2", 1, []],
      ["Src", 2, []],
    ]);
  });
});

describe("alphapept", () => {
  it("reads the LFQ intensities of each sample, and sets reverse hits aside", async () => {
    const text =
      ",TUMOR_LFQ,A_LFQ,TUMOR,A\nsp|P04626|ERBB2_HUMAN,1024,512,1,1\nREV__sp|P1|X_HUMAN,1,1,1,1\n";
    const { table } = await readProtein(alphapept, text);
    expect(rowsOf(table)).toEqual([["sp|P04626|ERBB2_HUMAN", 10, [9]]]);
    expect(table.counts).toEqual({ read: 2, refused: 0, setAside: 1 });
  });
});

describe("readers of proteins", () => {
  const heads: readonly (readonly [ProteinReader, string])[] = [
    [diannReport, diannText],
    [spectronautPivot, "PG.ProteinGroups\t[1] a.PG.Quantity\nP1\t1\n"],
    [spectronautReport, "R.FileName\tPG.ProteinGroups\tPG.Quantity\na\tP1\t1\n"],
    [tmtIntegrator, "Index\tProteinID\tReferenceIntensity\tS\nERBB2\tP1\t1\t2\n"],
    [
      tmtIntegrator,
      "Index\tGene\tProtein\tProtein ID\tEntry Name\tReferenceIntensity\tS\nP1\tG\tP1\tP1\tE\t1\t2\n",
    ],
    [
      maxquantSites,
      "Protein\tAmino acid\tPosition\tLocalization prob\tIntensity S\nP\tY\t1\t1\t1\n",
    ],
    [phosphositeMatrix, "gene,S\nP04626_Y1248,1\n"],
    [rppa, ",EGFR_pY1068\nTUMOR,1\n"],
    [olink, "SampleID\tOlinkID\tUniProt\tAssay\tNPX\nA\tO\tP\tX\t1\n"],
    [adat, "^HEADER\n!Version\t1.2\n"],
    [mzTab, "COM\tx\nMTD\tmzTab-version\t1.0.0\n"],
    [pamgene, "Kinase Name,Median Kinase Statistic\nHER2,1\n"],
    [rnaQuantities, "gene_id\ttranscript_id(s)\tlength\tTPM\tFPKM\nENSG1\tx\t1\t2\t3\n"],
    [alphapept, ",A_LFQ,A\nsp|P1|X,1,2\n"],
  ];
  it.each(heads)("%# is claimed by one of them", (reader, head) => {
    const claiming = readers.filter(({ input, detect }) => input === "protein" && detect(head));
    expect(claiming.map(({ id }) => id)).toEqual([reader.id]);
  });
});
