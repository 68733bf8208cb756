import { makeVrsAllele, type ReadBases, type VrsAllele } from "../../annotate/vrs/vrs-allele.ts";
import { alleleKey } from "../../model/alteration.ts";
import { assemblies, type Allele } from "../../model/locus.ts";
import type { GeneModels } from "../folder/knowledgebase-folder.ts";
import type { Exporter } from "./exporter.ts";
import { listSites, type Site } from "./list-sites.ts";

interface NamedAllele {
  readonly allele: Allele;
  readonly sites: readonly Site[];
}

/**
 * VRS 2 alleles as JSON, each once with the variants and statements that name it. An id needs the accession of the chromosome,
 * and of an insertion or deletion the bases around it: without them `vrs` is null and `reason` says why. No id is guessed.
 */
export const vrs: Exporter = {
  id: "vrs",
  title: "GA4GH VRS 2 alleles of both builds, or of one",
  needsAssembly: false,
  render(knowledgebase, { assembly, models, accessions: accessionOf }) {
    const alleles = groupAlleles(listSites(knowledgebase))
      .filter(({ allele }) => assembly === null || allele.assembly === assembly)
      .map(({ allele, sites }) => ({
        assembly: allele.assembly,
        allele: [allele.contig, allele.position, allele.ref, allele.alt].join(":"),
        variants: [...new Set(sites.map(({ variant }) => variant.id))],
        statements: [...new Set(sites.flatMap(({ statements }) => statements.map(({ id }) => id)))],
        ...identify(allele, accessionOf(allele.assembly, allele.contig), models),
      }));
    const { version, sha256 } = knowledgebase;
    const identified = alleles.filter((each) => each.vrs !== null).length;
    const counts = { alleles: alleles.length, identified };
    return `${JSON.stringify({ knowledgebase: { version, sha256 }, counts, alleles }, null, 2)}\n`;
  },
};

function identify(
  { position, ref, alt, assembly, contig }: Allele,
  refgetAccession: string | null,
  models: GeneModels | null,
): { vrs: VrsAllele | null; reason?: string } {
  if (refgetAccession === null) {
    return { vrs: null, reason: `the refget accession of ${contig} in ${assembly} is not known` };
  }
  const known = models?.(assembly).bases;
  const bases: ReadBases = (start, end) =>
    known?.(contig, start, end) ?? "N".repeat(Math.max(0, end - start + 1));
  const vrsAllele = makeVrsAllele({ position, ref, alt, refgetAccession, bases });
  if (vrsAllele !== null) return { vrs: vrsAllele };
  return {
    vrs: null,
    reason: "the bases around the insertion or deletion are not in the gene models",
  };
}

/** In the order of the first variant that names each, GRCh37 before GRCh38. */
function groupAlleles(sites: readonly Site[]): NamedAllele[] {
  const groups = new Map<string, { allele: Allele; sites: Site[] }>();
  for (const site of sites) {
    for (const assembly of assemblies) {
      const allele = site.allele[assembly];
      if (allele === undefined) continue;
      const known = groups.get(alleleKey(allele));
      if (known === undefined) groups.set(alleleKey(allele), { allele, sites: [site] });
      else known.sites.push(site);
    }
  }
  return [...groups.values()];
}
