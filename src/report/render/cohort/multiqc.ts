/**
 * Files that MultiQC takes up as they are (its "custom content"; tried with 1.14). Samples without a report are left out: a 0
 * would look like a result.
 */
import type { BatchSummary, SampleSummary } from "../../../model/batch.ts";
import { tierKeys, type TierKey } from "../../../model/batch.ts";
import { escapeCell } from "../escape-cell.ts";
import { escapeUnseenInJson } from "../visible-text.ts";
import { describeLevel } from "./describe-top-target.ts";
import { isDone } from "./is-done.ts";

const researchUse = "Research use only.";

/** Columns for MultiQC's table of general statistics. */
export function renderGeneralStatistics(summary: BatchSummary): string {
  const column = (title: string, description: string, scale: string) => ({
    title,
    description,
    namespace: "metaction",
    min: 0,
    format: "{:,.0f}",
    scale,
  });
  return toJson({
    id: "metaction_general",
    plot_type: "generalstats",
    pconfig: [
      { tier_1: column("Tier I", `Drug targets of AMP/ASCO/CAP tier I. ${researchUse}`, "Greens") },
      { tier_2: column("Tier II", "Drug targets of AMP/ASCO/CAP tier II", "Blues") },
      { blocked: column("Blocked", "Therapies that resistance blocks", "Reds") },
      { variants: column("Variants", "Variant records read", "Greys") },
    ],
    data: perSample(summary, ({ tiers, blocked, counts }) => ({
      tier_1: tiers.I,
      tier_2: tiers.II,
      blocked: blocked.length,
      ...(counts.variants === null ? {} : { variants: counts.variants.read }),
    })),
  });
}

/** Targets of each sample by tier, as stacked bars. */
export function renderTierPlot(summary: BatchSummary): string {
  const names: Readonly<Record<TierKey, string>> = {
    I: "tier I",
    II: "tier II",
    III: "tier III",
    IV: "tier IV",
    none: "no tier",
  };
  return toJson({
    id: "metaction_tiers",
    section_name: "metaction: drug targets by tier",
    description: `Ranked drug targets by AMP/ASCO/CAP tier. ${researchUse}`,
    plot_type: "bargraph",
    pconfig: {
      id: "metaction_tiers_plot",
      title: "metaction: drug targets by tier",
      ylab: "drug targets",
    },
    data: perSample(summary, ({ tiers }) =>
      Object.fromEntries(tierKeys.map((key) => [names[key], tiers[key]])),
    ),
  });
}

/** The best target of each sample, as a table. */
export function renderTopTargets(summary: BatchSummary): string {
  const head = [
    'id: "metaction_targets"',
    'section_name: "metaction: best drug target"',
    `description: "The best ranked drug target of each sample. ${researchUse}"`,
    'plot_type: "table"',
    "pconfig:",
    '    id: "metaction_targets_table"',
    '    namespace: "metaction"',
  ];
  const rows = summary.samples.flatMap((sample) => {
    const [best] = sample.top;
    if (!isDone(sample) || best === undefined) return [];
    return [
      [sample.sample, best.alterations, describeLevel(best), best.therapy, best.verification],
    ];
  });
  const table = [["Sample", "Alterations", "Tier", "Therapy", "Protein"], ...rows];
  return [
    ...head.map((line) => `# ${line}`),
    ...table.map((cells) => cells.map(escapeCell).join("\t")),
    "",
  ].join("\n");
}

/** Versions in the form that MultiQC shows; those before 1.15 pass over the file. */
export function renderVersions({ tool, knowledgebase }: BatchSummary): string {
  return `"METACTION":\n    metaction: "${tool.version}"\n    metaction_knowledgebase: "${knowledgebase.version}"\n`;
}

function perSample<Value>(
  { samples }: BatchSummary,
  of: (sample: SampleSummary) => Value,
): Record<string, Value> {
  return Object.fromEntries(
    samples.filter(isDone).map((sample) => [sample.sample, of(sample)] as const),
  );
}

function toJson(document: object): string {
  return `${escapeUnseenInJson(JSON.stringify(document, null, 1))}\n`;
}
