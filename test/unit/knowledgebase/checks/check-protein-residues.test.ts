import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPackedModels } from "../../../../src/annotate/models/packed-models.ts";
import { checkFolder } from "../../../../src/knowledgebase/folder/read-folder.ts";
import { sampleFolder, type SampleFiles } from "../sample-folder.ts";

const path = join(import.meta.dirname, "../../../../knowledgebase/gene-models.txt");
const models = openPackedModels(readFileSync(path), "gene-models.txt");

/** What is said of residues when BRAF has one more variant, without alleles. */
async function check(constraint: object): Promise<string[]> {
  const folder = sampleFolder((files: SampleFiles) => {
    const constraints = [{ gene: "BRAF", ...constraint }];
    const variant = { id: "BRAF:other", label: "other", constraints };
    Object.assign(files["statements/BRAF.json"].variants, { 1: variant });
  });
  const { problems } = await checkFolder(folder, null, models.of);
  return problems
    .filter(({ code }) => code === "kb-protein-residue")
    .map(({ where }) => where?.pointer ?? "");
}

const at = (field: string): string[] => [`/variants/1/constraints/0/${field}`];

test.each([
  [{ type: "protein-change", change: "L485F" }, []],
  [{ type: "protein-change", change: "A485F" }, at("change")],
  [{ type: "protein-change", change: "V900R" }, at("change")],
  [{ type: "protein-change", change: "L485_P490del" }, []],
  [{ type: "protein-change", change: "L485_A490del" }, at("change")],
  [{ type: "codon", residue: "V", position: 600 }, []],
  [{ type: "codon", residue: "A", position: 600 }, at("residue")],
])("the residues of %j are held to the protein", async (constraint, expected) => {
  expect(await check(constraint)).toEqual(expected);
});
