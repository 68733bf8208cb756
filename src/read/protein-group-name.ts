/** What the name of a group of proteins says. */
export type GroupNames = "one gene" | "several genes" | "accession only";

/**
 * The name that a group of proteins is looked up by: its gene when all members have one, `A;B` when they are of several
 * genes, so that none of them gets the value, and its first accession where the table names no gene.
 */
export function nameGroup(
  genes: string,
  accessions: string,
): { readonly name: string; readonly names: GroupNames } {
  const distinct = [...new Set(membersOf(genes))];
  const [only] = distinct;
  if (only === undefined) {
    return { name: membersOf(accessions)[0] ?? "", names: "accession only" };
  }
  if (distinct.length === 1) return { name: only, names: "one gene" };
  return { name: distinct.join(";"), names: "several genes" };
}

/** MaxQuant and DIA-NN part members by `;`, FragPipe by `, `. */
function membersOf(cell: string): string[] {
  return cell
    .split(/[;,]/u)
    .map((member) => member.trim())
    .filter((member) => member !== "");
}
