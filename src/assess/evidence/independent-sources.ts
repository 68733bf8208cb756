/** Documents that report something on their own. */

/** What registers, licenses or recommends on the results of others. */
const secondary = ["GUIDELINE:", "LABEL:", "NCT:"] as const;

/** True of a paper or abstract that reports results of its own. */
export function isPublication(id: string): boolean {
  return !secondary.some((kind) => id.startsWith(kind));
}

/**
 * The distinct publications among documents. A trial registration is no report of its results, and labels and guidelines rest
 * on the reports of others (two versions of one label are not two studies): where no publication is cited the trials
 * count, and where no trial is either, all labels and guidelines together count once.
 */
export function independentSources(
  documents: readonly { readonly id: string }[],
): ReadonlySet<string> {
  const ids = documents.map((document) => document.id);
  const publications = ids.filter(isPublication);
  if (publications.length > 0) return new Set(publications);
  const trials = ids.filter((id) => id.startsWith("NCT:"));
  return new Set(trials.length > 0 ? trials : ids.slice(0, 1));
}
