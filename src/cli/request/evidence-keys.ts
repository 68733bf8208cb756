import type { CaseFile } from "../../model/case.ts";
import type { EvidenceRequests } from "../../run/case-request.ts";

/** The option, and the key of a case file, that each kind of file is named by. */
export const fileKeys = {
  copyNumber: "cnv",
  structuralVariants: "sv",
  fusions: "fusion",
  status: "status",
  ihc: "ihc",
  callable: "callable",
  prior: "prior",
  outside: "outside",
} as const satisfies Record<keyof EvidenceRequests, keyof CaseFile>;
