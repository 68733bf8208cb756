import type { Finding, Target } from "../../../model/report.ts";
import { nameSome } from "../name-some.ts";

/** More genes than these are counted. */
const namedGenes = 4;

/**
 * How a target can be verified before use: an orthogonal assay of the kind of its first alteration (spec, clinical R8: only
 * an absolute assay can contradict, and the evidence must be of the kind that the alteration predicts), of each gene that
 * asks for the same assay.
 */
export function verifyBy({ alterations }: Target, findings: readonly Finding[]): string {
  const [first] = findings;
  if (first === undefined) return "a second method";
  const { assay, isOfGene } = assayOf(first);
  if (!isOfGene) return assay;
  const own = findings.filter((finding) => assayOf(finding).assay === assay);
  const named = own.flatMap(({ gene }) => gene ?? []);
  const genes = named.length > 0 ? [...new Set(named)] : [alterations[0]?.gene ?? ""];
  const ofGene = nameSome(genes, namedGenes, " and ");
  return ofGene === "" ? assay : `${assay} of ${ofGene}`;
}

/** The assay, and whether it is of one gene. */
function assayOf({ kind, label }: Finding): { assay: string; isOfGene: boolean } {
  switch (kind) {
    case "small-variant":
      return { assay: "a second DNA assay", isOfGene: true };
    case "copy-number":
      return { assay: /amplif|gain/i.test(label) ? "IHC or ISH" : "IHC", isOfGene: true };
    case "fusion":
      return { assay: "RNA sequencing or ISH", isOfGene: true };
    case "exon-change":
      return { assay: "RNA sequencing", isOfGene: true };
    case "expression":
      return { assay: "IHC", isOfGene: true };
    case "signature":
      return {
        assay: label.startsWith("MSI") ? "MMR stains or PCR" : "a second assay",
        isOfGene: false,
      };
    case "ihc":
      return { assay: "a second reading or clone", isOfGene: false };
  }
}
