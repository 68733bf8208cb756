/** What the case knows about its proteins, and what may be asked of it. */
import type { KinaseActivity } from "../../annotate/proteins/kinase-activity.ts";
import type { OutlierCall } from "../../annotate/proteins/protein-outliers.ts";
import type { GeneRole } from "../../constraints/constraint-rule.ts";
import type { DrugPart } from "../../knowledgebase/therapies/list-drug-parts.ts";
import type { VerificationRule } from "../../knowledgebase/schema/schema-verification.ts";
import type { IhcResult, SignatureStatus } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import { mmrProteins } from "../grids/mmr-pattern.ts";
import type { ProteinMeasurement } from "../measurements/protein-measurement.ts";
import { seeHer2 } from "../measurements/see-her2.ts";
import { seeKinases } from "../measurements/see-kinases.ts";
import { seeMismatchRepair } from "../measurements/see-mismatch-repair.ts";
import { seeOutliers } from "../measurements/see-outliers.ts";
import { seeStains } from "../measurements/see-stains.ts";

export interface ProteinEvidence {
  readonly rules: readonly VerificationRule[];
  /** True when the case has a protein table or a stain. */
  readonly isGiven: boolean;
  geneRole(gene: string): GeneRole;
  /** Alterations of the DNA or RNA of a gene. */
  geneFindings(gene: string): readonly Observation[];
  /** Everything that was measured of the protein of a gene, or of the whole tumor (null): the same objects at each call. */
  measurementsOf(gene: string | null): readonly ProteinMeasurement[];
  /** Those of the drugs that act on the gene, with their classes; all of them where none is known to. */
  drugParts(drugs: readonly string[], gene: string | null): readonly DrugPart[];
}

export interface ProteinEvidenceInput {
  readonly observations: readonly Observation[];
  readonly outliers: readonly OutlierCall[];
  /** Activities of kinases by their substrates; absent where no table of substrates was given. */
  readonly kinases?: readonly KinaseActivity[];
  /** False when the case has no protein table at all. */
  readonly proteinGiven: boolean;
  readonly index: Pick<ProteinEvidence, "geneRole" | "drugParts"> & {
    readonly verificationRules: readonly VerificationRule[];
  };
}

/** The answers do not depend on the order of observations or calls, but for the order of measurements. */
export function gatherProteinEvidence(input: ProteinEvidenceInput): ProteinEvidence {
  const { observations, outliers, kinases = [], proteinGiven, index } = input;
  const stains = observations.filter(isStain);
  const signatures = observations.filter(isSignature);
  const findings = new Map<string, Observation[]>();
  for (const observation of observations) {
    const { gene, alteration } = observation;
    if (gene === null || alteration.kind === "expression" || alteration.kind === "ihc") continue;
    const known = findings.get(gene);
    if (known === undefined) findings.set(gene, [observation]);
    else known.push(observation);
  }
  const measured = new Map<string | null, readonly ProteinMeasurement[]>();
  const measure = (gene: string | null): readonly ProteinMeasurement[] => {
    if (gene === null) return seeMismatchRepair(null, { stains, signatures });
    const isRepair = mmrProteins.some((protein) => protein === gene);
    return [
      ...seeStains(gene, stains),
      ...(gene === "ERBB2" ? seeHer2(stains) : []),
      ...(isRepair ? seeMismatchRepair(gene, { stains, signatures }) : []),
      ...(proteinGiven ? seeOutliers(gene, outliers) : []),
      ...seeKinases(gene, kinases, outliers),
    ];
  };
  return {
    rules: index.verificationRules,
    isGiven: proteinGiven || stains.length > 0,
    geneRole: (gene) => index.geneRole(gene),
    drugParts: (drugs, gene) => index.drugParts(drugs, gene),
    geneFindings: (gene) => findings.get(gene) ?? [],
    measurementsOf(gene) {
      const known = measured.get(gene) ?? measure(gene);
      measured.set(gene, known);
      return known;
    },
  };
}

function isStain(observation: Observation): observation is Observation<IhcResult> {
  return observation.alteration.kind === "ihc";
}

function isSignature(observation: Observation): observation is Observation<SignatureStatus> {
  return observation.alteration.kind === "signature";
}
