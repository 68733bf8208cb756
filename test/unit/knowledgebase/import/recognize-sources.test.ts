import { describe, expect, it } from "vitest";
import { civic } from "../../../../src/knowledgebase/import/civic.ts";
import { recognizeSources } from "../../../../src/knowledgebase/import/recognize-sources.ts";
import { Refusal } from "../../../../src/model/refusal.ts";

const heads = new Map([
  ...Object.entries(civic.tables).map(([key, { columns }]) => [key, columns.join("\t")] as const),
  ["genePred", "#hg19.ensGene.bin\thg19.ensGene.name2\thg19.ensGene.exonStarts"],
  ["liftedModels", "gene\tensembl_tx\tcds_1based"],
  ["maneSummary", "#NCBI_GeneID\tHGNC_ID\tMANE_status"],
  ["codingSequences", ">BRAF|ENST1|len=3\nATG"],
  ["chain", "chain 1 chr1 2 + 0 1 chr1 2 + 0 1 1"],
  ["oncotree", '{"TISSUE":{}}'],
  ["diseaseTerms", "id\tlabel\tsubClassOf"],
  ["diseaseXrefs", "id\tlabel\txrefs"],
  ["drugSynonyms", "alias\tnci_concept_display_name"],
  ["drugTargets", "nci_concept_display_name\tnci_t\ttarget_symbol"],
  ["geneAliases", "entrez_id\tsymbol\talias"],
]);
const files = [...heads].map(([key, text]) => ({ name: `${key}.txt`, text: `${text}\n` }));

describe("recognizeSources", () => {
  it("knows every table by its content, whatever the order", () => {
    const { facts, ...found } = recognizeSources(civic, files.toReversed());
    for (const [key, file] of Object.entries(found)) expect(file.name).toBe(`${key}.txt`);
    for (const key of Object.keys(civic.tables)) expect(facts(key).name).toBe(`${key}.txt`);
  });

  it("refuses once, naming what is missing, given twice and not known", () => {
    const given = [
      ...files.slice(1),
      { ...files.find(({ name }) => name === "genePred.txt")!, name: "again.txt" },
      { name: "x.csv", text: "a,b" },
    ];
    const act = () => recognizeSources(civic, given);
    expect(act).toThrow(Refusal);
    expect(act).toThrow(/missing: ClinicalEvidenceSummaries of CIViC/);
    expect(act).toThrow(/again\.txt is the same table as genePred\.txt/);
    expect(act).toThrow(/x\.csv is no table/);
  });
});
