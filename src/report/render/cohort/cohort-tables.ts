import { type BatchSummary, tierKeys } from "../../../model/batch.ts";
import { lesionStates, verificationStates } from "../../../model/verdict.ts";
import { percent, plural } from "../format-number.ts";

/** A table of the cohort, for every format; cells are plain text. */
export interface CohortTable {
  readonly id: string;
  readonly title: string;
  /** What to know before reading it. */
  readonly note: string;
  readonly head: readonly string[];
  /** Columns whose cells are numbers, by index. */
  readonly numeric: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** What stands in the place of a table without rows. */
  readonly empty: string;
}

/** Entries of a frequency table; the summary in JSON has all. */
const longest = 30;

const tierHeads = tierKeys.map((key) => (key === "none" ? "No tier" : `Tier ${key}`));

/** A share is no prevalence: nobody counts in how many samples a gene could have been seen. */
const shareNote =
  "Shares are of all samples that are done, also of those whose files could not show it: see what was not assessed.";

/** The tables of a cohort in their order: what was found, how sure, and what nobody could tell. */
export function cohortTables({ cohort, statuses }: BatchSummary): readonly CohortTable[] {
  const done = statuses.done + statuses["done with problems"];
  const share = (samples: number): string =>
    `${samples} (${percent(done === 0 ? 0 : samples / done)})`;
  const frequencies = (
    table: Pick<CohortTable, "id" | "title" | "note" | "empty">,
    name: string,
    entries: readonly { readonly name: string; readonly samples: number }[],
  ): CohortTable => ({
    ...table,
    note: table.note + cutNote(entries.length),
    head: [name, "Samples"],
    numeric: [1],
    rows: entries.slice(0, longest).map((entry) => [entry.name, share(entry.samples)]),
  });
  return [
    {
      id: "therapies",
      title: "Drug targets",
      note: `Therapies that are ranked: first what most samples have at tier I, then at tier II, and so on. A blocked therapy is not counted.${cutNote(cohort.therapies.length)}`,
      head: ["Therapy", "Samples", ...tierHeads],
      numeric: [1, 2, 3, 4, 5, 6],
      rows: cohort.therapies
        .slice(0, longest)
        .map(({ name, samples, tiers }) => [
          name,
          share(samples),
          ...tierKeys.map((key) => String(tiers[key])),
        ]),
      empty: "No sample has a drug target.",
    },
    frequencies(
      {
        id: "alterations",
        title: "Alterations",
        note: `Alterations that meet a statement of the knowledgebase. ${shareNote}`,
        empty: "No alteration meets a statement.",
      },
      "Alteration",
      cohort.alterations,
    ),
    frequencies(
      {
        id: "genes",
        title: "Genes",
        note: `Genes with such an alteration. ${shareNote}`,
        empty: "No gene has an alteration that meets a statement.",
      },
      "Gene",
      cohort.genes,
    ),
    {
      id: "tumor-types",
      title: "Tiers by tumor type",
      note: "Samples by the tier of their best target.",
      head: ["Tumor type", "Samples", ...tierHeads],
      numeric: [1, 2, 3, 4, 5, 6],
      rows: cohort.tumorTypes.map(({ name, samples, tiers }) => [
        name,
        String(samples),
        ...tierKeys.map((key) => String(tiers[key])),
      ]),
      empty: "No sample is done.",
    },
    countTable(
      {
        id: "verification",
        title: "Verification by protein",
        note: "Targets of all samples, by what the protein data say of them.",
        head: ["Outcome", "Targets"],
        empty: "No target was found.",
      },
      verificationStates,
      cohort.verification,
    ),
    countTable(
      {
        id: "lesions",
        title: "Lesions",
        note: "Targets of all samples, by whether the primary tumor has them as well.",
        head: ["State", "Targets"],
        empty: "No target was found.",
      },
      lesionStates,
      cohort.lesions,
    ),
    {
      id: "not-assessed",
      title: "Not assessed",
      note: "What could not be decided, in how many samples, and what would settle it.",
      head: ["What", "Samples", "Settled by"],
      numeric: [1],
      rows: cohort.notAssessed.map(({ what, samples, settledBy, kinds }) => [
        kinds === 1 ? what : `${what}; and ${kinds - 1} others of the kind`,
        share(samples),
        settledBy,
      ]),
      empty: "Nothing was left open.",
    },
    {
      id: "failures",
      title: "Samples that failed",
      note: "By the kind of their first problem. Each sample has its own .error.json.",
      head: ["Problem", "Samples", "First of them"],
      numeric: [1],
      rows: cohort.failures.map(({ code, samples, message }) => [code, String(samples), message]),
      empty: "No sample failed.",
    },
  ];
}

function countTable<Key extends string>(
  table: Pick<CohortTable, "id" | "title" | "note" | "head" | "empty">,
  keys: readonly Key[],
  counts: Readonly<Record<Key, number>>,
): CohortTable {
  const rows = keys.filter((key) => counts[key] > 0).map((key) => [key, String(counts[key])]);
  return { ...table, numeric: [1], rows };
}

function cutNote(entries: number): string {
  return entries > longest ? ` The first ${longest} of ${entries}; summary.json has all.` : "";
}

/** `12 samples: 10 done, 2 failed.` */
export function describeStatuses({ samples, statuses }: BatchSummary): string {
  const parts = Object.entries(statuses)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`);
  return `${plural(samples.length, "sample")}: ${parts.join(", ")}.`;
}
