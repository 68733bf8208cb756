import { makeProblem, type Problem } from "../../../model/problem.ts";
import { readAccession, type ProteinNames } from "./protein-names.ts";
import { showText } from "../../show-text.ts";

/** Genes that no protein is made of, by the names that HGNC gives to their kinds (genenames.org), and the best known of the others. */
const withoutProtein =
  /^(?:LINC\d{5}|MIR\d[\w-]*|SNOR[AD]\d\w*|RNU\d[\w-]*|RN7S[KL]\w*|[A-Z\d]+-(?:AS|IT|OT)\d+|[A-Z\d]+-DT|MALAT1|NEAT1|XIST|TSIX|MEG3|HOTAIR)$/;

const fewestNamed = 3;
const smallestShare = 0.005;
/** Of the protein-coding genes a few have changed their Ensembl id; of all genes of Ensembl two in three code for no protein. */
const fewestUnknown = 50;
const unknownShare = 0.2;

/** The warning about a table that is taken as proteins and has rows of genes without one; null where its names tell nothing. */
export function doubtMolecule(
  rows: readonly { readonly gene: string }[],
  {
    file,
    names,
  }: { readonly file: string; readonly names?: Pick<ProteinNames, "genesOf"> | undefined },
): Problem | null {
  const genes = rows.map(({ gene }) => gene);
  const named = genes.filter((gene) => withoutProtein.test(gene));
  const ensembl = genes.filter((gene) => gene.startsWith("ENSG"));
  const unknown = ensembl.filter(
    (gene) => readAccession(gene) !== null && names?.genesOf(gene).length === 0,
  );
  const isNamed = named.length >= Math.max(fewestNamed, smallestShare * rows.length);
  const isUnknown = unknown.length >= Math.max(fewestUnknown, unknownShare * ensembl.length);
  if (!isNamed && !isUnknown) return null;
  const found = isNamed ? named : unknown;
  const examples = found.slice(0, 3).map(showText).join(", ");
  const message = `taken as proteins, but rows of genes without a protein: ${found.length} of ${rows.length} (${examples}, ...); RNA looks like this`;
  const hint =
    "If it is, declare --protein-molecule rna (protein outliers: --molecule): zeros are then values, and no protein is verified by it.";
  return makeProblem("molecule-uncertain", "warning", message, { where: { file }, hint });
}
