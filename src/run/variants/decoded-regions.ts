import { makeRegionTable, type RegionTable } from "../../io/region-table.ts";
import type { KnowledgeIndex } from "../../knowledgebase/index/build-index.ts";
import { assemblies, type Assembly } from "../../model/locus.ts";

/**
 * Where records are decoded, others are counted: what the knowledgebase wants on the build, and on the other one the sites that may
 * contradict it. `decided`: null where the header decides no build, and both are wanted whole.
 */
export function decodedRegions(
  index: Pick<KnowledgeIndex, "loci" | "siteLoci">,
  decided: { readonly name: Assembly } | null,
): RegionTable {
  return makeRegionTable(
    assemblies.flatMap((assembly) =>
      decided === null || decided.name === assembly
        ? index.loci(assembly)
        : index.siteLoci(assembly),
    ),
  );
}
