/** Whether measurements of proteins bear out one alteration (spec, clinical R8). */
import { targetOfItsOwn } from "../../knowledgebase/schema/verification-assays.ts";
import type { Observation } from "../../model/observation.ts";
import type { Reason } from "../../model/verdict.ts";
import type { Measurement, Verification } from "../../model/verification.ts";
import { type JudgedMeasurement, judgeMeasurements } from "./judge-measurements.ts";
import { isDrawable, stripId } from "./make-strips.ts";
import type { ProteinMeasurement } from "../measurements/protein-measurement.ts";
import type { ProteinEvidence } from "./protein-evidence.ts";
import { isFavorable, weighVerdicts } from "./weigh-verdicts.ts";

export interface VerifiedAlteration {
  readonly alteration: Observation;
  readonly state: Verification["state"];
  /** Its text goes on behind the label of the alteration. */
  readonly reason: Reason;
  /** Findings of the protein that bear the alteration out. */
  readonly observations: readonly string[];
  readonly measurements: readonly Measurement[];
  /** Marks that the rules give to a target of these drugs. */
  readonly flags: readonly Reason[];
  /** What the state was weighed from; empty where no rule read anything. */
  readonly judged: readonly JudgedMeasurement[];
}

/** The verdict on one alteration, for therapies of these drugs, with everything that was measured of its protein. */
export function verifyAlteration(
  alteration: Observation,
  drugs: readonly string[],
  evidence: ProteinEvidence,
): VerifiedAlteration {
  const { isExpected, verdicts } = judgeMeasurements(alteration, drugs, evidence);
  const measurements = evidence
    .measurementsOf(alteration.gene)
    .flatMap((measurement) => hold(measurement, alteration, verdicts));
  if (verdicts.length === 0) {
    const { state, reason } = stateWithoutRule(alteration, {
      measurements,
      isExpected,
      isGiven: evidence.isGiven,
    });
    const held = state === "not assessed" ? [] : measurements;
    return {
      alteration,
      state,
      reason,
      observations: [],
      measurements: held,
      flags: [],
      judged: [],
    };
  }
  const { state, decisive } = weighVerdicts(verdicts);
  // What an absolute assay decided is not undone by sites that oppose each other, and they are told.
  const besides = verdicts.filter(
    (each) => each.state === "discordant" && !decisive.includes(each),
  );
  const isOpposed = state === "discordant" && decisive.length > 1;
  // One stain bears it out, and another one leaves it open.
  const isDivided =
    isOpposed || (!isFavorable(state) && decisive.some((each) => isFavorable(each.state)));
  // Other stains that are findings tell of themselves.
  const own = decisive.filter(({ measurement }) => isItself(measurement, alteration));
  const told = [...(isFavorable(state) && own.length > 0 ? own : decisive), ...besides];
  const sentences = told.map((each) => sentenceOf(each, { alteration, isDivided, told }, evidence));
  const text = `${isOpposed ? "the measurements disagree: " : ""}${sentences.join("; ")}.`;
  return {
    alteration,
    state,
    reason: { code: reasonCode(state, decisive), text },
    observations: isFavorable(state)
      ? decisive.flatMap(({ measurement: { observation } }) => observation ?? [])
      : [],
    measurements,
    flags: verdicts.flatMap(({ marks, measurement }) =>
      marks.map(({ rule, text: mark, parts }) => ({
        code: `rule-${rule.toLowerCase()}`,
        text: `${parts.length === 0 ? "" : `${parts.join(", ")}: `}${mark} (${measurement.text}; rule ${rule}).`,
      })),
    ),
    judged: verdicts,
  };
}

/** The code of a verdict that these measurements decided. */
export function reasonCode(
  state: Verification["state"],
  decisive: readonly JudgedMeasurement[],
): string {
  if (state === "discordant" && decisive.length > 1) return "measurements-differ";
  return `rule-${(decisive[0]?.rule.id ?? "none").toLowerCase()}`;
}

interface Telling {
  readonly alteration: Observation;
  /** Measurements that it tells are of different results. */
  readonly isDivided: boolean;
  /** Everything that the sentence tells. */
  readonly told: readonly JudgedMeasurement[];
}

function sentenceOf(
  { rule, reading, measurement, beside, besideGene, parts }: JudgedMeasurement,
  { alteration, isDivided, told }: Telling,
  evidence: ProteinEvidence,
): string {
  const { gene } = alteration;
  const isBeside =
    reading.verdict === targetOfItsOwn && gene !== null && evidence.geneFindings(gene).length > 0;
  const said =
    measurement.group !== undefined
      ? `which of ${measurement.group.join(" and ")} the value is of is not known, so alone it verifies nothing and speaks against nothing`
      : isBeside
        ? "the finding is itself the protein measurement"
        : reading.text;
  const seen = [
    // The sentence begins with the label of the alteration, which is the result of this stain; among different ones it is told in full.
    isItself(measurement, alteration) && !isDivided ? nameStaining(measurement) : measurement.text,
    ...beside
      .filter((other) => !told.some((each) => each.measurement === other))
      .map(({ text }) => text),
    besideGene === null ? "" : `beside ${besideGene}`,
  ].filter((text) => text !== "");
  const of = parts.length === 0 ? "" : `${parts.join(", ")}: `;
  return `${[...seen, `${of}${said}`].join("; ")} (rule ${rule.id})`;
}

/** True where the alteration is the result of this stain. */
function isItself({ observation, stained }: ProteinMeasurement, { id }: Observation): boolean {
  return observation === id && stained !== undefined;
}

/** `stained with SP263`; empty where neither antibody nor assay is named. */
function nameStaining({ stained }: ProteinMeasurement): string {
  const named = [stained?.assay ?? null, stained?.clone ?? null].filter((word) => word !== null);
  return named.length === 0 ? "" : `stained with ${named.join(", ")}`;
}

/** A measurement as the report keeps it; what stands for its absence is none. */
function hold(
  measurement: ProteinMeasurement,
  alteration: Observation,
  verdicts: readonly JudgedMeasurement[],
): Measurement[] {
  const { assay, seen, text, support, provenance, call } = measurement;
  if (provenance === null) return [];
  const verdictOf = verdicts.find((each) => each.measurement === measurement);
  return [
    {
      alteration: alteration.id,
      gene: alteration.gene,
      assay,
      seen,
      text,
      verdict: verdictOf?.state ?? null,
      rule: verdictOf?.rule.id ?? null,
      support,
      provenance,
      ...(call === undefined || !isDrawable(call) ? {} : { strip: stripId(call) }),
    },
  ];
}

function stateWithoutRule(
  { gene }: Observation,
  about: {
    readonly measurements: readonly Measurement[];
    readonly isExpected: boolean;
    readonly isGiven: boolean;
  },
): Pick<VerifiedAlteration, "state" | "reason"> {
  const { measurements, isExpected, isGiven } = about;
  // Scores of kinases as a laboratory gives them stand in a table of their own kind.
  if (!isGiven && measurements.length === 0) {
    const text = "no protein table and no stain was given.";
    return { state: "not assessed", reason: { code: "no-protein-table", text } };
  }
  const code = "no-verification-rule";
  if (!isExpected) {
    const text = "no rule says what it does to its protein.";
    return { state: "not informative", reason: { code, text } };
  }
  if (measurements.length > 0) {
    const seen = measurements.map(({ text }) => text).join("; ");
    const text = `${seen}; no rule reads this measurement.`;
    return { state: "not informative", reason: { code, text } };
  }
  // In situ hybridization may have been given: it measures the gene.
  const text = `no measurement of ${gene === null ? "it" : `the ${gene} protein`} was given.`;
  return { state: "not assessed", reason: { code: "not-measured", text } };
}
