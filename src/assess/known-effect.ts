/**
 * Whether a variant is known to do anything. A statement about any mutation of a gene was written about mutations that
 * matter; a variant that nobody has described meets it by its words only (spec, clinical R6.1).
 */
import { parseProteinChange } from "../annotate/protein-change.ts";
import { effectOf, isTruncating } from "../constraints/consequence-effect.ts";
import type { GeneRole } from "../constraints/constraint-rule.ts";
import type { Match } from "../match/match.ts";
import type { TranscriptConsequence } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { compareSpecificity, isOnTumor } from "../model/verdict.ts";
import { isActivatingCodon } from "./activating-codons.ts";

export interface EffectContext {
  readonly observations: ReadonlyMap<string, Observation>;
  geneRole(gene: string): GeneRole;
  /** True when a statement names a change of this residue of the gene. */
  namesResidue(gene: string, residue: string, position: number): boolean;
}

/**
 * `known`: the statement may be taken at its level. The others concern statements about the gene as a whole: `unknown` when
 * they rest only on variants whose effect nobody states, `resistant` when a statement of sensitivity rests only on
 * variants that are known to resist another therapy in this tumor (EGFR exon 20 insertions, and "EGFR mutation").
 */
export type VariantEffect = "known" | "unknown" | "resistant";

/** Answers for each match that is met what is known of the variants that it rests on. */
export function judgeEffects(
  met: readonly Match[],
  context: EffectContext,
): (match: Match) => VariantEffect {
  const named = new Set(
    met
      .filter((match) => compareSpecificity(match.specificity, "codon") <= 0)
      .flatMap((match) => match.observations),
  );
  const isKnown = (id: string): boolean => {
    const alteration = context.observations.get(id)?.alteration;
    if (alteration?.kind !== "small-variant") return true;
    return named.has(id) || alteration.consequences.some((each) => hasKnownEffect(each, context));
  };
  const resisting = new Set(met.filter(isOwnResistance).flatMap((match) => match.observations));
  return (match) => {
    // Wild type rests on no variant, so that none of unknown effect stands for it.
    if (match.specificity !== "gene" || match.observations.length === 0) return "known";
    const known = match.observations.filter(isKnown);
    if (known.length === 0) return "unknown";
    const isSensitivity = match.statement.predicate === "sensitivity";
    return isSensitivity && known.every((id) => resisting.has(id)) ? "resistant" : "known";
  };
}

/** Established resistance of this variant, or of changes of its region, in the tumor of the case. */
function isOwnResistance({ statement, relation, specificity }: Match): boolean {
  const { predicate, direction, evidenceLevel, therapy } = statement;
  return (
    isOnTumor(relation) &&
    compareSpecificity(specificity, "exon or range") <= 0 &&
    predicate === "resistance" &&
    direction === "supports" &&
    (evidenceLevel === "A" || evidenceLevel === "B") &&
    (therapy.relation === "single" || therapy.relation === "substitutes")
  );
}

/** A loss of function in a tumor suppressor, or a change of a residue that is known to matter. */
function hasKnownEffect(consequence: TranscriptConsequence, context: EffectContext): boolean {
  const { gene, proteinChange } = consequence;
  const role = context.geneRole(gene);
  const effect = effectOf(consequence);
  if (isTruncating(effect)) return role === "tumor suppressor" || role === "both";
  const change = proteinChange === null ? null : parseProteinChange(proteinChange);
  if (change?.kind !== "missense") return false;
  return (
    context.namesResidue(gene, change.refStart, change.start) ||
    isActivatingCodon(gene, change.start)
  );
}
