/** Heads of the two sections of therapies that the evidence speaks against. */

export const blockedSection = {
  id: "resistance",
  title: "Resistance: do not use",
  lead: "Level A or B evidence in this tumor type says that these therapies do not work with what was found. They are not ranked.",
};

export const againstSection = {
  id: "against",
  title: "Other evidence against",
  lead: "Weaker evidence, or evidence from other tumors, speaks against these therapies, and nothing found here speaks for them.",
};
