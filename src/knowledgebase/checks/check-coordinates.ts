import { parseProteinChange } from "../../annotate/protein-change.ts";
import type { ProteinChangeConstraint } from "../../constraints/protein-change.ts";
import { locusOf, parseAlleleText, parseSpanText } from "../../constraints/allele-text.ts";
import { assemblies } from "../../model/locus.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import type { Gene } from "../schema/schema.ts";
import type { PlacedConstraint } from "./each-constraint.ts";
import { eachConstraint } from "./each-constraint.ts";

/** Bases beyond the span of a gene in which its promoter may lie, as where the matching looks for it. */
const flank = 5_000;

/**
 * Coordinates fit the gene, and the coding change fits the residue: `c.1799` is codon 600. That the bases make the
 * residue needs the coding sequence, which the importer has and a folder has not.
 */
export function checkCoordinates(folder: KnowledgebaseFolder): Problem[] {
  const described = [...(folder.below?.genes ?? []), ...folder.genes.data.genes];
  const genes = new Map(described.map((gene) => [gene.symbol, gene]));
  return [...eachConstraint(folder)].flatMap((placed) => {
    const { constraint } = placed;
    if (constraint.type !== "allele" && constraint.type !== "protein-change") return [];
    const gene = genes.get(constraint.gene);
    return [
      ...(gene === undefined ? [] : checkPlaces(placed, gene)),
      ...(constraint.type === "protein-change" ? checkCodon(placed, constraint) : []),
    ];
  });
}

/** Spans are of one transcript and may differ between builds: an allele is misplaced when it lies outside on each. */
function checkPlaces({ file, constraint, path }: PlacedConstraint, gene: Gene): Problem[] {
  if (constraint.type !== "allele" && constraint.type !== "protein-change") return [];
  const outside: Problem[] = [];
  for (const assembly of assemblies) {
    const text = gene.spans[assembly];
    const span = text === undefined ? null : parseSpanText(text, assembly);
    if (span === null) continue;
    const [start, end] = [span.start - flank, span.end + flank];
    const misplaced = (constraint.alleles?.[assembly] ?? []).flatMap((written, at) => {
      const allele = parseAlleleText(written, assembly);
      if (allele === null) return [];
      const locus = locusOf(allele);
      if (locus.contig === span.contig && locus.start <= end && locus.end >= start) return [];
      const message = `"${written}" is not in ${gene.symbol} on ${assembly}: expected a place within ${flank} bases of ${text}.`;
      const where = file.where([...path, "alleles", assembly, at]);
      return [makeProblem("kb-coordinates", "error", message, { where })];
    });
    if (misplaced.length === 0 && constraint.alleles?.[assembly] !== undefined) return [];
    outside.push(...misplaced);
  }
  return outside;
}

/** A substitution of coding base n changes residue n / 3, rounded up. */
function checkCodon(
  { file, path }: PlacedConstraint,
  { change, coding, gene }: ProteinChangeConstraint,
): Problem[] {
  const base = /^c\.([1-9]\d*)[ACGT]>[ACGT]$/.exec(coding ?? "")?.[1];
  const protein = parseProteinChange(change);
  if (base === undefined || (protein?.kind !== "missense" && protein?.kind !== "nonsense")) {
    return [];
  }
  const residue = Math.ceil(Number(base) / 3);
  if (residue === protein.start) return [];
  const bases = `c.${protein.start * 3 - 2} to c.${protein.start * 3}`;
  const message = `"${coding}" changes residue ${residue}, and ${gene} ${change} residue ${protein.start}: expected ${bases}.`;
  return [
    makeProblem("kb-coordinates", "error", message, { where: file.where([...path, "coding"]) }),
  ];
}
