import type {
  VerificationReading,
  VerificationRule,
} from "../../knowledgebase/schema/schema-verification.ts";
import type { VerificationFinding } from "../../knowledgebase/schema/verification-assays.ts";
import { isSameStaining } from "../../constraints/same-antibody.ts";
import type { ProteinMeasurement } from "../measurements/protein-measurement.ts";

/** What a rule is held to. */
export interface RuleSituation {
  readonly finding: VerificationFinding;
  readonly gene: string | null;
  /** Of the drugs that act on the gene. */
  readonly classes: ReadonlySet<string>;
  /** Everything that was measured, to be found besides. */
  readonly measurements: readonly ProteinMeasurement[];
}

/** A measurement with what a rule makes of it. */
export interface RuleVerdict {
  readonly rule: VerificationRule;
  readonly reading: VerificationReading;
  readonly measurement: ProteinMeasurement;
  /** What others show, where the reading asks for it. */
  readonly beside: readonly ProteinMeasurement[];
}

/**
 * What the rules make of one measurement: of the readings that fit, the one with the most conditions (genes before another assay
 * before a class of drugs), then the first. Null: no rule reads it.
 */
export function applyRules(
  rules: readonly VerificationRule[],
  measurement: ProteinMeasurement,
  situation: RuleSituation,
): RuleVerdict | null {
  let best: { readonly verdict: RuleVerdict; readonly weight: number } | null = null;
  for (const rule of rules) {
    if (rule.assay !== measurement.assay || !isAbout(rule, situation)) continue;
    for (const reading of rule.readings) {
      const beside = findBeside(reading, measurement, situation.measurements);
      if (beside === null || !fits(reading, measurement, situation)) continue;
      const weight =
        (rule.genes === undefined ? 0 : weights.genes) +
        beside.length * weights.beside +
        (reading.classes === undefined ? 0 : weights.classes);
      if (best === null || weight > best.weight) {
        best = { verdict: { rule, reading, measurement, beside }, weight };
      }
    }
  }
  return best?.verdict ?? null;
}

/** Of three things beside at most, so that none of the kinds outweighs one before it. */
const weights = { genes: 8, beside: 2, classes: 1 } as const;

function isAbout({ findings, genes }: VerificationRule, { finding, gene }: RuleSituation): boolean {
  return (
    findings.includes(finding) && (genes === undefined || (gene !== null && genes.includes(gene)))
  );
}

function fits(
  { seen, classes }: VerificationReading,
  measurement: ProteinMeasurement,
  situation: RuleSituation,
): boolean {
  return (
    seen.includes(measurement.seen) &&
    (classes === undefined || classes.some((name) => situation.classes.has(name)))
  );
}

/** Null: something that the reading asks for besides was not seen. */
function findBeside(
  { beside }: VerificationReading,
  measurement: ProteinMeasurement,
  measurements: readonly ProteinMeasurement[],
): readonly ProteinMeasurement[] | null {
  const asked = beside === undefined ? [] : [beside].flat();
  const found = asked.flatMap(
    (each) =>
      measurements.find(
        (other) =>
          other.assay === each.assay &&
          // What is of several genes decides nothing, so not what stands beside it either.
          other.group === undefined &&
          each.seen.includes(other.seen) &&
          (each.antibody === undefined || areComparable(other, measurement)),
      ) ?? [],
  );
  return found.length === asked.length ? found : null;
}

function areComparable(one: ProteinMeasurement, other: ProteinMeasurement): boolean {
  return (
    one.stained !== undefined &&
    other.stained !== undefined &&
    isSameStaining(one.stained, other.stained)
  );
}
