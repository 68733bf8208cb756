/** What the two boards write down by hand, the same for every readable format. The program fills none of it. */

export const molecularBoard = {
  id: "molecular-board",
  title: "Molecular board",
  lead: "Findings, evidence and verification. To be filled in by the board.",
  /** Of each leading target, beside its rank, therapy and finding. */
  columns: ["Recommended (yes, no, later)", "Verify first by", "Remarks"],
  lines: ["Germline follow-up", "Further testing", "Present", "Date", "Signature"],
} as const;

export const clinicalBoard = {
  id: "clinical-board",
  title: "Clinical board",
  lead: "Decision of the treating physicians. Left empty by the program.",
  lines: ["Decision", "Drug and dose", "Reason, if declined", "Date", "Signature"],
} as const;
