import {
  batchSchemaVersion,
  type BatchSummary,
  type Cohort,
  type SampleRecord,
  sampleStates,
  type TierKey,
  tierKeys,
  zeroCounts,
} from "../../model/batch.ts";
import { compareText } from "../../model/order.ts";
import { lesionStates, verificationStates } from "../../model/verdict.ts";

const notice =
  "Research use only. Counts of published associations over the samples of one run; they are no recommendation, " +
  "and how often a target is found here says nothing about how often it helps.";

/** What a summary takes records one by one for, so that the samples need not be held at once. */
export interface BatchTally {
  add(record: SampleRecord): void;
  summary(): BatchSummary;
}

interface Share {
  readonly samples: number;
  readonly best: TierKey;
  readonly tiers: Record<TierKey, number>;
}

interface Gap {
  readonly samples: number;
  /** What is not assessed, with what would settle it, as the samples say it. */
  readonly settledBy: ReadonlyMap<string, string>;
}

/** Counts samples in the order in which they are added; the frequency tables do not depend on it. */
export function makeBatchTally(
  facts: Pick<BatchSummary, "knowledgebase"> & { readonly toolVersion: string },
): BatchTally {
  const samples: BatchSummary["samples"] = [];
  const statuses = zeroCounts(sampleStates);
  const therapies = new Map<string, Share>();
  const alterations = new Map<string, number>();
  const genes = new Map<string, number>();
  const tumorTypes = new Map<string, { samples: number; tiers: Record<TierKey, number> }>();
  const gaps = new Map<string, Gap>();
  const failures = new Map<string, Cohort["failures"][number]>();
  const verification = zeroCounts(verificationStates);
  const lesions = zeroCounts(lesionStates);

  const addDone = (record: SampleRecord): void => {
    addAll(verification, record.verification);
    addAll(lesions, record.lesions);
    addTherapies(therapies, record);
    countEach(
      alterations,
      record.alterations.map(({ label }) => label),
    );
    countEach(
      genes,
      record.alterations.flatMap(({ gene }) => gene ?? []),
    );
    const type = record.tumorType ?? "not told";
    const known = tumorTypes.get(type) ?? { samples: 0, tiers: zeroCounts(tierKeys) };
    known.samples += 1;
    known.tiers[bestOf(record.therapies.map(({ tier }) => tier ?? "none"))] += 1;
    tumorTypes.set(type, known);
    addGaps(gaps, record);
  };

  return {
    add(record) {
      const { therapies: _, alterations: __, notAssessed, ...rest } = record;
      samples.push({ ...rest, notAssessed: [...new Set(notAssessed.map(({ code }) => code))] });
      statuses[record.status] += 1;
      if (record.failure !== null) {
        const { code, message } = record.failure;
        const seen = failures.get(code) ?? { code, message, samples: 0 };
        failures.set(code, { ...seen, samples: seen.samples + 1 });
      }
      if (record.status === "done" || record.status === "done with problems") addDone(record);
    },
    summary: () => ({
      schemaVersion: batchSchemaVersion,
      notice,
      tool: { name: "metaction", version: facts.toolVersion },
      knowledgebase: facts.knowledgebase,
      statuses,
      samples,
      cohort: {
        therapies: listBySamples(therapies, (name, share) => ({ name, ...share }), byTiers),
        alterations: listBySamples(wrap(alterations), (name, { samples: n }) => ({
          name,
          samples: n,
        })),
        genes: listBySamples(wrap(genes), (name, { samples: n }) => ({ name, samples: n })),
        tumorTypes: listBySamples(tumorTypes, (name, counts) => ({ name, ...counts })),
        verification,
        lesions,
        notAssessed: listBySamples(gaps, describeGap),
        failures: listBySamples(failures, (_, failure) => failure),
      },
    }),
  };
}

/** A therapy counts once for each sample, with its best tier. */
function addTherapies(all: Map<string, Share>, { therapies }: SampleRecord): void {
  const ofSample = new Map<string, TierKey>();
  for (const { therapy, tier } of therapies) {
    ofSample.set(therapy, bestOf([tier ?? "none", ofSample.get(therapy) ?? "none"]));
  }
  for (const [therapy, tier] of ofSample) {
    const { samples, best, tiers } = all.get(therapy) ?? {
      samples: 0,
      best: "none",
      tiers: zeroCounts(tierKeys),
    };
    all.set(therapy, {
      samples: samples + 1,
      best: bestOf([best, tier]),
      tiers: { ...tiers, [tier]: tiers[tier] + 1 },
    });
  }
}

/** A sample counts once for each code, however many of its genes or files the code is said of. */
function addGaps(all: Map<string, Gap>, { notAssessed }: SampleRecord): void {
  const counted = new Set<string>();
  for (const { code, what, settledBy } of notAssessed) {
    const seen = all.get(code) ?? { samples: 0, settledBy: new Map() };
    all.set(code, {
      samples: seen.samples + (counted.has(code) ? 0 : 1),
      settledBy: new Map([...seen.settledBy, [what, settledBy]]),
    });
    counted.add(code);
  }
}

function describeGap(code: string, { samples, settledBy }: Gap): Cohort["notAssessed"][number] {
  const [first] = [...settledBy].toSorted(([a], [b]) => compareText(a, b));
  const [what = "", settled = ""] = first ?? [];
  return { code, what, settledBy: settled, samples, kinds: settledBy.size };
}

function bestOf(tiers: readonly TierKey[]): TierKey {
  return tierKeys.find((tier) => tiers.includes(tier)) ?? "none";
}

function countEach(counts: Map<string, number>, names: readonly string[]): void {
  for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
}

function addAll<Key extends string>(
  sum: Record<Key, number>,
  counts: Readonly<Record<Key, number>>,
): void {
  for (const key of Object.keys(sum) as Key[]) sum[key] += counts[key];
}

function wrap(counts: ReadonlyMap<string, number>): Map<string, { samples: number }> {
  return new Map([...counts].map(([name, samples]) => [name, { samples }]));
}

/** What most samples have at the best tier stands first: frequent and weak is not better than rare and strong. */
function byTiers(a: Share, b: Share): number {
  for (const tier of tierKeys) {
    const difference = b.tiers[tier] - a.tiers[tier];
    if (difference !== 0) return difference;
  }
  return 0;
}

/** As `compare` says, then the most frequent first, then in code-point order. */
function listBySamples<Value extends { readonly samples: number }, Entry>(
  values: ReadonlyMap<string, Value>,
  make: (name: string, value: Value) => Entry,
  compare: (a: Value, b: Value) => number = () => 0,
): Entry[] {
  return [...values]
    .toSorted(
      ([a, left], [b, right]) =>
        compare(left, right) || right.samples - left.samples || compareText(a, b),
    )
    .map(([name, value]) => make(name, value));
}
