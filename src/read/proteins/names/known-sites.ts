import type { Measured } from "../../../model/alteration.ts";
import { withoutMark } from "./modified-forms.ts";
import type { ProteinNames } from "./protein-names.ts";
import { readLooseSites } from "./protein-row-name.ts";
import type { GeneRow } from "../tables/gene-row.ts";

/**
 * Reads rows as sites whose name is no gene, but begins with one and ends in residues (`GSK3B-S9`, `ERBB2_y1248`): without a mark only the
 * genes tell these from symbols with hyphens. Not of RNA, which has no sites.
 */
export function readKnownSites(
  rows: readonly GeneRow[],
  { names, stated }: { names: ProteinNames | undefined; stated: Measured | undefined },
): readonly GeneRow[] {
  if (names === undefined || stated === "rna" || stated === "kinase-activity") return rows;
  return rows.map(
    (row) => (row.site === undefined ? siteOf(row, names) : geneOf(row, names)) ?? row,
  );
}

/** The gene of `pHER2_Y1248`, whose mark stands before it. */
function geneOf(row: GeneRow, names: ProteinNames): GeneRow | null {
  if (!row.gene.startsWith("p") || names.genesOf(row.gene).length > 0) return null;
  const gene = withoutMark(row.gene, names);
  return gene === null ? null : { ...row, gene };
}

function siteOf(row: GeneRow, names: ProteinNames): GeneRow | null {
  const loose = readLooseSites(row.gene);
  if (loose === null || names.genesOf(row.gene).length > 0) return null;
  return names.genesOf(loose.gene).length === 0 ? null : { ...row, ...loose };
}
