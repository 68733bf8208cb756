import type { BatchSummary, SampleSummary } from "../../../model/batch.ts";
import { escapeCell } from "../escape-cell.ts";
import { isDone } from "./is-done.ts";
import { describeTopTarget } from "./describe-top-target.ts";

type Cell = string | number;

/** Columns of `summary.tsv`, in order. New ones are added at the end; none changes its meaning. */
const columns: readonly (readonly [name: string, cell: (sample: SampleSummary) => Cell])[] = [
  ["sample", ({ sample }) => sample],
  ["status", ({ status }) => status],
  ["exit_code", ({ exitCode }) => exitCode ?? ""],
  ["tumor_type", ({ tumorType }) => tumorType ?? ""],
  ["biopsy_site", ({ biopsySite }) => biopsySite ?? ""],
  ["assembly", ({ assembly }) => assembly ?? ""],
  ["targets", ({ targets }) => targets],
  ["tier_I", ({ tiers }) => tiers.I],
  ["tier_II", ({ tiers }) => tiers.II],
  ["tier_III", ({ tiers }) => tiers.III],
  ["tier_IV", ({ tiers }) => tiers.IV],
  ["no_tier", ({ tiers }) => tiers.none],
  ...[0, 1, 2].map(
    (place) =>
      [
        `target_${place + 1}`,
        ({ top }: SampleSummary) => (top[place] === undefined ? "" : describeTopTarget(top[place])),
      ] as const,
  ),
  ["blocked", ({ blocked }) => blocked.join("; ")],
  ["not_assessed", ({ notAssessed }) => notAssessed.join("; ")],
  ["variants_read", ({ counts }) => counts.variants?.read ?? ""],
  ["variants_matched", ({ counts }) => counts.variants?.matched ?? ""],
  ["variants_not_matched", ({ counts }) => counts.variants?.notMatched ?? ""],
  ["variants_set_aside", ({ counts }) => counts.variants?.setAside ?? ""],
  ["variants_refused", ({ counts }) => counts.variants?.refused ?? ""],
  ["proteins_read", ({ counts }) => counts.proteins?.read ?? ""],
  ["proteins_matched", ({ counts }) => counts.proteins?.matched ?? ""],
  ["errors", ({ problems }) => problems.error],
  ["warnings", ({ problems }) => problems.warning],
  ["failure_code", ({ failure }) => failure?.code ?? ""],
  ["failure", ({ failure }) => failure?.message ?? ""],
];

/** Columns that say something of a sample without a report; the others stay empty, since a 0 would look like a result. */
const always: ReadonlySet<string> = new Set([
  "sample",
  "status",
  "exit_code",
  "errors",
  "warnings",
  "failure_code",
  "failure",
]);

/** `summary.tsv`: a row for each sample, in the order of the sheet. Safe to open in a spreadsheet. */
export function renderSummaryTable({ samples }: BatchSummary): string {
  const head = columns.map(([name]) => name);
  const rows = samples.map((sample) =>
    columns.map(([name, cell]) =>
      isDone(sample) || always.has(name) ? escapeCell(cell(sample)) : "",
    ),
  );
  return [head, ...rows].map((cells) => `${cells.join("\t")}\n`).join("");
}
