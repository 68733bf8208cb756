import { strandOf } from "../../annotate/models/strand.ts";
import { assemblies } from "../../model/locus.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { GeneModels, KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import type { JsonPath } from "../folder/strict-json.ts";
import { eachConstraint, type PlacedConstraint } from "./each-constraint.ts";

/** What a constraint counts on the transcripts of its gene, from 1. */
interface Extent {
  readonly gene: string;
  readonly counted: "codon" | "exon";
  readonly last: number;
  readonly path: JsonPath;
}

/**
 * Ranges of residues, codons of a wild type and exons lie within some transcript of their gene: what lies behind all of them is met by
 * nothing. Nothing is said of a gene of which no transcript is known, or where no models are given.
 */
export function checkExtents(folder: KnowledgebaseFolder): Problem[] {
  const { models } = folder;
  if (models === null) return [];
  return [...eachConstraint(folder)].flatMap(({ constraint, file, path }) =>
    listExtents(constraint).flatMap(({ gene, counted, last, path: at }) => {
      const known = measure(gene, counted, models);
      const longest = Math.max(...known.values());
      if (known.size === 0 || last <= longest) return [];
      const lengths = [...known].map(([id, length]) => `${id} has ${length}`).join(", ");
      const text = `There is no ${counted} ${last} of ${gene}: ${lengths}.`;
      return [makeProblem("kb-range", "error", text, { where: file.where([...path, ...at]) })];
    }),
  );
}

function listExtents(constraint: PlacedConstraint["constraint"]): Extent[] {
  switch (constraint.type) {
    case "region":
      return [extentOf(constraint.gene, "codon", Math.max(...constraint.residues), ["residues"])];
    case "wild-type":
      return (constraint.codons ?? []).map((codon, at) =>
        extentOf(constraint.gene, "codon", codon, ["codons", at]),
      );
    case "exon-change":
      return constraint.exons === undefined
        ? []
        : [extentOf(constraint.gene, "exon", Math.max(...constraint.exons), ["exons"])];
    default:
      return [];
  }
}

function extentOf(gene: string, counted: Extent["counted"], last: number, path: JsonPath): Extent {
  return { gene, counted, last, path };
}

/** Codons, the stop included, or exons of each coding transcript of a gene, by its id. */
function measure(
  gene: string,
  counted: Extent["counted"],
  models: GeneModels,
): ReadonlyMap<string, number> {
  return new Map(
    assemblies.flatMap((assembly) => {
      const own = models(assembly);
      return own
        .transcriptsOf(gene)
        .filter(({ coding }) => coding.length > 0)
        .map((transcript): [string, number] => [
          transcript.id,
          counted === "exon"
            ? transcript.exons.length
            : Math.floor(strandOf(transcript, own.bases).codingLength / 3),
        ]);
    }),
  );
}
