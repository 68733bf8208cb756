import { strandOf } from "../../annotate/models/strand.ts";
import { parseProteinChange } from "../../annotate/protein-change.ts";
import { assemblies } from "../../model/locus.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { GeneModels, KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import { eachConstraint, type PlacedConstraint } from "./each-constraint.ts";

interface Residue {
  readonly gene: string;
  readonly residue: string;
  /** 1-based. */
  readonly position: number;
  readonly field: "change" | "residue";
}

/**
 * A named residue stands at its position in the protein of some transcript of its gene. Nothing is said of a gene whose coding
 * sequence is not known there, or where no models are given.
 */
export function checkProteinResidues(folder: KnowledgebaseFolder): Problem[] {
  const { models } = folder;
  if (models === null) return [];
  const proteins = rememberProteins(models);
  return [...eachConstraint(folder)].flatMap(({ constraint, file, path }) =>
    listResidues(constraint).flatMap(({ gene, residue, position, field }) => {
      const known = proteins(gene);
      const found = known.map(({ protein }) => protein[position - 1] ?? "none");
      if (found.length === 0 || found.some((each) => each === "X" || each === residue)) return [];
      const seen = known.map(({ id, protein }, at) =>
        found[at] === "none" ? `${id} has ${protein.length - 1}` : `${found[at]} in ${id}`,
      );
      const text = `Residue ${position} of ${gene} is not ${residue}: ${[...new Set(seen)].join(", ")}.`;
      return [
        makeProblem("kb-protein-residue", "error", text, { where: file.where([...path, field]) }),
      ];
    }),
  );
}

function listResidues(constraint: PlacedConstraint["constraint"]): Residue[] {
  if (constraint.type === "codon") {
    const { gene, residue, position } = constraint;
    return [{ gene, residue, position, field: "residue" }];
  }
  if (constraint.type !== "protein-change") return [];
  const change = parseProteinChange(constraint.change);
  if (change === null || change.start === 0) return [];
  const { gene } = constraint;
  return [
    { gene, residue: change.refStart, position: change.start, field: "change" },
    ...(change.end === change.start
      ? []
      : [{ gene, residue: change.refEnd, position: change.end, field: "change" as const }]),
  ];
}

/** Proteins of the coding transcripts of a gene on both builds. */
function rememberProteins(models: GeneModels): (gene: string) => { id: string; protein: string }[] {
  const known = new Map<string, { id: string; protein: string }[]>();
  return (gene) => {
    const made =
      known.get(gene) ??
      assemblies.flatMap((assembly) => {
        const own = models(assembly);
        return own
          .transcriptsOf(gene)
          .filter(({ coding }) => coding.length > 0)
          .map((transcript) => ({
            id: transcript.id,
            protein: strandOf(transcript, own.bases).protein(),
          }));
      });
    known.set(gene, made);
    return made;
  };
}
