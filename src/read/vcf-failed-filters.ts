/** Filters that a record failed, from the text of FILTER: none for `PASS` and for `.`, which says that none was applied. */
export function failedFilters(text: string): string[] {
  if (text === "PASS" || text === ".") return [];
  return text.split(";").filter((name) => !["", ".", "PASS"].includes(name));
}
