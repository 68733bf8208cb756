/** Columns of search engines that give one quantity of one sample: `LFQ intensity S1`, `S1 MaxLFQ Intensity`, `Abundances (Normalized): F1: Sample, S1`. */

/** Quantities of Proteome Discoverer, the normalized one first. The mean of a group of files is read where nothing else was exported. */
export const abundanceNames = [
  "Abundances (Normalized)",
  "Abundance",
  "Abundances (Grouped)",
  "Abundances (Scaled)",
] as const;

interface QuantityOfSample {
  readonly quantity: string;
  readonly sample: string;
}

/** `Abundances (Normalized): F1: Sample, P1`, `Abundance: F1: 127N, Sample, P1`; with headers made for R `Abundances Normalized F1 Sample P1`. */
const abundances: readonly RegExp[] = [
  /^Abundances? \((Normalized|Grouped|Scaled)\): (.+)$/,
  /^Abundances? (Normalized|Grouped|Scaled) (?!CV |Standard |Count)(.+)$/,
  /^Abundances?(): (.+)$/,
  /^Abundances?() (F\d+ .+)$/,
];

/** An abundance of one sample as Proteome Discoverer names it; ratios, counts and variations are none. */
export function readAbundance(title: string): QuantityOfSample | null {
  for (const pattern of abundances) {
    const [, kind = "", sample] = pattern.exec(title) ?? [];
    if (sample === undefined) continue;
    return { quantity: kind === "" ? "Abundance" : `Abundances (${kind})`, sample };
  }
  return null;
}

/** Best first, so that `X MaxLFQ Intensity` is no `Intensity` of `X MaxLFQ`. */
const patterns: readonly { readonly quantity: string; readonly pattern: RegExp }[] = [
  { quantity: "LFQ intensity", pattern: /^LFQ intensity (.+)$/ },
  { quantity: "MaxLFQ Intensity", pattern: /^(.+) MaxLFQ Intensity$/ },
  { quantity: "PG.Quantity", pattern: /^(?:\[\d+\] )?(.+)\.PG\.Quantity$/ },
  { quantity: "Intensity", pattern: /^Intensity (.+)$/ },
  { quantity: "Intensity", pattern: /^(.+) Intensity$/ },
  { quantity: "iBAQ", pattern: /^iBAQ (.+)$/ },
  { quantity: "PG.IBAQ", pattern: /^(?:\[\d+\] )?(.+)\.PG\.IBAQ$/ },
  { quantity: "Spectral Count", pattern: /^(.+) Spectral Count$/ },
  { quantity: "MS/MS count", pattern: /^MS\/MS count (.+)$/ },
];

const bestFirst = [
  ...new Set([...abundanceNames, ...patterns.map(({ quantity }) => quantity)]),
] as const;

function readQuantity(title: string): QuantityOfSample | null {
  const abundance = readAbundance(title);
  if (abundance !== null) return abundance;
  for (const { quantity, pattern } of patterns) {
    const [, sample] = pattern.exec(title) ?? [];
    if (sample !== undefined) return { quantity, sample };
  }
  return null;
}

/**
 * The samples that columns are of, null for a column that is passed over: where each column names a quantity, those of the best one that is there;
 * else each by its whole name.
 */
export function namesOfQuantity(titles: readonly string[]): {
  readonly quantity: string | null;
  readonly names: readonly (string | null)[];
} {
  const read = titles.map(readQuantity);
  if (read.length === 0 || read.includes(null)) return { quantity: null, names: titles };
  const quantity = bestFirst.find((each) => read.some((one) => one?.quantity === each)) ?? null;
  return {
    quantity,
    names: read.map((one) => (one?.quantity === quantity ? one.sample : null)),
  };
}

/** A sample of which there are two quantities, each in a column of its own; null where there is none. */
export function findTwiceMeasured(
  titles: readonly string[],
): { readonly sample: string; readonly columns: readonly [string, string] } | null {
  const seen = new Map<string, { readonly title: string; readonly quantity: string }>();
  for (const title of titles) {
    const read = readQuantity(title);
    if (read === null) continue;
    const before = seen.get(read.sample);
    if (before !== undefined && before.quantity !== read.quantity) {
      return { sample: read.sample, columns: [before.title, title] };
    }
    seen.set(read.sample, { title, quantity: read.quantity });
  }
  return null;
}
