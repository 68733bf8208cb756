import type { Measured } from "../../model/alteration.ts";

/** As a reader says it. */
export const moleculeNames: Record<Measured, string> = {
  protein: "protein",
  rna: "RNA",
  phosphosite: "phosphosite",
  "kinase-activity": "kinase activity",
};

interface NamedRow {
  readonly gene: string;
  /** Residues of a phosphosite, with blanks between several. */
  readonly site?: string | undefined;
  /** Genes of the row that was read, where they are several. */
  readonly group?: readonly string[] | undefined;
}

/**
 * The gene and, of a phosphosite, its residues: `ERBB2`, `ERBB2 pY1248`, `MAPK1 pT185 pY187`; a site of another name as it stands. A row of several
 * genes is told: `ERBB2 (row of ERBB2 and ERBB3)`.
 */
export function nameRow(row: NamedRow): string {
  return `${nameAlone(row)}${nameGroup(row)}`;
}

function nameAlone({ gene, site }: NamedRow): string {
  if (site === undefined) return gene;
  const residues = site.split(" ").map((word) => (/^[STY]\d/.test(word) ? `p${word}` : word));
  return `${gene} ${residues.join(" ")}`;
}

/** What was measured, as it is printed: `ERBB2 protein`, `ERBB2 RNA`, `ERBB2 pY1248`. */
export function nameMeasured(row: NamedRow & { readonly molecule: Measured }): string {
  return row.site === undefined
    ? `${row.gene} ${moleculeNames[row.molecule]}${nameGroup(row)}`
    : nameRow(row);
}

function nameGroup({ gene, group }: NamedRow): string {
  // A row that was asked for by the names of all its genes has told them.
  return group === undefined || group.join(";") === gene ? "" : ` (row of ${group.join(" and ")})`;
}

/** What a call up or down says of the molecule, behind its name: `ERBB2 protein high`, `MTAP protein not detected`. */
export function nameDirection(call: "up" | "down", isNotDetected: boolean): string {
  if (isNotDetected) return "not detected";
  return call === "up" ? "high" : "low";
}

/** The id of an outlier's observation, stable and unique in a case: `expression:protein:ERBB2:up`, `expression:phosphosite:ERBB2 Y1248:up`. */
export function outlierId(
  outlier: NamedRow & { readonly molecule: Measured; readonly call: string },
): string {
  const { molecule, gene, site, group, call } = outlier;
  const of = rowInId(gene, group);
  return `expression:${molecule}:${site === undefined ? of : `${of} ${site}`}:${call}`;
}

/** How an id names the row of a gene: `ERBB2`, of a row of several genes `ERBB2 in ERBB2;ERBB3`; a site stands behind it. */
export function rowInId(gene: string, group: readonly string[] | undefined): string {
  return group === undefined ? gene : `${gene} in ${group.join(";")}`;
}

/** True for the id of an outlier of a row of several genes. */
export function isIdOfSharedRow(id: string): boolean {
  return /^expression:[^:]+:[^ ]+ in [^ ;]+;/u.test(id);
}
