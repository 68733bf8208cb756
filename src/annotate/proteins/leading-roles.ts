import type { CohortRole } from "../../model/cohort.ts";

/** Of several cohorts the one whose numbers stand first: its own tumor, a laboratory's own, many tumors, normal tissue. */
export const leadingRoles: readonly CohortRole[] = [
  "disease",
  "not stated",
  "pan-cancer",
  "biopsy-site normal",
];
