/**
 * In situ hybridization by its name in the column of the assay: `ISH`, `FISH`, `D-ISH`, `in situ hybridization` in any language. What merely ends so
 * (`Danish laboratory`) is none.
 */
const hybridization = /(?<![a-z])(?:f|c|s|d|dd|bd)?-?ish(?![a-z])|\bin[-\s]situ\b/i;
const staining = /\bihc\b|\bihk\b|immuno|inmuno|imuno/i;

/** True for an assay that counts genes; false also where none is named. */
export function namesHybridization(assay: string | null): boolean {
  return assay !== null && hybridization.test(assay);
}

/** True for `IHC and FISH`: of which of them a score is, its form tells. */
export function namesBothAssays(assay: string): boolean {
  return hybridization.test(assay) && staining.test(assay);
}
