import { callEffects } from "../../annotate/call-effects.ts";
import {
  isSameInProtein,
  makePlaceChange,
  type PlaceChange,
} from "../../annotate/models/place-change.ts";
import { parseProteinChange } from "../../annotate/protein-change.ts";
import { locusOf, parseAlleleText } from "../../constraints/allele-text.ts";
import type { ProteinChangeConstraint } from "../../constraints/protein-change.ts";
import { assemblies } from "../../model/locus.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { GeneModels, KnowledgebaseFolder } from "../folder/knowledgebase-folder.ts";
import type { PlacedConstraint } from "./each-constraint.ts";
import { eachConstraint } from "./each-constraint.ts";
import type { ProteinChange } from "../../model/protein-change.ts";

/**
 * An allele replaces the bases of the reference that it states, and makes the protein change that it stands beside, on some transcript
 * of the gene models that has the coding sequence there. Nothing is said where no model covers it, or where none is given.
 */
export function checkSequences(folder: KnowledgebaseFolder): Problem[] {
  const { models } = folder;
  if (models === null) return [];
  return [...eachConstraint(folder)].flatMap((placed) => {
    const { constraint } = placed;
    if (constraint.type !== "protein-change" && constraint.type !== "allele") return [];
    const faults = checkReference(placed, constraint, models);
    if (faults.length > 0 || constraint.type === "allele") return faults;
    return checkChange(placed, constraint, models);
  });
}

/** An allele of other reference bases meets no record of a file that is right. */
function checkReference(
  { file, path }: PlacedConstraint,
  { alleles }: Pick<ProteinChangeConstraint, "alleles">,
  models: GeneModels,
): Problem[] {
  return assemblies.flatMap((assembly) =>
    (alleles?.[assembly] ?? []).flatMap((text, at) => {
      const allele = parseAlleleText(text, assembly);
      if (allele === null) return [];
      const { contig, start, end } = locusOf(allele);
      const known = models(assembly).bases(contig, start, end);
      const isRight = [...allele.ref].every((base, place) =>
        ["N", base].includes(known[place] ?? "N"),
      );
      if (isRight) return [];
      const message = `"${text}" replaces ${allele.ref}, where ${assembly} has ${known}.`;
      const where = file.where([...path, "alleles", assembly, at]);
      return [makeProblem("kb-sequence", "error", message, { where })];
    }),
  );
}

function checkChange(
  { file, path }: PlacedConstraint,
  { gene, change, alleles }: ProteinChangeConstraint,
  models: GeneModels,
): Problem[] {
  const named = parseProteinChange(change);
  if (named === null) return [];
  return assemblies.flatMap((assembly) =>
    (alleles?.[assembly] ?? []).flatMap((text, at) => {
      const allele = parseAlleleText(text, assembly);
      if (allele === null) return [];
      const made = callEffects(allele, models(assembly), (symbol) => symbol).filter(
        (call) => call.gene === gene && call.proteinChange !== null,
      );
      const place = makePlaceChange(models(assembly));
      const agrees = made.some(({ proteinChange, transcript }) => {
        const seen = parseProteinChange(proteinChange ?? "");
        return seen !== null && isSame(seen, named, { gene, transcript, place });
      });
      if (made.length === 0 || agrees) return [];
      const found = [...new Set(made.map((call) => `${call.proteinChange} on ${call.transcript}`))];
      const message = `"${text}" makes ${gene} ${found.join(", ")} on ${assembly}: expected ${change}.`;
      const where = file.where([...path, "alleles", assembly, at]);
      return [makeProblem("kb-sequence", "error", message, { where })];
    }),
  );
}

/**
 * Codons behind the one that is hit in which a frameshift may show first. Own choice: the largest distance among the frameshifts of
 * CIViC whose alleles are known is 2 (PTEN V317fs shows at 319), and one more is allowed.
 */
const shiftSlack = 3;

/**
 * Curators name some changes otherwise than HGVS does: a frameshift by the codon that is hit and not by the first that changes, a
 * lost start by what its codon reads, an insertion or deletion at another place of a repeat. None of these is another change.
 */
function isSame(
  seen: ProteinChange,
  named: ProteinChange,
  numbering: { gene: string; transcript: string | null; place: PlaceChange },
): boolean {
  if (seen.text === named.text || isSameInProtein(seen, named, numbering)) return true;
  if (seen.kind === "start-lost") return named.start === 1;
  if (named.kind === "frameshift" && (seen.kind === "frameshift" || seen.kind === "nonsense")) {
    return seen.start >= named.start && seen.start - named.start <= shiftSlack;
  }
  return false;
}
