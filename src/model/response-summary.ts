/** What the record of one patient, or of all, comes to: computed from the events each time, and never stored. */
import type { AmpTier } from "./report-terms.ts";
import type { EntryOf } from "./response-event.ts";
import type { Period, StopReason } from "./response-terms.ts";
import type { Reason, VerificationState } from "./verdict.ts";

export type RatioOperator = "ge" | "gt";

/** From which ratio of B to A a patient counts as having benefited; trials differ in both. */
export interface RatioRule {
  readonly threshold: number;
  /** `ge`: at the threshold or above (MetAction, Von Hoff 2010); `gt`: above it (MOSCATO-01, MASTER). */
  readonly operator: RatioOperator;
}

export const ratioStates = ["benefit", "no benefit", "undetermined", "not computable"] as const;
export type RatioState = (typeof ratioStates)[number];

/** Progression-free survival of one period, in whole days. */
export interface PeriodSummary {
  readonly period: Period;
  readonly therapy: string;
  readonly start: string;
  /** The day of progression or death, or the last day that the patient was seen without; null: never seen after the start. */
  readonly end: string | null;
  readonly endedBy: "progression" | "death" | "censored" | null;
  readonly days: number | null;
  /** The last day before `end` on which the patient was seen without progression, the start included. */
  readonly lastSeen: string;
  readonly stopped: { readonly date: string; readonly reason: StopReason } | null;
  /** Days between assessments: as planned, else the median of those that were made; null: not known. */
  readonly scanDays: { readonly days: number; readonly from: "plan" | "assessments" } | null;
}

export interface RatioVerdict {
  readonly state: RatioState;
  /** B / A, not rounded; null when it cannot be computed. */
  readonly ratio: number | null;
  /** B was not seen to end: the ratio is at least this. */
  readonly isLowerBound: boolean;
  readonly reason: Reason;
}

/** RECIST 1.1; `non-CR/non-PD` is of patients without target lesions. */
export type RecistResponse = "CR" | "PR" | "SD" | "non-CR/non-PD" | "PD" | "NE";

export interface ResponsePoint {
  readonly date: string;
  /** Days from the start of period B. */
  readonly day: number;
  /** Sum of diameters in mm of the target lesions that were measured. */
  readonly sum: number;
  /** Change against baseline, and against the smallest sum until then; 0.5 is +50 %. Null: sum not complete, or nothing to compare. */
  readonly fromBaseline: number | null;
  readonly fromNadir: number | null;
  readonly response: RecistResponse;
  readonly reason: string;
}

export interface RecistSummary {
  readonly baseline: {
    readonly date: string;
    readonly sum: number;
    readonly lesions: number;
  } | null;
  readonly points: readonly ResponsePoint[];
  readonly best: RecistResponse | null;
  readonly reason: string;
}

export interface MolecularChange {
  readonly variant: string;
  readonly assay: string;
  readonly series: readonly { readonly date: string; readonly vaf: number }[];
  /** Last against first of the series, -1 is gone; null: one value, or the first is 0. */
  readonly change: number | null;
  /** Detected first and not detected last; null: never detected, or one value. */
  readonly cleared: boolean | null;
}

export interface ResponseSummary {
  readonly case: string;
  readonly rule: RatioRule;
  readonly target: EntryOf<"target"> | null;
  readonly verifications: readonly EntryOf<"verification">[];
  /** The latest verification before period B, else that of the report. */
  readonly verification: VerificationState | null;
  readonly tier: AmpTier | null;
  readonly periods: readonly PeriodSummary[];
  readonly verdict: RatioVerdict;
  readonly flags: readonly Reason[];
  /** Probability of a ratio that meets the rule without any effect of the drug, by the shape of the Weibull distribution. */
  readonly chance: readonly { readonly shape: number; readonly probability: number }[];
  readonly caveats: readonly Reason[];
  readonly recist: RecistSummary;
  /** From the day on which period B began. */
  readonly toxicities: readonly EntryOf<"toxicity">[];
  /** Before that day, or of a patient without a period B: of the therapy before, and counted nowhere. */
  readonly earlierToxicities: readonly EntryOf<"toxicity">[];
  readonly molecular: readonly MolecularChange[];
  readonly rebiopsies: readonly EntryOf<"rebiopsy">[];
  readonly death: EntryOf<"death"> | null;
  readonly record: RecordFacts;
}

/** What a summary was computed from. */
export interface RecordFacts {
  readonly file: string;
  readonly lines: number;
  /** SHA-256 of the last line. */
  readonly sha256: string;
  /** Lines of this case that were voided or corrected. */
  readonly corrected: number;
}
