/** What the records of all patients of a study come to; it names none of them. */
import type { RatioRule, RatioState, RecistResponse, RecordFacts } from "./response-summary.ts";
import type { Reason } from "./verdict.ts";

/** A share of 0 to 1 with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The same; a share of 0 or 1 may have no interval. */
export interface OpenEstimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ResponseGroup {
  readonly name: string;
  readonly cases: number;
  readonly states: Readonly<Record<RatioState, number>>;
  /** Benefit among benefit and no benefit, with the exact binomial interval; null without any. */
  readonly share: (Estimate & { readonly hits: number; readonly of: number }) | null;
  /** Kaplan-Meier estimate of the share whose ratio meets the rule, undetermined ones being censored; null: nobody was followed up to the threshold. */
  readonly survival: OpenEstimate | null;
}

export interface ResponseCohort {
  readonly rule: RatioRule;
  /** True: the modified ratio, which turns some failures into successes. */
  readonly isModified: boolean;
  readonly all: ResponseGroup;
  readonly byTarget: readonly ResponseGroup[];
  readonly byTier: readonly ResponseGroup[];
  readonly byVerification: readonly ResponseGroup[];
  /** Ratios that count time of a period after its therapy was stopped. */
  readonly stoppedEarly: number;
  /** Patients whose period B names another therapy than their target. */
  readonly otherTherapy: number;
  readonly best: Readonly<Record<RecistResponse | "none", number>>;
  readonly toxicity: {
    /** Treatment-related events of grade 3 to 5, and patients with one. */
    readonly severe: number;
    readonly cases: number;
  };
  readonly chance: readonly { readonly shape: number; readonly probability: number }[];
  readonly caveats: readonly Reason[];
  readonly record: Omit<RecordFacts, "corrected">;
}
