/**
 * What a protein measurement says about a DNA finding: the rules of `verification_rules.csv` that abundance tables can
 * decide (V04-V06, V08, V09, V14, V18, V23). Mass spectrometry and other relative tables verify or fail to
 * support; only an absolute assay may contradict (spec, clinical R8.1), so no rule here does.
 */
import type { VerificationState } from "../model/verdict.ts";

/** What an alteration lets one expect of its protein (spec, clinical R8.2). */
export type Expectation =
  | "amplification"
  | "loss of function"
  | "homozygous deletion"
  | "activating change"
  | "protein high"
  | "protein low"
  | "homologous repair gene";

/** What the tables of the case show for one protein. */
export type ProteinSeen = "up" | "down" | "none" | "not assessable";

export interface VerificationRule {
  /** Row of `verification_rules.csv`. */
  readonly id: string;
  readonly expectation: Expectation;
  readonly seen: readonly ProteinSeen[];
  readonly state: VerificationState;
  /** Ends a sentence that starts with the alteration and the measurement. */
  readonly text: string;
}

const anything: readonly ProteinSeen[] = ["up", "down", "none", "not assessable"];
const measured: readonly ProteinSeen[] = ["up", "down", "none"];
const notMeasured: readonly ProteinSeen[] = ["not assessable"];

/** The first rule that fits decides. */
export const verificationRules: readonly VerificationRule[] = [
  {
    id: "V23",
    expectation: "homologous repair gene",
    seen: anything,
    state: "not informative",
    text: "the abundance of this protein does not tell whether its function is lost",
  },
  {
    id: "V04",
    expectation: "protein high",
    seen: ["up"],
    state: "verified",
    text: "the finding is itself the protein measurement",
  },
  {
    id: "V08",
    expectation: "protein low",
    seen: ["down"],
    state: "verified",
    text: "the finding is itself the protein measurement",
  },
  {
    id: "V04",
    expectation: "amplification",
    seen: ["up"],
    state: "verified",
    text: "more protein is what an amplification predicts",
  },
  {
    id: "V05",
    expectation: "amplification",
    seen: ["down", "none"],
    state: "not supported",
    text: "more protein was expected; a relative measurement cannot contradict",
  },
  {
    id: "V06",
    expectation: "amplification",
    seen: notMeasured,
    state: "not assessable",
    text: "a missing measurement is not a missing protein",
  },
  {
    id: "V08",
    expectation: "loss of function",
    seen: ["down"],
    state: "verified",
    text: "less protein is what a loss of function predicts",
  },
  {
    id: "V09",
    expectation: "loss of function",
    seen: ["up", "none"],
    state: "not supported",
    text: "less protein was expected; a relative measurement cannot contradict",
  },
  {
    id: "V06",
    expectation: "loss of function",
    seen: notMeasured,
    state: "not assessable",
    text: "a missing measurement is not a missing protein",
  },
  {
    id: "V18",
    expectation: "homozygous deletion",
    seen: ["down"],
    state: "verified",
    text: "less protein is what a homozygous deletion predicts",
  },
  {
    id: "V09",
    expectation: "homozygous deletion",
    seen: ["up", "none"],
    state: "not supported",
    text: "less protein was expected; a relative measurement cannot contradict",
  },
  {
    id: "V06",
    expectation: "homozygous deletion",
    seen: notMeasured,
    state: "not assessable",
    text: "a missing measurement is not a missing protein",
  },
  {
    id: "V14",
    expectation: "activating change",
    seen: measured,
    state: "not informative",
    text: "the change acts on activity, not on abundance",
  },
  {
    id: "V06",
    expectation: "activating change",
    seen: notMeasured,
    state: "not assessable",
    text: "a missing measurement is not a missing protein",
  },
];
