import type { BatchSummary } from "../../../model/batch.ts";
import { renderCohortPage } from "./cohort-page.tsx";
import { renderCohortText } from "./cohort-text.ts";
import {
  renderGeneralStatistics,
  renderTierPlot,
  renderTopTargets,
  renderVersions,
} from "./multiqc.ts";
import { renderSummaryJson } from "./summary-json.ts";
import { renderSummaryTable } from "./summary-table.ts";

/** One file that a run over many samples leaves beside the reports. */
export interface BatchFile {
  readonly name: string;
  readonly title: string;
  /** Pure: the same summary gives the same text. */
  render(summary: BatchSummary): string;
}

/** Every such file. MultiQC finds its own by the ending `_mqc`. */
export const batchFiles: readonly BatchFile[] = [
  { name: "summary.tsv", title: "a row for each sample", render: renderSummaryTable },
  {
    name: "summary.json",
    title: "the same, and the cohort, for programs",
    render: renderSummaryJson,
  },
  { name: "cohort.html", title: "the cohort as a page", render: renderCohortPage },
  { name: "cohort.md", title: "the cohort as text", render: renderCohortText },
  {
    name: "metaction_general_mqc.json",
    title: "columns of MultiQC's general statistics",
    render: renderGeneralStatistics,
  },
  {
    name: "metaction_targets_mqc.tsv",
    title: "MultiQC's table of best targets",
    render: renderTopTargets,
  },
  { name: "metaction_tiers_mqc.json", title: "MultiQC's plot of tiers", render: renderTierPlot },
  { name: "metaction_mqc_versions.yml", title: "versions, for MultiQC", render: renderVersions },
];
