/**
 * Whether a variant is known to do anything. A statement about any mutation of a gene was written about mutations that
 * matter; a variant that nobody has described meets it by its words only (spec, clinical R6.1).
 */
import { parseProteinChange } from "../../annotate/protein-change.ts";
import { effectOf, isTruncating } from "../../constraints/consequence-effect.ts";
import type { GeneRole } from "../../constraints/constraint-rule.ts";
import type { Match } from "../../match/match.ts";
import type { TranscriptConsequence } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import { compareSpecificity, isOnTumor } from "../../model/verdict.ts";
import { isActivatingCodon } from "./activating-codons.ts";
import { isToleratedEnd } from "./tolerated-ends.ts";

export interface EffectContext {
  readonly observations: ReadonlyMap<string, Observation>;
  geneRole(gene: string): GeneRole;
  /** True when a statement names a change of this residue of the gene. */
  namesResidue(gene: string, residue: string, position: number): boolean;
  /** The same, of statements that `tellsNoFunction` does not hold for. */
  namesActiveResidue(gene: string, residue: string, position: number): boolean;
  tellsNoFunction(statement: Match["statement"]): boolean;
}

/**
 * `known`: the statement may be taken at its level. The others concern statements about the gene as a whole: `unknown` when
 * they rest only on variants whose effect nobody states, `resistant` when a statement of sensitivity rests only on
 * variants that are known to resist another therapy in this tumor (EGFR exon 20 insertions, and "EGFR mutation"), `insensitive` when it rests
 * only on variants that are named because drugs against the same protein do not work on them (EGFR V851I and gefitinib), or antibodies do, `tolerated`
 * when any statement about a class of mutations rests only on truncations that keep the function.
 */
export type VariantEffect = "known" | "unknown" | "resistant" | "insensitive" | "tolerated";

/** Answers for each match that is met what is known of the variants that it rests on. */
export function judgeEffects(
  met: readonly Match[],
  context: EffectContext,
): (match: Match) => VariantEffect {
  const facts = gatherFacts(met, context);
  return (match) => judge(match, facts);
}

/**
 * The matches, each with the observations alone that carry it: a variant of unknown effect is no ground for a statement about any mutation
 * beside one that is known to matter in the same gene (EGFR R521K beside L858R). Where nothing carries a match, all are left to tell why.
 */
export function keepCarriers(met: readonly Match[], context: EffectContext): Match[] {
  const facts = gatherFacts(met, context);
  const labelOf = (id: string): string => context.observations.get(id)?.label ?? id;
  return met.map((match) => {
    if (judge(match, facts) !== "known" || !isWide(match)) return match;
    const { observations, reason } = match;
    const carrying = new Set(observations.filter((id) => carries(id, match, facts)));
    const genes = new Set([...carrying].map((id) => context.observations.get(id)?.gene));
    // Of another gene it may be the other part of what the statement asks for.
    const kept = observations.filter(
      (id) => carrying.has(id) || !genes.has(context.observations.get(id)?.gene),
    );
    if (kept.length === observations.length) return match;
    const named = (ids: readonly string[]): string => `${ids.map(labelOf).join(" with ")} meets `;
    const text = reason.text.replace(named(observations), () => named(kept));
    return { ...match, observations: kept, reason: { ...reason, text } };
  });
}

/** What is known of single observations. */
interface EffectFacts {
  /** Its effect is known. */
  isKnown(id: string): boolean;
  /** The same, not only because drugs against the same protein do not work on it. */
  isActive(id: string): boolean;
  /** It is known to resist a therapy in this tumor. */
  isResisting(id: string): boolean;
  isTolerated(id: string): boolean;
}

function gatherFacts(met: readonly Match[], context: EffectContext): EffectFacts {
  const naming = met.filter((match) => compareSpecificity(match.specificity, "codon") <= 0);
  const working = naming.filter(({ statement }) => !context.tellsNoFunction(statement));
  const { namesResidue, namesActiveResidue } = context;
  const resisting = new Set(met.filter(isOwnResistance).flatMap((match) => match.observations));
  return {
    isKnown: knownBy(naming, { ...context, namesResidue }),
    isActive: knownBy(working, { ...context, namesResidue: namesActiveResidue }),
    isResisting: (id) => resisting.has(id),
    isTolerated: (id) => keepsFunction(context.observations.get(id)),
  };
}

function isWide({ specificity }: Match): boolean {
  return compareSpecificity(specificity, "exon or range") > 0;
}

function judge(match: Match, facts: EffectFacts): VariantEffect {
  const { observations, specificity, statement } = match;
  // Wild type rests on no variant, so that none of unknown effect stands for it.
  if (!isWide(match) || observations.length === 0) return "known";
  if (observations.every((id) => facts.isTolerated(id))) return "tolerated";
  if (specificity !== "gene") return "known";
  const known = observations.filter((id) => facts.isKnown(id));
  if (known.length === 0) return "unknown";
  if (statement.predicate !== "sensitivity") return "known";
  const open = known.filter((id) => !facts.isResisting(id));
  if (open.length === 0) return "resistant";
  const isInsensitive =
    statement.direction === "supports" && !open.some((id) => facts.isActive(id));
  return isInsensitive ? "insensitive" : "known";
}

/** Whether an observation by itself is what a wide statement means, see `judge`. */
function carries(id: string, { specificity, statement }: Match, facts: EffectFacts): boolean {
  if (facts.isTolerated(id)) return false;
  if (specificity !== "gene") return true;
  if (!facts.isKnown(id)) return false;
  if (statement.predicate !== "sensitivity") return true;
  return !facts.isResisting(id) && (statement.direction !== "supports" || facts.isActive(id));
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
