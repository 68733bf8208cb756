/** What an alteration lets one expect of its protein (spec, clinical R8.2). */
import { effectOf, isTruncating, type Effect } from "../../constraints/consequence-effect.ts";
import { isHybridization } from "../../constraints/stain.ts";
import type { GeneRole } from "../../constraints/constraint-rule.ts";
import type { VerificationFinding } from "../../knowledgebase/schema/verification-assays.ts";
import type {
  CopyNumberAlteration,
  IhcResult,
  SignatureStatus,
  SmallVariant,
  TranscriptConsequence,
} from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import { changeOf } from "../../constraints/change-of.ts";
import { consequenceInGene } from "../consequence-in-gene.ts";
import { isInactivatingCodon } from "./inactivating-codons.ts";
import { isStainLost } from "../measurements/read-stain.ts";

/** Effects that can switch a kinase or an oncogene on. */
const mayActivate: ReadonlySet<Effect> = new Set([
  "missense",
  "in-frame deletion",
  "in-frame insertion",
  "in-frame change",
]);

export interface ExpectationContext {
  readonly role: GeneRole;
  /** A second hit takes the copy that one lost copy leaves, so that the gene is lost as a whole. Asked of lost copies only. */
  readonly hasSecondHit: () => boolean;
}

/** Null: the alteration says nothing that a protein could bear out. */
export function expectProtein(
  observation: Observation,
  { role, hasSecondHit }: ExpectationContext,
): VerificationFinding | null {
  const { alteration, gene } = observation;
  switch (alteration.kind) {
    case "expression":
      return alteration.direction === "up" ? "protein high" : "protein low";
    case "copy-number":
      return expectFromCopies(alteration, { role, hasSecondHit });
    case "fusion":
      return "fusion";
    case "exon-change":
      return null;
    case "signature":
      return expectFromSignature(alteration);
    case "ihc":
      return expectFromStain(alteration, role);
    case "small-variant":
      return expectFromVariant(alteration, gene, role);
  }
}

/** Longest stretch, in bases, of an amplification that counts as focal (SHIVA, PMC4830395, table 2). */
const focalUpTo = 10_000_000;

/**
 * A gain without amplification need not show in the protein, nor need what covers a part of the gene. One lost copy, and two copies of one
 * parent, matter to tumor suppressors only (SHIVA).
 */
function expectFromCopies(
  { change, part, segment }: CopyNumberAlteration,
  { role, hasSecondHit }: ExpectationContext,
): VerificationFinding | null {
  if (part !== undefined) return null;
  const canBeLost = role === "tumor suppressor" || role === "both";
  switch (change) {
    case "amplification":
      return segment !== undefined && segment.end - segment.start + 1 > focalUpTo
        ? "broad amplification"
        : "amplification";
    case "gain":
      return null;
    case "loss":
      if (!canBeLost) return null;
      return hasSecondHit() ? "loss of function" : "heterozygous deletion";
    case "homozygous-deletion":
      return "homozygous deletion";
    case "copy-neutral-loh":
      if (!canBeLost) return null;
      return hasSecondHit() ? "loss of function" : "copy-neutral loss";
  }
}

function expectFromSignature({ marker, status }: SignatureStatus): VerificationFinding | null {
  return marker === "MSI" && status === "high" ? "microsatellite instability" : null;
}

/**
 * In situ hybridization is no measurement of a protein. A tumor suppressor that is there is as it should be, unless there is more of it than
 * normal.
 */
function expectFromStain(stain: IhcResult, role: GeneRole): VerificationFinding | null {
  if (isHybridization(stain)) return null;
  const isLost = isStainLost(stain);
  if (isLost === null) return null;
  if (isLost) return "protein low";
  return role === "tumor suppressor" && stain.score !== "overexpressed"
    ? "protein kept"
    : "protein stained";
}

function expectFromVariant(
  variant: SmallVariant,
  gene: string | null,
  role: GeneRole,
): VerificationFinding | null {
  const consequence = consequenceInGene(variant, gene);
  if (consequence === null) return null;
  const effect = effectOf(consequence);
  const canBeLost = role === "tumor suppressor" || role === "both";
  if (canBeLost && takesFunction(consequence)) return "loss-of-function missense";
  const canBeActivated = role === "oncogene" || role === "both";
  if (canBeLost && isTruncating(effect)) return "loss of function";
  return canBeActivated && mayActivate.has(effect) ? "activating change" : "other small variant";
}

/** A missense change of a residue without which the protein does not work. */
function takesFunction(consequence: TranscriptConsequence): boolean {
  const change = changeOf(consequence);
  return change?.kind === "missense" && isInactivatingCodon(consequence.gene, change.start);
}
