import { parseAlleleText, parseSpanText } from "../../constraints/allele-text.ts";
import type { Allele, Assembly } from "../../model/locus.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import type { PlacedConstraint } from "./each-constraint.ts";
import { eachConstraint } from "./each-constraint.ts";

/** One allele on both builds, and how far apart its two positions are. */
interface Pair extends PlacedConstraint {
  readonly at: number;
  readonly gene: string;
  readonly GRCh37: Allele;
  readonly GRCh38: Allele;
  readonly distance: number;
}

/**
 * The builds say the same: as many alleles, in the same order, of the same contig and bases (either strand), and all of a
 * gene moved by one distance, as long as no gap of the alignment lies in the gene.
 */
export function checkBuilds(folder: KnowledgebaseFolder): Problem[] {
  const problems: Problem[] = [];
  const pairs: Pair[] = [];
  for (const placed of eachConstraint(folder)) {
    problems.push(...checkSpans(placed));
    const { constraint, file, path } = placed;
    if (constraint.type !== "allele" && constraint.type !== "protein-change") continue;
    const { GRCh37, GRCh38 } = constraint.alleles ?? {};
    if (GRCh37 === undefined || GRCh38 === undefined) continue;
    if (GRCh37.length !== GRCh38.length) {
      const text = `There are ${GRCh37.length} alleles on GRCh37 and ${GRCh38.length} on GRCh38: expected the same ones in the same order.`;
      problems.push(problem(text, file.where([...path, "alleles"])));
      continue;
    }
    for (const [at, text] of GRCh37.entries()) {
      const [a, b] = [read(text, "GRCh37"), read(GRCh38[at] ?? "", "GRCh38")];
      if (a === null || b === null) continue;
      const distance = b.position - a.position;
      pairs.push({ ...placed, at, gene: constraint.gene, GRCh37: a, GRCh38: b, distance });
    }
  }
  return [...problems, ...pairs.flatMap(checkPair), ...checkDistances(pairs)];
}

/** Null for what is no change; that is another check's. */
function read(text: string, assembly: Assembly): Allele | null {
  const allele = parseAlleleText(text, assembly);
  return allele === null || allele.ref === allele.alt ? null : allele;
}

function checkPair(pair: Pair): Problem[] {
  const [a, b] = [pair.GRCh37, pair.GRCh38];
  const isSame =
    a.contig === b.contig &&
    ((a.ref === b.ref && a.alt === b.alt) ||
      (a.ref === complement(b.ref) && a.alt === complement(b.alt)));
  if (isSame) return [];
  const text = `${write(b)} on GRCh38 is not ${write(a)} on GRCh37: expected contig ${a.contig} and ${a.ref}>${a.alt}.`;
  return [problem(text, placeOf(pair))];
}

/** The distance that most alleles of the gene have is the expected one. */
function checkDistances(pairs: readonly Pair[]): Problem[] {
  const byGene = new Map<string, Pair[]>();
  for (const pair of pairs) byGene.set(pair.gene, [...(byGene.get(pair.gene) ?? []), pair]);
  return [...byGene].flatMap(([gene, list]) => {
    const counts = new Map<number, number>();
    for (const { distance } of list) counts.set(distance, (counts.get(distance) ?? 0) + 1);
    const [expected, most] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [0, 0];
    // Two alleles that differ do not tell which of them is wrong.
    if (most * 2 <= list.length) return [];
    return list
      .filter(({ distance }) => distance !== expected)
      .map((pair) => {
        const text = `${write(pair.GRCh38)} lies ${pair.distance} from its place on GRCh37; ${most} of ${list.length} alleles of ${gene} lie ${expected} from it.`;
        const nearest = { ...pair.GRCh38, position: pair.GRCh37.position + expected };
        return problem(text, placeOf(pair), `Is it "${write(nearest)}"?`);
      });
  });
}

function checkSpans({ constraint, file, path }: PlacedConstraint): Problem[] {
  if (constraint.type !== "region") return [];
  const { GRCh37, GRCh38 } = constraint.spans ?? {};
  const a = GRCh37 === undefined ? null : parseSpanText(GRCh37, "GRCh37");
  const b = GRCh38 === undefined ? null : parseSpanText(GRCh38, "GRCh38");
  if (a === null || b === null) return [];
  if (a.contig === b.contig && a.end - a.start === b.end - b.start) return [];
  const text = `The span ${GRCh38} on GRCh38 is not as long as ${GRCh37} on GRCh37, or on another contig.`;
  return [problem(text, file.where([...path, "spans", "GRCh38"]))];
}

function placeOf({ file, path, at }: Pair): Problem["where"] & object {
  return file.where([...path, "alleles", "GRCh38", at]);
}

function problem(text: string, where: Problem["where"] & object, hint?: string): Problem {
  return makeProblem("kb-builds-disagree", "error", text, {
    where,
    ...(hint === undefined ? {} : { hint }),
  });
}

function write({ contig, position, ref, alt }: Allele): string {
  return [contig, position, ref, alt].join(":");
}

const pairsOfBases: Readonly<Record<string, string>> = { A: "T", C: "G", G: "C", T: "A" };

function complement(bases: string): string {
  return [...bases]
    .map((base) => pairsOfBases[base] ?? base)
    .reverse()
    .join("");
}
