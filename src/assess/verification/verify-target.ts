/** Whether measurements of proteins bear out the alterations that a target rests on (spec, clinical R8). */
import type { Observation } from "../../model/observation.ts";
import { type Reason, verificationStates } from "../../model/verdict.ts";
import type { AlterationVerdict, Measurement, Verification } from "../../model/verification.ts";
import type { JudgedMeasurement } from "./judge-measurements.ts";
import { drawnStates } from "./make-strips.ts";
import type { ProteinEvidence } from "./protein-evidence.ts";
import { reasonCode, type VerifiedAlteration, verifyAlteration } from "./verify-alteration.ts";
import { isAdverse, isFavorable, isTelling, weighVerdicts } from "./weigh-verdicts.ts";

export interface Verified {
  readonly verification: Verification;
  /** Marks that the rules give to a target of these drugs. */
  readonly flags: readonly Reason[];
}

/** What a target rests on, and the other alterations that its therapy has statements about. */
export interface TargetAlterations {
  readonly deciding: readonly Observation[];
  readonly others: readonly Observation[];
}

/** Of a target whose level nothing that was seen carries, but wild type. */
const ofAbsence: Verification = {
  state: "not informative",
  reason: {
    code: "wild-type",
    text: "The level rests on what is absent from the gene, and no rule says what that does to a protein.",
  },
  observations: [],
  measurements: [],
};

/**
 * The verdict on a target, for therapies of these drugs. Alterations of one gene are one target molecule: a measurement counts with
 * its least favorable verdict on any of them. Of several genes the best verdict counts, because the drug has its target in each of them.
 * The sentence holds every alteration, with its own verdict where they differ; of the others, what speaks against the same gene.
 */
export function verifyTarget(
  { deciding, others }: TargetAlterations,
  drugs: readonly string[],
  evidence: ProteinEvidence,
): Verified {
  const verify = (alteration: Observation): VerifiedAlteration =>
    verifyAlteration(alteration, drugs, evidence);
  const verdicts = deciding.map(verify);
  const [best] = groupBy(verdicts, ({ alteration }) => alteration.gene)
    .map(combine)
    .toSorted((a, b) => order(a.state) - order(b.state));
  if (best === undefined) return { verification: ofAbsence, flags: [] };
  const genes = new Set(deciding.map(({ gene }) => gene));
  const against = others
    .filter(({ gene }) => gene !== null && genes.has(gene))
    .map(verify)
    .filter(({ state }) => isAdverse(state));
  const told = [
    ...verdicts.toSorted(
      (a, b) =>
        Number(a.state !== best.state) - Number(b.state !== best.state) ||
        order(a.state) - order(b.state),
    ),
    ...against,
  ];
  const start =
    isFavorable(best.state) && against.length > 0 && best.labels.length > 0
      ? [`The verdict is that on ${best.labels.join(" and ")}, on which the level rests.`]
      : best.start;
  const isDrawn = drawnStates.has(best.state);
  return {
    verification: {
      state: best.state,
      reason: { code: best.code, text: [...start, ...sentencesOf(told)].join(" ") },
      ...(haveOneState(told) ? {} : { alterations: told.map(asVerdict) }),
      observations: isFavorable(best.state)
        ? [...new Set(verdicts.flatMap(({ observations }) => observations))].toSorted()
        : [],
      measurements: told
        .flatMap(({ measurements }) => measurements)
        .map((measurement) => (isDrawn ? measurement : withoutStrip(measurement))),
    },
    flags: [
      ...new Map(verdicts.flatMap(({ flags }) => flags.map((flag) => [flag.text, flag]))).values(),
    ],
  };
}

interface Combined {
  readonly state: Verification["state"];
  readonly code: string;
  /** Of the alterations that have this state. */
  readonly labels: readonly string[];
  /** Said before the alterations. */
  readonly start: readonly string[];
}

/** The verdict on alterations of one gene, of which there is one at least. */
function combine(verdicts: readonly VerifiedAlteration[]): Combined {
  const judged = verdicts.flatMap((each) => each.judged);
  const [first] = verdicts.toSorted((a, b) => order(a.state) - order(b.state));
  if (first === undefined) throw new Error("no alteration to combine");
  if (verdicts.length === 1 || judged.length === 0) {
    return {
      state: first.state,
      labels: labelsOf(verdicts, first.state),
      code: first.reason.code,
      start: [],
    };
  }
  const counted = groupBy(judged, ({ measurement }) => measurement).map(leastFavorable);
  const { state, decisive } = weighVerdicts(counted);
  const isNew = state === "discordant" && !verdicts.some((each) => each.state === state);
  const name = first.alteration.gene ?? "the tumor";
  return {
    state,
    labels: labelsOf(verdicts, state),
    code: reasonCode(state, decisive),
    start: isNew ? [`The measurements of ${name} disagree.`] : [],
  };
}

function labelsOf(verdicts: readonly VerifiedAlteration[], state: Verification["state"]): string[] {
  return verdicts.flatMap((each) => (each.state === state ? each.alteration.label : []));
}

/** What one measurement counts as: silence on one alteration does not take away what it tells of another. */
function leastFavorable(verdicts: readonly JudgedMeasurement[]): JudgedMeasurement {
  const telling = verdicts.filter(({ state }) => isTelling(state));
  const sorted = (telling.length > 0 ? telling : verdicts).toSorted(
    (a, b) => order(a.state) - order(b.state),
  );
  const found = telling.length > 0 ? sorted.at(-1) : sorted[0];
  if (found === undefined) throw new Error("a measurement has at least one verdict");
  return found;
}

/** With its own state where they differ, so that the best of them hides none. */
function sentencesOf(told: readonly VerifiedAlteration[]): string[] {
  const isOne = haveOneState(told);
  const sentences = told.map(
    ({ alteration: { label }, state, reason }) =>
      `${label}${isOne ? "" : ` (${state})`}: ${reason.text}`,
  );
  return [...new Set(sentences)];
}

function haveOneState(told: readonly VerifiedAlteration[]): boolean {
  return new Set(told.map(({ state }) => state)).size < 2;
}

function asVerdict({ alteration, state, reason }: VerifiedAlteration): AlterationVerdict {
  return { alteration: alteration.id, label: alteration.label, state, reason };
}

function withoutStrip({ strip: _, ...measurement }: Measurement): Measurement {
  return measurement;
}

function order(state: Verification["state"]): number {
  return verificationStates.indexOf(state);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[][] {
  const groups = new Map<unknown, Item[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return [...groups.values()];
}
