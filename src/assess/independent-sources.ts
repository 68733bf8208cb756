/** Documents that report something on their own. */

/**
 * The distinct publications among documents. A trial registration (`NCT:`) is no report of its results, so it counts only
 * where nothing else is cited.
 */
export function independentSources(
  documents: readonly { readonly id: string }[],
): ReadonlySet<string> {
  const ids = documents.map((document) => document.id);
  const publications = ids.filter((id) => !id.startsWith("NCT:"));
  return new Set(publications.length > 0 ? publications : ids);
}
