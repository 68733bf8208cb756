/** What the rules make of every measurement that is held to one alteration. */
import { targetOfItsOwn } from "../knowledgebase/verification-assays.ts";
import type { Observation } from "../model/observation.ts";
import { applyRules, type RuleSituation, type RuleVerdict } from "./apply-rules.ts";
import { expectProtein } from "./expect-protein.ts";
import type { ProteinMeasurement } from "./measurements/protein-measurement.ts";
import type { ProteinEvidence } from "./protein-evidence.ts";
import type { WeighedVerdict } from "./weigh-verdicts.ts";

/** The verdict of one measurement on one alteration, with the rule that it is by. */
export type JudgedMeasurement = RuleVerdict & WeighedVerdict;

export interface Judged {
  /** False: no rule says what the alteration does to its protein. */
  readonly isExpected: boolean;
  /** Those that a rule reads. */
  readonly verdicts: readonly JudgedMeasurement[];
}

/** A rule for whatever is measured goes before those that read a measurement. */
export function judgeMeasurements(
  alteration: Observation,
  drugs: readonly string[],
  evidence: ProteinEvidence,
): Judged {
  const situation = situationOf(alteration, drugs, evidence);
  if (situation === null) return { isExpected: false, verdicts: [] };
  const always = applyRules(evidence.rules, anything, situation);
  const found =
    always === null
      ? situation.measurements.flatMap(
          (measurement) => applyRules(evidence.rules, measurement, situation) ?? [],
        )
      : [always];
  const borne = found.map((each) =>
    each.reading.verdict === targetOfItsOwn
      ? (besideGene(each.measurement, alteration, { drugs, evidence }) ?? each)
      : each,
  );
  return { isExpected: true, verdicts: borne.map(weigh) };
}

/** Null: the alteration says nothing that a protein could bear out. */
function situationOf(
  alteration: Observation,
  drugs: readonly string[],
  evidence: ProteinEvidence,
): RuleSituation | null {
  const { gene } = alteration;
  const finding = expectProtein(alteration, {
    role: gene === null ? "unknown" : evidence.geneRole(gene),
    hasSecondHit: gene !== null && hasSecondHit(alteration, gene, evidence),
  });
  if (finding === null) return null;
  const classes = evidence.drugClasses(drugs, gene);
  return { finding, gene, classes, measurements: evidence.measurementsOf(gene) };
}

const anything: ProteinMeasurement = {
  assay: "any",
  seen: "anything",
  text: "",
  observation: null,
  support: null,
  provenance: null,
};

function weigh(found: RuleVerdict): JudgedMeasurement {
  const { verdict } = found.reading;
  return {
    ...found,
    state: verdict === targetOfItsOwn ? "verified" : verdict,
    assay: found.measurement.assay,
  };
}

/** Of a stain that is a finding itself: the rule by which it verifies an alteration of its gene, before the one for a protein alone. */
function besideGene(
  measurement: ProteinMeasurement,
  { gene }: Observation,
  { drugs, evidence }: { readonly drugs: readonly string[]; readonly evidence: ProteinEvidence },
): RuleVerdict | null {
  if (gene === null) return null;
  for (const other of evidence.geneFindings(gene)) {
    const situation = situationOf(other, drugs, evidence);
    const found = situation === null ? null : applyRules(evidence.rules, measurement, situation);
    if (found?.reading.verdict === "verified") return found;
  }
  return null;
}

/** Another alteration of the gene that takes its function. */
function hasSecondHit(alteration: Observation, gene: string, evidence: ProteinEvidence): boolean {
  const role = evidence.geneRole(gene);
  return evidence
    .geneFindings(gene)
    .some(
      (other) =>
        other.id !== alteration.id &&
        other.alteration.kind === "small-variant" &&
        expectProtein(other, { role, hasSecondHit: false }) === "loss of function",
    );
}
