/** `A, B and 3 more`: the first names of a list, and how many there are beside them. */
export function nameSome(names: readonly string[], most: number, separator = ", "): string {
  const rest = names.length - most;
  const named = names.slice(0, most).join(separator);
  return rest > 0 ? `${named} and ${rest} more` : named;
}
