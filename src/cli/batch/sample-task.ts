import type { SampleRecord, SampleStateFile } from "../../model/batch.ts";
import type { Problem } from "../../model/problem.ts";
import type { CohortOptions } from "../request/join-cohorts.ts";
import type { ModelOptions } from "../knowledge/open-models.ts";
import type { PlannedSample } from "./plan-samples.ts";
import type { Severity } from "../../model/severity.ts";

/** Options of a run that change what a sample's reports say, or how it ends. */
export interface SampleOptions extends ModelOptions, CohortOptions {
  readonly includeFiltered: boolean;
  readonly strict: boolean;
  readonly allowTruncated: boolean;
  /** False for --no-index. */
  readonly index?: boolean;
  readonly filterCounts?: boolean;
  readonly reannotate?: boolean;
  readonly failOn: Severity;
  /** Leave out of the knowledgebase what is dated later. */
  readonly asOf?: string;
  /** Record of what became of others of the study; over that of a case file. */
  readonly responses?: string;
}

/** What every thread of a run is told once. */
export interface SampleSetup {
  /** What `--kb` names. */
  readonly kb: readonly string[];
  readonly options: SampleOptions;
  /** Ids of the renderers. */
  readonly formats: readonly string[];
  readonly toolVersion: string;
}

export interface SampleTask {
  readonly sample: PlannedSample;
  /** What an earlier run left of this sample, when it may be kept. */
  readonly earlier: SampleStateFile | null;
}

export type SampleAnswer =
  | { readonly kind: "kept" }
  | {
      readonly kind: "made";
      /** Names in the folder of results, and what stands in the files. */
      readonly outputs: readonly { readonly name: string; readonly text: string }[];
      readonly state: SampleStateFile;
    }
  | {
      readonly kind: "failed";
      readonly record: SampleRecord;
      readonly problems: readonly Problem[];
    };
