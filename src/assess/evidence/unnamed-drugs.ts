/** Treatments that sources name by a word for many drugs; which ones they were depends on the tumor that was studied. By id. */
const words: ReadonlySet<string> = new Set(["chemotherapy", "induction-therapy"]);

/**
 * True of a therapy that names no drug. Evidence for it in another tumor is about other drugs, so that it tells nothing of this one: TP53 mutations
 * and chemotherapy of gastric cancer made "Chemotherapy" a target of every tumor with a TP53 mutation.
 */
export function namesNoDrug(drugs: readonly string[]): boolean {
  return drugs.every((id) => words.has(id));
}
