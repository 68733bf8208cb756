/** Changes of proteins by gene, with their place in the protein, for a plot. */
import type { ChangedProtein } from "../../model/changed-protein.ts";
import type { Finding, Report } from "../../model/report.ts";
import { percent } from "./format-number.ts";

export interface Lollipop {
  readonly label: string;
  /** 1-based residue. */
  readonly residue: number;
  /** Share of reads; null where they are not counted. */
  readonly vaf: number | null;
}

export interface LollipopGene extends ChangedProtein {
  readonly gene: string;
  readonly transcript: string;
  readonly changes: readonly Lollipop[];
}

/** More genes than these are no overview; the table has all of them. */
const mostGenes = 12;

export interface Lollipops {
  readonly genes: readonly LollipopGene[];
  /** Genes that have no drawing because there are so many. */
  readonly undrawn: number;
}

/** Genes with a change that meets a statement, in the order of the report. */
export function lollipopGenes({ findings }: Pick<Report, "findings">): Lollipops {
  const genes = new Map<string, LollipopGene>();
  for (const finding of findings) {
    const { gene, transcript, protein, statements } = finding;
    const residue = residueOf(finding);
    if (gene === null || transcript === null || protein === undefined || residue === null) continue;
    if (statements.length === 0 || residue > protein.length) continue;
    const own = genes.get(gene) ?? { ...protein, gene, transcript, changes: [] };
    if (own.transcript !== transcript) continue;
    const { support, label } = finding;
    const vaf = support.kind === "reads" ? support.vaf : null;
    genes.set(gene, { ...own, changes: [...own.changes, { label, residue, vaf }] });
  }
  return {
    genes: [...genes.values()].slice(0, mostGenes),
    undrawn: Math.max(0, genes.size - mostGenes),
  };
}

/** First residue of `p.V600E` or `p.E746_A750del`. */
function residueOf({ hgvs }: Finding): number | null {
  const [, residue] = /^p\.\(?[A-Z*](\d+)/.exec(hgvs?.protein ?? "") ?? [];
  return residue === undefined ? null : Number(residue);
}

/** The drawing in words. */
export function describeLollipops({ gene, length, regions, changes }: LollipopGene): string {
  const places = changes.map(
    ({ label, residue, vaf }) =>
      `${label} at residue ${residue}${vaf === null ? "" : `, VAF ${percent(vaf)}`}`,
  );
  const named = regions.map(({ name, start, end }) => `${name} (${start} to ${end})`);
  const known = named.length === 0 ? "no region of it is named by a statement" : named.join(", ");
  return `${gene}, ${length} residues; ${known}. Changes: ${places.join("; ")}.`;
}
