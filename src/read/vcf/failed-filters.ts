/**
 * Filters that a record failed, from the text of FILTER: none for `PASS`, which some write `Pass` or `pass`, and for `.`, which says that none was
 * applied.
 */
export function failedFilters(text: string): string[] {
  if (text === "PASS" || text === ".") return [];
  return text.split(";").filter(isFailedFilter);
}

/** False for what stands in the place of a filter's name where none failed. */
export function isFailedFilter(name: string): boolean {
  return name !== "" && name !== "." && name.toUpperCase() !== "PASS";
}

/** True for a text of FILTER that names a failed filter. Remembers the answer: a file names its filters over and over. */
export const hasFailedFilter = rememberFew((filter: string) => failedFilters(filter).length > 0);

/** Keeps the answers to the first thousand questions; a hostile file may ask more. */
function rememberFew(answer: (text: string) => boolean): (text: string | null) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    if (text === null) return false;
    const found = known.get(text);
    if (found !== undefined) return found;
    const given = answer(text);
    if (known.size < 1_000) known.set(text, given);
    return given;
  };
}
