import { readGeneName, type Cells } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";

/** cBioPortal's study file of structural variants. It does not say which gene comes first. */
export const cbioportalSv = makeFusionReader({
  id: "cbioportal-sv",
  title: "cBioPortal: data_sv.txt",
  caller: null,
  extensions: [".txt", ".tsv"],
  columns: [
    { name: "Sample_Id", meaning: "sample; several stand in one table", required: true },
    { name: "Site1_Hugo_Symbol", meaning: "one gene", required: true },
    {
      name: "Site2_Hugo_Symbol",
      meaning: "the other gene; the same where the change lies within one",
      required: true,
    },
    { name: "Site1_Region_Number", meaning: "exon", required: false },
    { name: "Site2_Region_Number", meaning: "exon", required: false },
    { name: "Site2_Effect_On_Frame", meaning: "In_frame or Frameshift", required: false },
    { name: "SV_Status", meaning: "SOMATIC or GERMLINE", required: false },
    { name: "Tumor_Variant_Count", meaning: "reads", required: false },
  ],
  marks: ["Sample_Id", "Site1_Hugo_Symbol", "Site2_Hugo_Symbol"],
  read(cells) {
    if (cells.text("SV_Status").toUpperCase() === "GERMLINE") return germline;
    const first = readExon(cells, 1);
    const last = readExon(cells, 2);
    return {
      fivePrime: readGeneName(cells.text("Site1_Hugo_Symbol")),
      threePrime: readGeneName(cells.text("Site2_Hugo_Symbol")),
      isOrdered: false,
      inFrame: readFrame(cells.text("Site2_Effect_On_Frame")),
      fivePrimeBreakpoint: cells.placeIn("Site1_Chromosome", "Site1_Position"),
      threePrimeBreakpoint: cells.placeIn("Site2_Chromosome", "Site2_Position"),
      exons: first === null || last === null ? null : [first, last],
      transcript: cells.text("Site1_Ensembl_Transcript_Id") || null,
      support: {
        junctionReads: cells.count("Tumor_Split_Read_Count") ?? cells.count("Tumor_Variant_Count"),
        spanningReads: cells.count("Tumor_Paired_End_Read_Count"),
        rule: "Tumor_Split_Read_Count or Tumor_Variant_Count, and Tumor_Paired_End_Read_Count",
        confidence: null,
      },
    };
  },
});

const germline = {
  code: "sv-germline",
  reason: "The file says that the structural variant is of the germline.",
};

function readExon(cells: Cells, site: 1 | 2): number | null {
  const isExon = cells.text(`Site${site}_Region`).toUpperCase() === "EXON";
  return isExon ? cells.count(`Site${site}_Region_Number`) : null;
}

function readFrame(text: string): boolean | null {
  if (/^in[_ -]?frame$/i.test(text)) return true;
  return /^(?:frame[_ -]?shift|out[_ -]of[_ -]frame)$/i.test(text) ? false : null;
}
