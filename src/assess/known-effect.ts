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
import { isToleratedEnd } from "./tolerated-ends.ts";

export interface EffectContext {
  readonly observations: ReadonlyMap<string, Observation>;
  geneRole(gene: string): GeneRole;
  /** True when a statement names a change of this residue of the gene. */
  namesResidue(gene: string, residue: string, position: number): boolean;
  /** The same, of statements that `deniesOwnDrug` does not hold for. */
  namesActiveResidue(gene: string, residue: string, position: number): boolean;
  deniesOwnDrug(statement: Match["statement"]): boolean;
}

/**
 * `known`: the statement may be taken at its level. The others concern statements about the gene as a whole: `unknown` when
 * they rest only on variants whose effect nobody states, `resistant` when a statement of sensitivity rests only on
 * variants that are known to resist another therapy in this tumor (EGFR exon 20 insertions, and "EGFR mutation"), `insensitive` when it rests
 * only on variants that are named because drugs against the same protein do not work on them (EGFR V851I and gefitinib), `tolerated`
 * when any statement about a class of mutations rests only on truncations that keep the function.
 */
export type VariantEffect = "known" | "unknown" | "resistant" | "insensitive" | "tolerated";

/** Answers for each match that is met what is known of the variants that it rests on. */
export function judgeEffects(
  met: readonly Match[],
  context: EffectContext,
): (match: Match) => VariantEffect {
  const naming = met.filter((match) => compareSpecificity(match.specificity, "codon") <= 0);
  const working = naming.filter(({ statement }) => !context.deniesOwnDrug(statement));
  const { namesResidue, namesActiveResidue } = context;
  const isKnown = knownBy(naming, { ...context, namesResidue });
  const isActive = knownBy(working, { ...context, namesResidue: namesActiveResidue });
  const resisting = new Set(met.filter(isOwnResistance).flatMap((match) => match.observations));
  return (match) => {
    const { observations, specificity, statement } = match;
    const isWide = compareSpecificity(specificity, "exon or range") > 0;
    // Wild type rests on no variant, so that none of unknown effect stands for it.
    if (!isWide || observations.length === 0) return "known";
    if (observations.every((id) => keepsFunction(context.observations.get(id)))) return "tolerated";
    if (specificity !== "gene") return "known";
    const known = observations.filter(isKnown);
    if (known.length === 0) return "unknown";
    if (statement.predicate !== "sensitivity") return "known";
    const open = known.filter((id) => !resisting.has(id));
    if (open.length === 0) return "resistant";
    return statement.direction === "supports" && !open.some(isActive) ? "insensitive" : "known";
  };
}

/** Whether the effect of an observation is known: by one of the matches, which name it, or by what it changes. */
function knownBy(
  naming: readonly Match[],
  context: Pick<EffectContext, "observations" | "geneRole" | "namesResidue">,
): (id: string) => boolean {
  const named = new Set(naming.flatMap((match) => match.observations));
  return (id) => {
    const alteration = context.observations.get(id)?.alteration;
    if (alteration?.kind !== "small-variant") return true;
    return named.has(id) || alteration.consequences.some((each) => hasKnownEffect(each, context));
  };
}

/** A truncation after which no transcript lacks more of its protein than is known to be dispensable. */
function keepsFunction(observation: Observation | undefined): boolean {
  if (observation?.alteration.kind !== "small-variant") return false;
  const truncations = observation.alteration.consequences.filter((each) =>
    isTruncating(effectOf(each)),
  );
  return truncations.length > 0 && truncations.every(isTolerated);
}

function isTolerated({ gene, proteinChange }: TranscriptConsequence): boolean {
  const change = proteinChange === null ? null : parseProteinChange(proteinChange);
  const isEnd = change?.kind === "nonsense" || change?.kind === "frameshift";
  return isEnd && isToleratedEnd(gene, change.start);
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
function hasKnownEffect(
  consequence: TranscriptConsequence,
  context: Pick<EffectContext, "geneRole" | "namesResidue">,
): boolean {
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
