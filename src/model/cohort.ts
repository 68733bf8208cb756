/** What a reference cohort is, for readers, calls and reports alike. */

/** A laboratory's own samples of one tumor, of many tumors, or normal tissue of the place that a biopsy is from. */
export const cohortRoles = ["disease", "pan-cancer", "biopsy-site normal", "not stated"] as const;
export type CohortRole = (typeof cohortRoles)[number];

/** Parts of a cohort that a case may be compared with instead of all of it (clinical 4.3). */
export const referenceSubsets = ["aberration-negative"] as const;
export type ReferenceSubset = (typeof referenceSubsets)[number];

export interface CohortFacts {
  /** As it is printed and asked for; no two cohorts of a case have the same. */
  readonly name: string;
  readonly role: CohortRole;
  /** As the laboratory writes it: a code, a DOID or a name. */
  readonly disease: string | null;
  /** Of normal tissue: the organ. */
  readonly tissue: string | null;
}
