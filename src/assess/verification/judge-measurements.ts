/** What the rules make of every measurement that is held to one alteration. */
import {
  targetOfItsOwn,
  type VerificationFinding,
} from "../../knowledgebase/schema/verification-assays.ts";
import type { Observation } from "../../model/observation.ts";
import type { DrugPart } from "../../knowledgebase/therapies/list-drug-parts.ts";
import { applyRules, type RuleSituation, type RuleVerdict } from "./apply-rules.ts";
import { expectProtein } from "./expect-protein.ts";
import { stablePartnerOf } from "../grids/mmr-pattern.ts";
import type { ProteinMeasurement } from "../measurements/protein-measurement.ts";
import type { ProteinEvidence } from "./protein-evidence.ts";
import type { VerificationState } from "../../model/verdict.ts";
import { isFavorable, isTelling, type WeighedVerdict } from "./weigh-verdicts.ts";

/** A mark that a rule gives to a therapy, for the parts of it that are of a class of drugs. */
export interface RuleMark {
  readonly rule: string;
  readonly text: string;
  /** Names of these parts; empty where the mark is about the whole therapy. */
  readonly parts: readonly string[];
}

/** The verdict of one measurement on one alteration, with the rule that it is by. */
export type JudgedMeasurement = RuleVerdict &
  WeighedVerdict & {
    readonly marks: readonly RuleMark[];
    /** Label of the alteration of the gene whose rule was taken, where it is not that of the finding itself. */
    readonly besideGene: string | null;
    /** Names of the parts of a combination that the reading holds for; empty where it holds for all of it. */
    readonly parts: readonly string[];
  };

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
  const { gene } = alteration;
  const judge = (own: RuleVerdict): JudgedMeasurement => {
    const other =
      own.reading.verdict === targetOfItsOwn
        ? readBesideGene(own.measurement, alteration, { drugs, evidence })
        : null;
    const verdict = other?.verdict ?? own;
    return {
      ...weigh(verdict),
      besideGene: other?.label ?? null,
      ...readByParts(verdict, situation, {
        parts: evidence.drugParts(drugs, gene),
        rules: evidence.rules,
      }),
    };
  };
  return { isExpected: true, verdicts: found.map(judge) };
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
    hasSecondHit: () => gene !== null && hasSecondHit(alteration, gene, evidence),
  });
  if (finding === null) return null;
  const classes = new Set(evidence.drugParts(drugs, gene).flatMap((part) => [...part.classes]));
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

/** Of a therapy whose drugs are not known. */
const unknownPart: DrugPart = { name: "", classes: new Set() };

/** A class of drugs changes a reading for the parts of a combination that are of it, and for no other. */
function readByParts(
  { measurement, reading }: RuleVerdict,
  situation: RuleSituation,
  {
    parts,
    rules,
  }: { readonly parts: readonly DrugPart[]; readonly rules: ProteinEvidence["rules"] },
): Pick<JudgedMeasurement, "marks" | "parts"> {
  const isOneOfSeveral = (names: readonly string[]): boolean => names.length < parts.length;
  const marks = new Map<string, { readonly rule: string; readonly names: string[] }>();
  for (const { name, classes } of parts.length === 0 ? [unknownPart] : parts) {
    const own = applyRules(rules, measurement, { ...situation, classes });
    if (own?.reading.flag === undefined || measurement.group !== undefined) continue;
    const known = marks.get(own.reading.flag);
    if (known === undefined) marks.set(own.reading.flag, { rule: own.rule.id, names: [name] });
    else known.names.push(name);
  }
  const held = parts
    .filter(({ classes }) => reading.classes?.some((each) => classes.has(each)) ?? true)
    .map(({ name }) => name);
  return {
    marks: [...marks].map(([text, { rule, names }]) => ({
      rule,
      text,
      parts: isOneOfSeveral(names) ? names : [],
    })),
    parts: isOneOfSeveral(held) ? held : [],
  };
}

function weigh(found: RuleVerdict): RuleVerdict & WeighedVerdict {
  const { verdict } = found.reading;
  const state = verdict === targetOfItsOwn ? "verified" : verdict;
  const { assay, group } = found.measurement;
  return { ...found, state: group === undefined ? state : stateOfGroup(state), assay };
}

/** A row of several genes that fits leaves open which of them it is of; one that does not fit says nothing (clinical R9). */
function stateOfGroup(state: VerificationState): VerificationState {
  if (!isTelling(state)) return state;
  return isFavorable(state) ? "equivocal" : "not informative";
}

interface BesideGene {
  readonly verdict: RuleVerdict;
  /** Of the alteration. */
  readonly label: string;
}

/** Of a stain that is a finding itself: the rule by which it verifies an alteration of its gene, before the one for a protein alone. */
function readBesideGene(
  measurement: ProteinMeasurement,
  { gene }: Observation,
  about: { readonly drugs: readonly string[]; readonly evidence: ProteinEvidence },
): BesideGene | null {
  if (gene === null) return null;
  for (const other of about.evidence.geneFindings(gene)) {
    const situation = situationOf(other, about.drugs, about.evidence);
    const found =
      situation === null ? null : applyRules(about.evidence.rules, measurement, situation);
    if (found?.reading.verdict === "verified") return { verdict: found, label: other.label };
  }
  return readBesidePartner(measurement, gene, about);
}

/** A mismatch repair protein that is lost with the partner that keeps it stable: the rule that reads the pair for the gene of the partner. */
function readBesidePartner(
  measurement: ProteinMeasurement,
  gene: string,
  { drugs, evidence }: { readonly drugs: readonly string[]; readonly evidence: ProteinEvidence },
): BesideGene | null {
  const partner = stablePartnerOf(gene);
  for (const other of partner === null ? [] : evidence.geneFindings(partner)) {
    const situation = situationOf(other, drugs, evidence);
    const pair = situation?.measurements.find(({ assay }) => assay === "mmr-ihc");
    if (situation === null || pair === undefined) continue;
    const found = applyRules(evidence.rules, pair, situation);
    if (found?.reading.verdict !== "verified") continue;
    return { verdict: { ...found, measurement, beside: [pair] }, label: other.label };
  }
  return null;
}

const lossesOfFunction: ReadonlySet<VerificationFinding | null> = new Set([
  "loss of function",
  "loss-of-function missense",
]);

/** Another alteration of the gene that takes its function. */
function hasSecondHit(alteration: Observation, gene: string, evidence: ProteinEvidence): boolean {
  const role = evidence.geneRole(gene);
  return evidence
    .geneFindings(gene)
    .some(
      (other) =>
        other.id !== alteration.id &&
        other.alteration.kind === "small-variant" &&
        lossesOfFunction.has(expectProtein(other, { role, hasSecondHit: () => false })),
    );
}
