/** What an alteration lets one expect of the abundance of its protein (spec, clinical R8.2). */
import { effectOf, isTruncating, type Effect } from "../constraints/consequence-effect.ts";
import type { GeneRole } from "../constraints/constraint-rule.ts";
import type { SmallVariant } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { consequenceInGene } from "./consequence-in-gene.ts";
import type { Expectation } from "./verification-rules.ts";

/** Rule V23: abundance says nothing about these. */
const repairGenes: ReadonlySet<string> = new Set(["BRCA1", "BRCA2"]);

/** Effects that can switch a kinase or an oncogene on. */
const mayActivate: ReadonlySet<Effect> = new Set([
  "missense",
  "in-frame deletion",
  "in-frame insertion",
  "in-frame change",
]);

/** Null: no rule says what the alteration does to the abundance of the protein. */
export function expectProtein(observation: Observation, role: GeneRole): Expectation | null {
  const { alteration, gene } = observation;
  switch (alteration.kind) {
    case "expression":
      return alteration.direction === "up" ? "protein high" : "protein low";
    case "copy-number":
      return expectFromCopies(alteration.change);
    case "fusion":
    case "exon-change":
    case "signature":
    case "ihc":
      return null;
    case "small-variant":
      if (gene !== null && repairGenes.has(gene)) return "homologous repair gene";
      return expectFromVariant(alteration, gene, role);
  }
}

function expectFromCopies(
  change: "amplification" | "gain" | "loss" | "homozygous-deletion",
): Expectation | null {
  if (change === "amplification") return "amplification";
  return change === "homozygous-deletion" ? "homozygous deletion" : null;
}

function expectFromVariant(
  variant: SmallVariant,
  gene: string | null,
  role: GeneRole,
): Expectation | null {
  const consequence = consequenceInGene(variant, gene);
  if (consequence === null) return null;
  const effect = effectOf(consequence);
  const canBeLost = role === "tumor suppressor" || role === "both";
  const canBeActivated = role === "oncogene" || role === "both";
  if (canBeLost && isTruncating(effect)) return "loss of function";
  return canBeActivated && mayActivate.has(effect) ? "activating change" : null;
}
