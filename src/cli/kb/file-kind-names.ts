/** Kinds of files of a knowledgebase folder; apart from their schemas, so that a command line loads none of them. */
export const fileKindNames = [
  "statements",
  "therapies",
  "diseases",
  "documents",
  "genes",
  "manifest",
  "accepted",
  "overrides",
  "verification-rules",
] as const;
