import type { Finding, Target } from "../../../model/report.ts";

/**
 * How a target can be verified before use: an orthogonal assay of the kind of its first alteration (spec, clinical R8: only
 * an absolute assay can contradict, and the evidence must be of the kind that the alteration predicts).
 */
export function verifyBy({ alterations }: Target, findings: readonly Finding[]): string {
  const [first] = findings;
  const gene = first?.gene ?? alterations[0]?.gene ?? null;
  const ofGene = gene === null ? "" : ` of ${gene}`;
  if (first === undefined) return "a second method";
  switch (first.kind) {
    case "small-variant":
      return `a second DNA assay${ofGene}`;
    case "copy-number":
      return /amplif|gain/i.test(first.label) ? `IHC or ISH${ofGene}` : `IHC${ofGene}`;
    case "fusion":
      return `RNA sequencing or ISH${ofGene}`;
    case "exon-change":
      return `RNA sequencing${ofGene}`;
    case "expression":
      return `IHC${ofGene}`;
    case "signature":
      return first.label.startsWith("MSI") ? "MMR stains or PCR" : "a second assay";
    case "ihc":
      return "a second reading or clone";
  }
}
