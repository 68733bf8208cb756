/** Whether measurements of proteins bear out one alteration (spec, clinical R8). */
import { targetOfItsOwn } from "../knowledgebase/verification-assays.ts";
import type { Observation } from "../model/observation.ts";
import type { Reason } from "../model/verdict.ts";
import type { Measurement, Verification } from "../model/verification.ts";
import { applyRules, type RuleSituation, type RuleVerdict } from "./apply-rules.ts";
import { expectProtein } from "./expect-protein.ts";
import { isDrawable, stripId } from "./make-strips.ts";
import type { ProteinMeasurement } from "./measurements/protein-measurement.ts";
import type { ProteinEvidence } from "./protein-evidence.ts";
import { weighVerdicts } from "./weigh-verdicts.ts";

export interface Verified {
  readonly verification: Verification;
  /** Marks that the rules give to a target of these drugs. */
  readonly flags: readonly Reason[];
}

/** The verdict on one alteration, for therapies of these drugs, with everything that was measured of its protein. */
export function verifyAlteration(
  alteration: Observation,
  drugs: readonly string[],
  evidence: ProteinEvidence,
): Verified {
  const { gene, label } = alteration;
  const finding = expectProtein(alteration, {
    role: gene === null ? "unknown" : evidence.geneRole(gene),
    hasSecondHit: gene !== null && hasSecondHit(alteration, gene, evidence),
  });
  const measurements = evidence.measurementsOf(gene);
  const applied =
    finding === null
      ? []
      : applyAll(measurements, {
          finding,
          gene,
          classes: evidence.drugClasses(drugs, gene),
          rules: evidence.rules,
        });
  const held = measurements.flatMap((measurement) => hold(measurement, alteration, applied));
  if (applied.length === 0) {
    return withoutRule(alteration, { held, isExpected: finding !== null, evidence });
  }
  const weighed = applied.map((each) => ({
    ...each,
    state: stateOf(each),
    assay: each.measurement.assay,
  }));
  const { state, decisive } = weighVerdicts(weighed);
  const sentences = decisive.map((each) => sentenceOf(each, gene, evidence));
  const isOpposed = state === "discordant" && decisive.length > 1;
  const [first] = decisive;
  return {
    verification: {
      state,
      reason: {
        code: isOpposed
          ? "measurements-differ"
          : `rule-${(first?.rule.id ?? "none").toLowerCase()}`,
        text: `${label}: ${isOpposed ? "the measurements disagree: " : ""}${sentences.join("; ")}.`,
      },
      observations: observationsOf(decisive, state),
      measurements: held,
    },
    flags: applied.flatMap(({ rule, reading, measurement }) =>
      reading.flag === undefined
        ? []
        : {
            code: `rule-${rule.id.toLowerCase()}`,
            text: `${reading.flag} (${measurement.text}; rule ${rule.id}).`,
          },
    ),
  };
}

/** A rule for whatever is measured goes before those that read a measurement. */
function applyAll(
  measurements: readonly ProteinMeasurement[],
  { rules, ...asked }: Omit<RuleSituation, "measurements"> & Pick<ProteinEvidence, "rules">,
): RuleVerdict[] {
  const situation = { ...asked, measurements };
  const always = applyRules(rules, anything, situation);
  if (always !== null) return [always];
  return measurements.flatMap((measurement) => applyRules(rules, measurement, situation) ?? []);
}

const anything: ProteinMeasurement = {
  assay: "any",
  seen: "anything",
  text: "",
  observation: null,
  support: null,
  provenance: null,
};

function stateOf({ reading }: RuleVerdict): Verification["state"] {
  return reading.verdict === targetOfItsOwn ? "verified" : reading.verdict;
}

function sentenceOf(
  { rule, reading, measurement, beside }: RuleVerdict,
  gene: string | null,
  evidence: ProteinEvidence,
): string {
  const isBeside =
    reading.verdict === targetOfItsOwn && gene !== null && evidence.geneFindings(gene).length > 0;
  const said = isBeside ? "the finding is itself the protein measurement" : reading.text;
  const seen = [measurement, ...(beside === null ? [] : [beside])].flatMap(
    ({ text }) => text || [],
  );
  return `${[...seen, said].join("; ")} (rule ${rule.id})`;
}

/** Findings of the protein that bear the alteration out. */
function observationsOf(decisive: readonly RuleVerdict[], state: Verification["state"]): string[] {
  if (state !== "verified" && state !== "supported") return [];
  return decisive.flatMap(({ measurement: { observation } }) => observation ?? []);
}

/** A measurement as the report keeps it; what stands for its absence is none. */
function hold(
  measurement: ProteinMeasurement,
  alteration: Observation,
  applied: readonly RuleVerdict[],
): Measurement[] {
  const { assay, seen, text, support, provenance, call } = measurement;
  if (provenance === null) return [];
  const verdictOf = applied.find((each) => each.measurement === measurement);
  return [
    {
      alteration: alteration.id,
      gene: alteration.gene,
      assay,
      seen,
      text,
      verdict: verdictOf === undefined ? null : stateOf(verdictOf),
      rule: verdictOf?.rule.id ?? null,
      support,
      provenance,
      ...(call === undefined || !isDrawable(call) ? {} : { strip: stripId(call) }),
    },
  ];
}

function withoutRule(
  { label, gene }: Observation,
  about: {
    readonly held: readonly Measurement[];
    readonly isExpected: boolean;
    readonly evidence: ProteinEvidence;
  },
): Verified {
  const { held, isExpected, evidence } = about;
  if (!evidence.isGiven) {
    const text = `${label}: no protein table and no stain was given.`;
    return verdict("not assessed", "no-protein-table", text);
  }
  if (!isExpected) {
    const text = `${label}: no rule says what it does to its protein.`;
    return verdict("not informative", "no-verification-rule", text, held);
  }
  const seen = held.map(({ text }) => text).join("; ");
  if (seen !== "") {
    const text = `${label}: ${seen}; no rule reads this measurement.`;
    return verdict("not informative", "no-verification-rule", text, held);
  }
  const text = `${label}: no measurement of ${gene ?? "it"} was given.`;
  return verdict("not assessed", "not-measured", text);
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

function verdict(
  state: Verification["state"],
  code: string,
  text: string,
  measurements: readonly Measurement[] = [],
): Verified {
  const verification = { state, reason: { code, text }, observations: [] };
  return { verification: { ...verification, measurements: [...measurements] }, flags: [] };
}
