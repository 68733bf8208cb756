import { makeRefgetAccessions } from "../annotate/vrs/refget-accessions.ts";
import { makeVrsAllele } from "../annotate/vrs/vrs-allele.ts";
import type { SmallVariant } from "../model/alteration.ts";
import type { Assembly } from "../model/locus.ts";
import type { Observation } from "../model/observation.ts";
import type { Finding } from "../model/report.ts";
import type { CaseRequest } from "./case-request.ts";

interface VariantsOfCase {
  readonly observations: readonly Observation<SmallVariant>[];
  readonly assembly: { readonly name: Assembly };
}

/**
 * Findings with the GA4GH VRS 2 id of their allele, where the accession of the chromosome is known and, for an insertion or
 * deletion, the bases beside it. No id is guessed: other findings stay as they are.
 */
export function identifyFindings(
  findings: readonly Finding[],
  variants: VariantsOfCase | null,
  { models: modelsOf, refget }: Pick<CaseRequest, "models" | "refget">,
): Finding[] {
  if (variants === null) return [...findings];
  const { observations, assembly: build } = variants;
  const models = modelsOf?.(build.name);
  const accessionOf = refget?.accessions ?? makeRefgetAccessions();
  const alleles = new Map(observations.map(({ id, alteration }) => [id, alteration.allele]));
  return findings.map((finding) => {
    const allele = alleles.get(finding.observation);
    if (allele === undefined || allele === null) return finding;
    const { assembly, contig, position, ref, alt } = allele;
    const refgetAccession = accessionOf(assembly, contig);
    if (refgetAccession === null) return finding;
    const bases = (start: number, end: number): string =>
      models?.bases(contig, start, end) ?? "N".repeat(Math.max(0, end - start + 1));
    const vrs = makeVrsAllele({ position, ref, alt, refgetAccession, bases });
    return vrs === null ? finding : { ...finding, vrs: vrs.id };
  });
}
